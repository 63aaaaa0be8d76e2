import { z } from 'zod';
import type { DraftAthlete, ImportDraft, ImportProblem } from '../../domain/imports/draft.ts';
import { readOne, type ReadDb } from '../db/sql.ts';
import { mappedOf, PROBLEMS_LISTED, type ImportReading } from './reading.ts';

/** A file of people, not of what one athlete did. */
export const isRoster = (draft: ImportDraft): boolean => draft.athletes.length > 0;

const personRow = z.object({ name: z.string(), email: z.string().nullable() });

type Person = z.output<typeof personRow>;

const personNamed = (db: ReadDb, name: string): Person | undefined =>
  readOne(db, personRow, 'SELECT name, email FROM athlete WHERE name = ? COLLATE NOCASE', name);

const personWithEmail = (db: ReadDb, email: string | undefined): Person | undefined =>
  email === undefined
    ? undefined
    : readOne(db, personRow, 'SELECT name, email FROM athlete WHERE email = ? COLLATE NOCASE LIMIT 1', email);

const same = (left: string | null | undefined, right: string | null | undefined): boolean =>
  left !== null && left !== undefined && left.toLowerCase() === right?.toLowerCase();

/** What stands against adding somebody: they are there, or somebody is who may be another person. */
const obstacleTo = (
  db: ReadDb,
  athlete: DraftAthlete,
  listed: readonly DraftAthlete[],
): { readonly problem?: Omit<ImportProblem, 'line'> } | undefined => {
  const { name, email } = athlete;
  const withEmail = personWithEmail(db, email) ?? listed.find((person) => same(person.email, email));
  if (withEmail !== undefined) {
    if (same(withEmail.name, name)) return {};
    const expected = `${withEmail.name}, who has the e-mail ${email ?? ''} already; nobody is added and nobody renamed`;
    return { problem: { field: 'name', found: name, expected } };
  }
  const withName = personNamed(db, name) ?? listed.find((person) => same(person.name, name));
  if (withName === undefined) return undefined;
  if (email === undefined || withName.email === null || withName.email === undefined) return {};
  const expected = `${withName.email}, the e-mail of the ${name} who is there already; if this is somebody else, give one of them another name`;
  return { problem: { field: 'e-mail', found: email, expected } };
};

export interface SortedRoster {
  readonly newAthletes: readonly DraftAthlete[];
  readonly reading: ImportReading;
}

/**
 * Compares a roster with who is there, and whom earlier files of the same import list: nobody is added twice, nobody who is
 * there is changed, and nobody merged silently.
 */
export const sortRoster = (
  db: ReadDb,
  draft: ImportDraft,
  file: string,
  listed: readonly DraftAthlete[],
): SortedRoster => {
  const newAthletes: DraftAthlete[] = [];
  const problems: ImportProblem[] = [...draft.problems];
  for (const athlete of draft.athletes) {
    const obstacle = obstacleTo(db, athlete, listed);
    if (obstacle === undefined) newAthletes.push(athlete);
    if (obstacle?.problem !== undefined) problems.push({ line: athlete.line, ...obstacle.problem });
  }
  const none = { added: 0, duplicate: 0 };
  return {
    newAthletes,
    reading: {
      file,
      athlete: '',
      format: draft.format,
      formatName: draft.formatName,
      rows: draft.rows,
      runs: { ...none, merged: 0 },
      merges: [],
      sessions: none,
      sets: none,
      completed: { sessions: 0, sets: 0 },
      changes: [],
      changeCount: 0,
      otherActivities: none,
      wellness: none,
      athletes: { added: newAthletes.length, duplicate: draft.athletes.length - newAthletes.length },
      passedOver: { ...draft.passedOver },
      assumptions: [...draft.assumptions],
      problems: problems.toSorted((left, right) => left.line - right.line).slice(0, PROBLEMS_LISTED),
      problemCount: problems.length + (draft.undescribed ?? 0),
      ...mappedOf(draft),
    },
  };
};
