import type { z } from 'zod';
import { mappedColumns, type importReading } from '../../contract/schemas/imports.ts';
import {
  rekeyedSession,
  setCountOf,
  type DraftActivity,
  type DraftSession,
  type ImportDraft,
  type ImportProblem,
} from '../../domain/imports/draft.ts';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import { shiftedKey, wholeHourShift } from '../../domain/imports/shift.ts';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { changedEntries, type AlsoEntered } from './changedEntryStore.ts';
import { growthOf, type GrownSession, type HeldSession } from './grownSessionStore.ts';
import { mergeInWords, mergesOf, type HeldRun, type Merge } from './mergePlan.ts';
import { knownKeys, otherHolder, sessionStarts } from './importStore.ts';
import type { ReadDb } from '../db/sql.ts';

export type ImportReading = z.output<typeof importReading>;

/** Problems beyond these are counted, not listed: a coach reads the first screenful. */
export const PROBLEMS_LISTED = 500;
const MERGES_LISTED = 200;
const CHANGES_LISTED = 200;

/** What earlier files of the same import bring for the same athlete. */
export interface AlsoThere extends AlsoEntered {
  readonly keys: ReadonlySet<string>;
  readonly sessions: ReadonlyMap<string, HeldSession>;
  readonly runs: readonly HeldRun[];
}

export const NOTHING_ELSE: AlsoThere = {
  keys: new Set(),
  runs: [],
  activities: new Map(),
  sessions: new Map(),
  wellness: new Map(),
};

/** A file for an athlete, with what is new told apart from what is there already. */
export interface SortedDraft {
  readonly draft: ImportDraft;
  readonly newActivities: ImportDraft['activities'];
  /** Runs that other apps have told already. */
  readonly merges: readonly Merge[];
  readonly newSessions: readonly DraftSession[];
  /** Sessions that are there already and were exported before they were over. */
  readonly grown: readonly GrownSession[];
  readonly newWellness: ImportDraft['wellness'];
  readonly reading: ImportReading;
}

interface Whose {
  readonly file: string;
  readonly athlete: string;
  readonly athleteId?: AthleteId | undefined;
}

const startOf = (session: DraftSession) => ({
  startKey: `${session.performedOn} ${session.timeOfDay ?? ''}`.trim(),
  title: session.title,
});

/** Sessions keyed as the athlete's history already has them, when the app has moved the whole file by hours. */
const rekeyed = (
  db: ReadDb,
  draft: ImportDraft,
  athleteId: AthleteId | undefined,
  known: ReadonlySet<string>,
): readonly DraftSession[] => {
  if (athleteId === undefined || draft.sessions.every(({ importKey }) => known.has(importKey))) return draft.sessions;
  const hours = wholeHourShift(sessionStarts(db, athleteId, draft.format), draft.sessions.map(startOf));
  if (hours === 0) return draft.sessions;
  return draft.sessions.map((session) => {
    const { startKey } = startOf(session);
    return rekeyedSession(session, session.importKey.replace(startKey, shiftedKey(startKey, hours)));
  });
};

/** By what a file was read that no app is known to write, in the shape of the contract. */
export const mappedOf = ({ mapped }: ImportDraft): Pick<ImportReading, 'mapped'> =>
  mapped === undefined ? {} : { mapped: mappedColumns.parse(mapped) };

/** Rows of several people in a file that goes to one of them. */
const ofSeveral = ({ namesInside = [] }: ImportDraft): ImportProblem[] =>
  namesInside.length < 2
    ? []
    : [
        {
          line: 1,
          field: 'athlete',
          found: `rows of ${namesInside.join(', ')}`,
          expected: 'the rows of one athlete; all of them go to whomever the file is given',
        },
      ];

/** Activities that somebody else has already. */
const ofAnother = (db: ReadDb, { athleteId, athlete }: Whose, first: DraftActivity | undefined): ImportProblem[] => {
  // Nobody is named yet: whose entries these are is proposed, not warned of.
  const stranger = athlete === '' ? undefined : first && otherHolder(db, athleteId, first.importKey);
  return stranger === undefined
    ? []
    : [
        {
          line: first?.line ?? 1,
          field: 'athlete',
          found: `activities that ${stranger} already has`,
          expected: `a file of ${athlete}: check that it is theirs before importing`,
        },
      ];
};

