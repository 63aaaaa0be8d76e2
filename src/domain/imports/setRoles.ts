import { normaliseHeading, placesByHeading } from './headings.ts';

/** What a column of a list of sets may hold, and of what it tells: when it began, the session, the set, or something else. */
const TELLS_OF = {
  /** By which our own lists know a session again. */
  key: 'session',
  date: 'start',
  /** Time of day, where it has a column of its own. */
  time: 'start',
  /** When the session ended; printed as the start is. */
  end: 'session',
  title: 'session',
  duration: 'session',
  exercise: 'set',
  setOrder: 'set',
  /** A word for the kind of set: warm-up, drop, failure. */
  kind: 'set',
  isWarmup: 'set',
  isSkipped: 'set',
  weight: 'set',
  /** The same load in the other unit, for rows that leave the first one empty. */
  otherWeight: 'set',
  weightUnit: 'set',
  reps: 'set',
  distance: 'set',
  distanceUnit: 'set',
  seconds: 'set',
  rpe: 'set',
  rir: 'set',
  /** How many equal sets the row stands for. */
  copies: 'set',
  notes: 'set',
  /** Of the exercise in that session, repeated on each of its sets. */
  exerciseNotes: 'set',
  sessionNotes: 'session',
  /** What exercises that are done in turn have in common. */
  superset: 'set',
  sessionNumber: 'session',
  /** The athlete's own, that day. */
  bodyMass: 'athlete',
  category: 'exercise',
} as const;

export type SetRole = keyof typeof TELLS_OF;

const SET_ROLES = Object.keys(TELLS_OF) as readonly SetRole[];

/** What tells of the session, or of the set. */
export const rolesThatTellOf = (what: 'session' | 'set'): readonly SetRole[] =>
  SET_ROLES.filter((role) => TELLS_OF[role] === what);

/** Columns by role; a role may stand on several places, which is for the reader to refuse. */
export interface SetColumns {
  readonly places: ReadonlyMap<SetRole, readonly number[]>;
  /** Headings that mean nothing here, normalised. */
  readonly unknown: readonly string[];
}

/** For each role the headings that say it, normalised, parted by bars. */
export type RoleHeadings = Readonly<Partial<Record<SetRole, string>>>;

/** Finds the columns that a list of headings names. */
export const columnFinder = (headings: RoleHeadings): ((heading: readonly string[]) => SetColumns) => {
  const roleByHeading = new Map<string, SetRole>(
    SET_ROLES.flatMap((role) =>
      (headings[role] ?? '').split('|').map((name) => [normaliseHeading(name), role] as const),
    ),
  );
  roleByHeading.delete('');
  return (heading) => {
    const places = new Map<SetRole, readonly number[]>();
    const unknown: string[] = [];
    for (const [name, columns] of placesByHeading(heading)) {
      const role = roleByHeading.get(name);
      if (role === undefined) {
        if (name !== '') unknown.push(name);
        continue;
      }
      const all = [...(places.get(role) ?? []), ...columns];
      places.set(
        role,
        all.toSorted((left, right) => left - right),
      );
    }
    return { places, unknown };
  };
};

export const hasRoles = (columns: SetColumns, roles: readonly SetRole[]): boolean =>
  roles.every((role) => columns.places.has(role));

/** Whether a heading has all of these names, however they are written. */
export const hasHeadings = (heading: readonly string[], names: readonly string[]): boolean => {
  const places = placesByHeading(heading);
  return names.every((name) => places.has(name));
};
