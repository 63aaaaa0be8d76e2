import type { z } from 'zod';
import { mappedColumns, type importReading } from '../../contract/schemas/imports.ts';
import type { DraftSession, ImportDraft } from '../../domain/imports/draft.ts';
import { shiftedKey, wholeHourShift } from '../../domain/imports/shift.ts';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { knownKeys, otherHolder, sessionStarts } from './importStore.ts';
import type { ReadDb } from '../db/sql.ts';

export type ImportReading = z.output<typeof importReading>;

/** Problems beyond these are counted, not listed: a coach reads the first screenful. */
export const PROBLEMS_LISTED = 500;

/** A file for an athlete, with what is new told apart from what is there already. */
export interface SortedDraft {
  readonly draft: ImportDraft;
  readonly newActivities: ImportDraft['activities'];
  readonly newSessions: readonly DraftSession[];
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
const rekeyed = (db: ReadDb, draft: ImportDraft, athleteId: AthleteId | undefined): readonly DraftSession[] => {
  if (athleteId === undefined || draft.sessions.length === 0) return draft.sessions;
  const hours = wholeHourShift(sessionStarts(db, athleteId, draft.format), draft.sessions.map(startOf));
  if (hours === 0) return draft.sessions;
  return draft.sessions.map((session) => {
    const { startKey } = startOf(session);
    return { ...session, importKey: session.importKey.replace(startKey, shiftedKey(startKey, hours)) };
  });
};

/** By what a file was read that no app is known to write, in the shape of the contract. */
export const mappedOf = ({ mapped }: ImportDraft): Pick<ImportReading, 'mapped'> =>
  mapped === undefined ? {} : { mapped: mappedColumns.parse(mapped) };

/** Compares a draft with what the athlete has, and with what earlier files of the same import bring. */
export const sortDraft = (
  db: ReadDb,
  draft: ImportDraft,
  whose: Whose,
  alsoKnown: ReadonlySet<string>,
): SortedDraft => {
  const known = whose.athleteId === undefined ? new Set<string>() : knownKeys(db, whose.athleteId);
  const isNew = ({ importKey }: { readonly importKey: string }): boolean =>
    !known.has(importKey) && !alsoKnown.has(importKey);
  const sessions = rekeyed(db, draft, whose.athleteId);
  const newActivities = draft.activities.filter(isNew);
  const newSessions = sessions.filter(isNew);
  const newWellness = draft.wellness.filter(isNew);
  const runs = draft.activities.filter((activity) => activity.isRun);
  const others = draft.activities.filter((activity) => !activity.isRun);
  const added = (all: readonly { readonly importKey: string }[]): number => all.filter(isNew).length;
  const setsIn = (some: readonly DraftSession[]): number => some.reduce((sum, session) => sum + session.sets.length, 0);
  const days = [
    ...[...draft.activities, ...sessions].map((entry) => entry.performedOn),
    ...draft.wellness.map((entry) => entry.measuredOn),
  ].sort();
  const stranger = newActivities[0] && otherHolder(db, whose.athleteId, newActivities[0].importKey);
  const warning =
    stranger === undefined
      ? []
      : [
          {
            line: newActivities[0]?.line ?? 1,
            field: 'athlete',
            found: `activities that ${stranger} already has`,
            expected: `a file of ${whose.athlete}: check that it is theirs before importing`,
          },
        ];
  return {
    draft,
    newActivities,
    newSessions,
    newWellness,
    reading: {
      ...whose,
      format: draft.format,
      formatName: draft.formatName,
      rows: draft.rows,
      runs: { added: added(runs), duplicate: runs.length - added(runs), merged: 0 },
      sessions: { added: newSessions.length, duplicate: sessions.length - newSessions.length },
      sets: { added: setsIn(newSessions), duplicate: setsIn(sessions) - setsIn(newSessions) },
      otherActivities: { added: added(others), duplicate: others.length - added(others) },
      wellness: { added: newWellness.length, duplicate: draft.wellness.length - newWellness.length },
      athletes: { added: 0, duplicate: 0 },
      firstDate: days[0],
      lastDate: days.at(-1),
      passedOver: { ...draft.passedOver },
      assumptions: [...draft.assumptions],
      problems: [...warning, ...draft.problems].slice(0, PROBLEMS_LISTED),
      problemCount: warning.length + draft.problems.length,
      ...(draft.runsInLog === undefined ? {} : { runsInLog: draft.runsInLog }),
      ...mappedOf(draft),
    },
  };
};