const setsIn = (some: readonly DraftSession[]): number => some.reduce((sum, session) => sum + setCountOf(session), 0);

/** The first and the last day that a draft says something of. */
const daysOf = ({ activities, sessions, wellness }: ImportDraft): Pick<ImportReading, 'firstDate' | 'lastDate'> => {
  let [firstDate, lastDate]: [PlainDate | undefined, PlainDate | undefined] = [undefined, undefined];
  const reach = (day: PlainDate): void => {
    if (firstDate === undefined || day < firstDate) firstDate = day;
    if (lastDate === undefined || day > lastDate) lastDate = day;
  };
  for (const { performedOn } of activities) reach(performedOn);
  for (const { performedOn } of sessions) reach(performedOn);
  for (const { measuredOn } of wellness) reach(measuredOn);
  return { firstDate, lastDate };
};

/** Compares a draft with what the athlete has, and with what earlier files of the same import bring. */
export const sortDraft = (db: ReadDb, draft: ImportDraft, whose: Whose, also: AlsoThere): SortedDraft => {
  const known = whose.athleteId === undefined ? new Set<string>() : knownKeys(db, whose.athleteId);
  const isNew = ({ importKey }: { readonly importKey: string }): boolean =>
    !known.has(importKey) && !also.keys.has(importKey);
  const sessions = rekeyed(db, draft, whose.athleteId, known);
  const untold = draft.activities.filter(isNew);
  const merges = mergesOf(
    db,
    whose.athleteId,
    draft.format,
    untold.filter(({ isRun }) => isRun),
    also.runs,
  );
  const merged = new Set(merges.map(({ incoming }) => incoming));
  const newActivities = untold.filter((activity) => !merged.has(activity));
  const newSessions = sessions.filter(isNew);
  const newWellness = draft.wellness.filter(isNew);
  const isThere = (entry: { readonly importKey: string }): boolean => !isNew(entry);
  const { grown, setsOtherwise, changes } = growthOf(db, whose.athleteId, sessions.filter(isThere), also.sessions);
  const otherChanges = changedEntries(
    db,
    whose.athleteId,
    { activities: draft.activities.filter(isThere), wellness: draft.wellness.filter(isThere) },
    also,
  );
  const completedSets = grown.reduce((sum, { sets }) => sum + sets.length, 0);
  const newSets = setsIn(newSessions) + completedSets;
  const runs = draft.activities.filter((activity) => activity.isRun);
  const others = draft.activities.filter((activity) => !activity.isRun);
  const added = (all: readonly { readonly importKey: string }[]): number => all.filter(isNew).length;
  const days = daysOf(draft);
  const newRuns = newActivities.filter(({ isRun }) => isRun).length;
  const warnings = [...ofSeveral(draft), ...ofAnother(db, whose, newActivities[0])];
  return {
    draft,
    newActivities,
    merges,
    newSessions,
    grown,
    newWellness,
    reading: {
      ...whose,
      format: draft.format,
      formatName: draft.formatName,
      rows: draft.rows,
      runs: { added: newRuns, duplicate: runs.length - newRuns - merges.length, merged: merges.length },
      merges: merges.slice(0, MERGES_LISTED).map((merge) => mergeInWords(merge, draft.format)),
      sessions: { added: newSessions.length, duplicate: sessions.length - newSessions.length },
      sets: { added: newSets, duplicate: setsIn(sessions) - newSets },
      completed: { sessions: grown.length, sets: completedSets },
      changes: [...changes, ...otherChanges].toSorted((left, right) => left.line - right.line).slice(0, CHANGES_LISTED),
      changeCount: changes.length + otherChanges.length,
      otherActivities: { added: added(others), duplicate: others.length - added(others) },
      wellness: { added: newWellness.length, duplicate: draft.wellness.length - newWellness.length },
      athletes: { added: 0, duplicate: 0 },
      ...days,
      passedOver: {
        ...draft.passedOver,
        ...(setsOtherwise === 0 ? {} : { 'sets of a session that differs from what is here': setsOtherwise }),
      },
      assumptions: [...draft.assumptions],
      problems: [...warnings, ...draft.problems].slice(0, PROBLEMS_LISTED),
      problemCount: warnings.length + draft.problems.length + (draft.undescribed ?? 0),
      ...(draft.runsInLog === undefined ? {} : { runsInLog: draft.runsInLog }),
      ...mappedOf(draft),
    },
  };
};
