import type { Clock } from '../deps.ts';

/** Sees to it that a backup is made soon after the start and once every day while the application is open. */
export interface BackupKeeper {
  readonly stop: () => void;
}

/** How often it looks whether a new day has begun. */
const LOOK_MS = 10 * 60_000;

interface KeeperDeps {
  readonly clock: Clock;
  readonly firstAfterMs: number;
  /** Makes an automatic backup, if there is anything new to back up; whatever happens is the caller's to remember. */
  readonly make: () => Promise<void>;
}

export const createBackupKeeper = ({ clock, firstAfterMs, make }: KeeperDeps): BackupKeeper => {
  let madeOn: string | undefined;
  const look = (): void => {
    // Another day, not a later one: a clock may be set back.
    if (clock.today() === madeOn) return;
    madeOn = clock.today();
    void make();
  };
  const daily = setInterval(() => {
    if (madeOn !== undefined) look();
  }, LOOK_MS);
  const first = setTimeout(look, firstAfterMs);
  for (const timer of [daily, first]) timer.unref();
  return {
    stop: () => {
      clearInterval(daily);
      clearTimeout(first);
    },
  };
};
