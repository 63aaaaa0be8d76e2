/** One at a time, in the order of asking: SQLite has one writer, and a command must not find a job's door shut. */
export const inTurn = (): (<T>(work: () => T | Promise<T>) => Promise<T>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
};
