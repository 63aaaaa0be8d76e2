import type { STEP_THINGS } from '../../contract/schemas/app.ts';
import { z } from 'zod';
import { readOne, type ReadDb } from '../db/sql.ts';
import { inversesOf, type Step } from './historyStore.ts';

export type StepThing = (typeof STEP_THINGS)[number];

/** A row of the file as a coach calls it. Lists that belong to an athlete or an exercise are part of that. */
const THING_OF: Readonly<Record<string, StepThing>> = {
  athlete: 'athlete',
  race: 'race',
  program: 'program',
  block: 'block',
  week: 'week',
  session: 'session',
  slot: 'cell',
  prescription: 'cell',
  lift_session: 'liftSession',
  lift_set: 'set',
  tested_max: 'test',
  run: 'run',
  other_activity: 'otherActivity',
  check_in: 'checkIn',
  health_report: 'healthReport',
  guard_note: 'guardNote',
  planned_run: 'plannedRun',
  away: 'away',
  placement_override: 'placementReason',
  body_mass: 'bodyMass',
  exercise: 'exercise',
  template: 'template',
  setting: 'setting',
  import: 'import',
};

/** Belongs to the athlete it names: however many of them, the athlete was changed. */
const PART_OF_ATHLETE = /^(?:athlete_\w+|usual_day|odd_day)$/u;

interface Inverse {
  readonly verb: 'INSERT' | 'UPDATE' | 'DELETE';
  readonly table: string;
  /** What tells the row from others of its table. */
  readonly key: string;
}

const STATEMENT = /^(?<verb>INSERT|UPDATE|DELETE) (?:INTO |FROM )?(?<table>\w+) /u;

