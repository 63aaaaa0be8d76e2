import { useEffect, useRef } from 'react';

/** Calls once something is there and has been painted: what follows then does not hold it up. */
export const useAfterPaint = (isThere: boolean, onPainted: (() => void) | undefined): void => {
  const call = useRef(onPainted);
  useEffect(() => {
    call.current = onPainted;
  });
  useEffect(() => {
    if (!isThere) return undefined;
    const painted = new MessageChannel();
    painted.port1.onmessage = () => call.current?.();
    const frame = requestAnimationFrame(() => painted.port2.postMessage(undefined));
    return () => {
      cancelAnimationFrame(frame);
      painted.port1.close();
    };
  }, [isThere]);
};
