import { X } from 'lucide-react';
import { Button } from './Button.tsx';
import { dismiss, useNotices } from './notices.ts';
import styles from './Notices.module.css';

/** Notices, newest at the bottom, read out as they come. */
export const Notices = () => {
  const notices = useNotices();
  return (
    <div className={styles['stack']} role="status" aria-live="polite">
      {notices.map(({ id, tone, text, action }) => (
        <div key={id} className={`${styles['notice']} ${styles[tone]}`}>
          <span className={styles['text']}>{text}</span>
          {action !== undefined && (
            <Button
              look="quiet"
              onPress={() => {
                action.run();
                dismiss(id);
              }}
            >
              {action.label}
            </Button>
          )}
          <Button look="quiet" aria-label="Dismiss" onPress={() => dismiss(id)}>
            <X aria-hidden />
          </Button>
        </div>
      ))}
    </div>
  );
};
