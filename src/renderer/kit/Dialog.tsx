import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { X } from 'lucide-react';
import { Button } from './Button.tsx';
import styles from './Dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the main one last. */
  readonly footer?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large' | 'wide';
}

export const Dialog = ({ title, isOpen, onClose, children, footer, size = 'medium' }: DialogProps) => (
  <ModalOverlay
    isOpen={isOpen}
    onOpenChange={(open) => {
      if (!open) onClose();
    }}
    isDismissable
    className={styles['overlay'] ?? ''}
  >
    <Modal className={`${styles['modal']} ${styles[size]}`}>
      <AriaDialog className={styles['dialog'] ?? ''}>
        <header className={styles['head']}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          <Button look="quiet" onPress={onClose} aria-label="Close">
            <X aria-hidden />
          </Button>
        </header>
        <div className={styles['body']}>{children}</div>
        {footer !== undefined && <footer className={styles['foot']}>{footer}</footer>}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
);
