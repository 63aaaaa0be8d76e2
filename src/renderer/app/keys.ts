import { useEffect, useRef } from 'react';

const isMac = /mac/i.test(navigator.platform);

/** The key that is ⌘ on macOS and Ctrl elsewhere, as people call it. */
export const modKey = isMac ? '⌘' : 'Ctrl';

const nameOf = (event: KeyboardEvent): string => {
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  return `${mod ? 'Mod+' : ''}${event.shiftKey && event.key.length > 1 ? 'Shift+' : event.shiftKey && mod ? 'Shift+' : ''}${event.altKey ? 'Alt+' : ''}${key}`;
};

const isTyping = (event: KeyboardEvent): boolean => {
  const { target } = event;
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
};

/** Keys that work on the whole screen. While the coach types in a field, its own editing keys come first. */
export const useKeys = (keys: Readonly<Record<string, () => void>>): void => {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const name = nameOf(event);
      const act = latest.current[name];
      if (act === undefined || event.defaultPrevented) return;
      if (isTyping(event) && name !== 'Mod+K') return;
      if (document.querySelector('[role="dialog"]') !== null && name !== 'Mod+K') return;
      event.preventDefault();
      act();
    };
    globalThis.addEventListener('keydown', onKey);
    return () => globalThis.removeEventListener('keydown', onKey);
  }, []);
};
