import type { z } from 'zod';
import type { runMerge } from '../../contract/schemas/imports.ts';
import { RUN_FIELDS } from '../../domain/imports/changedEntries.ts';
import type { DraftActivity } from '../../domain/imports/draft.ts';
import { mergeRuns, type SourcedRun } from '../../domain/imports/mergeRuns.ts';
import { sameRuns } from '../../domain/imports/sameRun.ts';
import { addDays } from '../../domain/kernel/plainDate.ts';
import type { ReadDb } from '../db/sql.ts';
import { runsOfOtherApps } from './runSourceStore.ts';

type RunMerge = z.output<typeof runMerge>;

/** A run there is already, stored or in an earlier file of the same import. */
export interface HeldRun extends SourcedRun {
  /** Absent while it is not stored. */
  readonly runId?: number | undefined;
  readonly sourceId?: string | undefined;
}

export interface Merge {
  readonly held: HeldRun;
  readonly incoming: DraftActivity;
}

export const heldBy = (format: string, activity: DraftActivity): HeldRun => ({ source: format, ...activity });

/** Another app names the run by its own number: nothing has to be compared. */
const byNumber = (held: readonly HeldRun[], incoming: readonly DraftActivity[]): readonly Merge[] => {
  const numbered = new Map(held.flatMap((one) => (one.sourceId === undefined ? [] : [[one.sourceId, one] as const])));
  return incoming.flatMap((one) => {
    const found = one.externalId === undefined ? undefined : numbered.get(one.externalId);
    return found === undefined ? [] : [{ held: found, incoming: one }];
  });
};

/** Which new runs of a file other apps have told already. */
export const mergesOf = (
  db: ReadDb,
  athleteId: number | undefined,
  format: string,
  incoming: readonly DraftActivity[],
  alsoHeld: readonly HeldRun[],
): readonly Merge[] => {
  const days = incoming.map(({ performedOn }) => performedOn).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const stored =
    athleteId === undefined ? [] : runsOfOtherApps(db, athleteId, format, addDays(first, -1), addDays(last, 1));
  const held: readonly HeldRun[] = [...stored, ...alsoHeld.filter(({ source }) => source !== format)];
  if (held.length === 0) return [];
  const sure = byNumber(held, incoming);
  const taken = new Set<unknown>(sure.flatMap((merge) => [merge.held, merge.incoming]));
  const pairs = sameRuns(
    held.filter((one) => !taken.has(one)),
    incoming.filter((one) => !taken.has(one)),
  );
  return [...sure, ...pairs.map(({ known, incoming: one }) => ({ held: known, incoming: one }))];
};

/** All but the sport: both are runs, whatever each app calls that. */
const FIELDS = RUN_FIELDS.filter((field) => field !== 'sport');

/** What becomes otherwise in the run that is there, field by field. */
export const mergeInWords = ({ held, incoming }: Merge, format: string): RunMerge => {
  const { run } = mergeRuns([held, heldBy(format, incoming)]);
  const fields = FIELDS.flatMap((field) => {
    const [before, after] = [held[field], run[field]];
    return before === after || after === undefined
      ? []
      : [{ field, ...(before === undefined ? {} : { before: String(before) }), after: String(after) }];
  });
  return {
    on: held.performedOn,
    title: held.title ?? held.sport,
    with: held.source,
    line: incoming.line,
    fields,
  };
};
