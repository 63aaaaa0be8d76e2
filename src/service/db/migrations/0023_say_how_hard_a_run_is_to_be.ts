import type { Migration } from '../migrate.ts';

/** The guard asks whether a key run was slower than planned at a higher effort, and whether long runs decouple: both have to be known. */
export const sayHowHardARunIsToBe: Migration = {
  name: 'say how hard a run is to be',
  sql: `
ALTER TABLE planned_run ADD COLUMN target_rpe REAL CHECK (target_rpe BETWEEN 1 AND 10);
-- Per cent, from the athlete's own software: no export brings it.
ALTER TABLE run ADD COLUMN decoupling_pct REAL CHECK (decoupling_pct BETWEEN -50 AND 100);
`,
};
