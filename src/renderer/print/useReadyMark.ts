import { useEffect, useState } from 'react';

/**
 * Says to whoever prints this page that data and fonts are there: `<html data-ready="yes">`. Layout is forced first, because a
 * font is only asked for by text that has been laid out; no animation frame is waited for, because hidden windows have none.
 */
export const useReadyMark = (hasContent: boolean): boolean => {
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    if (!hasContent) return undefined;
    let isGone = false;
    document.body.getBoundingClientRect();
    void document.fonts.ready.then(() => {
      if (isGone) return;
      document.documentElement.dataset['ready'] = 'yes';
      setReady(true);
    });
    return () => {
      isGone = true;
      setReady(false);
      delete document.documentElement.dataset['ready'];
    };
  }, [hasContent]);
  return isReady;
};
