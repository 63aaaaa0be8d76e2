import { useIsFetching, useQueryClient, type Query } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';

/** Longer than this nothing is held back for the sake of what is still to come. */
const PATIENCE_MS = 500;

const isFirst = ({ state }: Pick<Query, 'state'>): boolean => state.status === 'pending';

/** Shows parts of a page when all of them have their first answer: parts that come one by one push each other about. */
export const AllAtOnce = ({ children }: { readonly children: ReactNode }) => {
  const cache = useQueryClient();
  const asking = useIsFetching({ predicate: isFirst });
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    // The parts begin to ask when they are drawn, which is before this, and after `asking` was counted.
    if (cache.isFetching({ predicate: isFirst }) === 0) queueMicrotask(() => setShown(true));
  }, [cache, asking]);
  return <div style={isShown ? {} : { visibility: 'hidden' }}>{children}</div>;
};
