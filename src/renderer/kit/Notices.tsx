import { useEffect, useRef } from 'react';
import { X } from 'lucide-react';
import { Button } from './Button.tsx';
import { dismiss, holdNotices, useNotices } from './notices.ts';
import styles from './Notices.module.css';

const TO_NOTICES = 'F8';

/** Notices, newest at the bottom, read out as they come. A key leads to what the newest offers, and its end leads back. */
export const Notices = () => {
  const notices = useNotices();
  const stack = useRef<HTMLDivElement>(null);
  const cameFrom = useRef<HTMLElement>(undefined);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const newest = stack.current?.lastElementChild?.querySelector('button');
      if (event.key !== TO_NOTICES || event.defaultPrevented || !newest) return;
      event.preventDefault();
      newest.focus();
    };
    const onFocusIn = ({ relatedTarget }: FocusEvent): void => {
      const isFromOutside = relatedTarget instanceof HTMLElement && stack.current?.contains(relatedTarget) !== true;
      if (isFromOutside) cameFrom.current = relatedTarget;
      holdNotices(true);
    };
    const listening = new AbortController();
    const { signal } = listening;
    globalThis.addEventListener('keydown', onKey, { signal });
    stack.current?.addEventListener('focusin', onFocusIn, { signal });
    stack.current?.addEventListener('pointerenter', () => holdNotices(true), { signal });
    for (const go of ['pointerleave', 'focusout'])
      stack.current?.addEventListener(go, () => holdNotices(false), { signal });
    return () => listening.abort();
  }, []);

  useEffect(() => {
    // The pressed button has gone with its notice; what its action has put into focus keeps it.
    if (cameFrom.current === undefined || document.activeElement !== document.body) return;
    holdNotices(false);
    cameFrom.current.focus();
    cameFrom.current = undefined;
  }, [notices]);

  return (
    <div ref={stack} className={styles['stack']} role="status" aria-live="polite">
      {notices.map(({ id, tone, text, action }, place) => (
        <div key={id} className={`${styles['notice']} ${tone === 'problem' ? styles['problem'] : ''}`}>
          <span className={styles['text']}>{text}</span>
          {action !== undefined && (
            <Button
              look="quiet"
              aria-keyshortcuts={place === notices.length - 1 ? TO_NOTICES : undefined}
              onPress={() => {
                action.run();
                dismiss(id);
              }}
            >
              {action.label}
              {place === notices.length - 1 && <span aria-hidden className={styles['key']} data-key={TO_NOTICES} />}
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