const keyIn = (verb: string, table: string, sql: string): string => {
  // A cell's sets name the slot they stand in; deleted ones do not, but their slot is named by those that replace them.
  if (table === 'prescription') {
    return (
      /^INSERT INTO prescription \([^)]*\) VALUES \(\d+, (\d+)/u.exec(sql)?.[1] ??
      /^UPDATE prescription SET id = \d+, slot_id = (\d+)/u.exec(sql)?.[1] ??
      ''
    );
  }
  if (PART_OF_ATHLETE.test(table)) {
    return (/athlete_id = (\d+)/u.exec(sql) ?? /VALUES \((\d+)/u.exec(sql))?.[1] ?? '';
  }
  // A set is known by its session and its place in it.
  if (table === 'lift_set' && verb === 'INSERT') {
    const [, session = '', ordinal = ''] = /VALUES \((\d+), (\d+),/u.exec(sql) ?? [];
    return `lift_session_id = ${session} AND ordinal = ${ordinal}`;
  }
  if (verb === 'INSERT') return /VALUES \((\d+)[,)]/u.exec(sql)?.[1] ?? sql;
  const where = sql.slice(sql.lastIndexOf(' WHERE ') + ' WHERE '.length);
  return /^id = (\d+)$/u.exec(where)?.[1] ?? where;
};

const readInverse = (sql: string): Inverse | undefined => {
  const { verb, table } = STATEMENT.exec(sql)?.groups ?? {};
  if (table === undefined || (verb !== 'INSERT' && verb !== 'UPDATE' && verb !== 'DELETE')) return undefined;
  return { verb, table, key: keyIn(verb, table, sql) };
};

/** The tables whose rows a step changed, of which its inverses speak. */
export const tablesIn = (inverses: readonly string[]): ReadonlySet<string> =>
  new Set(inverses.flatMap((sql) => readInverse(sql)?.table ?? []));

interface Fate {
  readonly thing: StepThing;
  wasThere: boolean;
  isThere: boolean;
}

/** What became of each thing, from the first that was done to it to the last. */
const fatesIn = (oldestFirst: readonly string[]): readonly Fate[] => {
  const fates = new Map<string, Fate>();
  for (const sql of oldestFirst) {
    const inverse = readInverse(sql);
    if (inverse === undefined || inverse.key === '') continue;
    const { verb, table, key } = inverse;
    const isPart = table === 'prescription' || PART_OF_ATHLETE.test(table);
    const thing = PART_OF_ATHLETE.test(table) ? 'athlete' : THING_OF[table];
    if (thing === undefined) continue;
    const place = `${thing} ${key}`;
    const fate = fates.get(place);
    // To take a row back is to delete it where it was added, and to insert it where it was removed.
    const wasThere = isPart || verb !== 'DELETE';
    const isThere = isPart || verb !== 'INSERT';
    if (fate === undefined) fates.set(place, { thing, wasThere, isThere });
    else if (!isPart) {
      fate.isThere = isThere;
      // A part of it was met first: what it is itself counts.
      if (thing === 'athlete' && verb === 'DELETE') fate.wasThere = false;
    }
  }
  return [...fates.values()];
};

export interface StepChange {
  readonly thing: StepThing;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

const PROGRAM_PARTS: ReadonlySet<StepThing> = new Set(['block', 'week', 'session', 'cell']);

/** A program that is new or gone is told as that, not as every cell of it; one with other cells is told as its cells. */
const told = (changes: readonly StepChange[]): StepChange[] => {
  const programs = changes.find(({ thing }) => thing === 'program');
  const isWhole = programs !== undefined && programs.added + programs.removed > 0 && programs.changed === 0;
  const hasParts = changes.some(({ thing }) => PROGRAM_PARTS.has(thing));
  return changes
    .filter(({ thing }) => !(isWhole && PROGRAM_PARTS.has(thing)))
    .map((one) => (one.thing === 'program' && hasParts ? { ...one, changed: 0 } : one))
    .filter(({ added, changed, removed }) => added + changed + removed > 0);
};

const importedRow = z.object({ runs: z.int(), sets: z.int(), others: z.int(), athletes: z.int() });

const added = (thing: StepThing, count: number): StepChange => ({ thing, added: count, changed: 0, removed: 0 });

/** A job's own words: it is not journalled row by row. */
const jobChanges = (db: ReadDb, { receipt }: Step): StepChange[] => {
  if (receipt === undefined) return [];
  if (receipt.kind !== 'import') return [added('athlete', receipt.athleteIds.length)];
  const imported = readOne(
    db,
    importedRow,
    `SELECT coalesce(sum(runs), 0) AS runs, coalesce(sum(sets), 0) AS sets, coalesce(sum(others), 0) AS others,
       coalesce(sum(json_extract(reading_json, '$.athletes.added')), 0) AS athletes
     FROM import_file f JOIN import i ON i.id = f.import_id WHERE ? IN (i.id, i.batch_id)`,
    receipt.importId,
  );
  if (imported === undefined) return [];
  const { runs, sets, others, athletes } = imported;
  return [added('athlete', athletes), added('run', runs), added('set', sets), added('otherActivity', others)].filter(
    (one) => one.added > 0,
  );
};

/** How many of each thing a step added, changed and removed, as it was done; of an undone step, as it would be done again. */
export const changesOf = (db: ReadDb, step: Step): StepChange[] => {
  const inverses = inversesOf(db, step.step);
  if (inverses.length === 0) return jobChanges(db, step);
  // An undone step has recorded how it would be done again, the other way about.
  const oldestFirst = inverses.toReversed();
  const fates = fatesIn(oldestFirst).map((fate) =>
    step.isUndone ? { ...fate, wasThere: fate.isThere, isThere: fate.wasThere } : fate,
  );
  return told(
    [...Map.groupBy(fates, ({ thing }) => thing)].map(([thing, all]) => ({
      thing,
      added: all.filter(({ wasThere, isThere }) => !wasThere && isThere).length,
      changed: all.filter(({ wasThere, isThere }) => wasThere && isThere).length,
      removed: all.filter(({ wasThere, isThere }) => wasThere && !isThere).length,
    })),
  );
};
