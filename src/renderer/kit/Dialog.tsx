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
  /** What Enter in a field does: the same as the main button, when that can be pressed. */
  readonly onSubmit?: (() => void) | undefined;
  readonly size?: 'small' | 'medium' | 'large' | 'wide';
}

export const Dialog = ({ title, isOpen, onClose, children, footer, onSubmit, size = 'medium' }: DialogProps) => (
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
        {onSubmit === undefined ? (
          <div className={styles['body']}>{children}</div>
        ) : (
          <form
            className={styles['body']}
            onSubmit={(event) => {
              event.preventDefault();
              onSubmit();
            }}
          >
            {children}
            {/* The buttons stand outside the form: without one in it, Enter would do nothing. */}
            <button type="submit" hidden aria-hidden tabIndex={-1} />
          </form>
        )}
        {footer !== undefined && <footer className={styles['foot']}>{footer}</footer>}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
);
