import type { MassUnit } from '../kernel/quantity.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { PrintedLine } from '../sheets/printedSession.ts';
import type { TypingProblem } from '../training/typedSets.ts';
import { doneSet, NOTHING_PLANNED, plannedSetOf, type DoneSet, type PlannedSet } from './plannedSet.ts';
import { readBox, type BoxEntry } from './typedBox.ts';

/** What was typed into a line of paper: its set boxes in order, one RPE for all of them, a note. Empty boxes are as planned. */
export interface TypedLine {
  readonly boxes: readonly string[];
  readonly rpe: string;
  readonly notes: string;
}

export const emptyLine = ({ setBoxes }: PrintedLine): TypedLine => ({
  boxes: Array.from({ length: setBoxes }, () => ''),
  rpe: '',
  notes: '',
});

/** Where in a line something is not understood: a box by its place, or the RPE. */
export interface LineProblem extends TypingProblem {
  readonly box: number | 'rpe';
}

/** What a line comes to, box by box. */
export interface LineReading {
  /** Sets of each box; a box whose sets another one told has none. */
  readonly boxes: readonly (readonly DoneSet[])[];
  readonly problems: readonly LineProblem[];
}

/** An RPE on its own, `8`, `8,5`, `@8` or `rir2`; `undefined` when nothing is typed. */
export const readEffort = (text: string): Result<number | undefined, TypingProblem> => {
  const trimmed = text.trim();
  if (trimmed === '') return ok(undefined);
  const read = readBox(/^\d/u.test(trimmed) ? `@${trimmed}` : trimmed, NOTHING_PLANNED, 'kg');
  const [only, ...more] = read.ok ? read.value.entries : [];
  const isEffort = only !== undefined && only !== 'skipped' && Object.keys(only).join() === 'rpe' && more.length === 0;
  if (isEffort) return ok(only.rpe);
  return fail({ at: 0, found: trimmed, expected: 'an RPE from 1 to 10, or rir2 for two in reserve' });
};

const setsIn = (entries: readonly BoxEntry[], planned: PlannedSet, rpe: number | undefined): readonly DoneSet[] =>
  entries.flatMap((entry) =>
    entry === 'skipped'
      ? []
      : [doneSet(planned, rpe === undefined || entry.rpe !== undefined ? entry : { ...entry, rpe })],
  );

/**
 * Reads a line against its plan. Several sets in one box fill the empty boxes after it; more than there are boxes were done on top.
 * The line's RPE stands for every set that does not say its own.
 */
export const readLine = (line: PrintedLine, typed: TypedLine, unit: MassUnit): LineReading => {
  const planned = plannedSetOf(line);
  const problems: LineProblem[] = [];
  const effort = readEffort(typed.rpe);
  if (!effort.ok) problems.push({ box: 'rpe', ...effort.error });
  const rpe = effort.ok ? effort.value : undefined;
  const boxes: (readonly DoneSet[])[] = [];
  let told = 0;
  typed.boxes.forEach((text, box) => {
    if (text.trim() === '') {
      const isOwn = told === 0 && planned !== undefined;
      boxes.push(isOwn ? setsIn([{}], planned, rpe) : []);
      told = Math.max(0, told - 1);
      return;
    }
    const read = readBox(text, planned ?? NOTHING_PLANNED, unit);
    if (!read.ok) {
      problems.push({ box, ...read.error });
      boxes.push([]);
      told = 0;
      return;
    }
    const { entries, skipsRest } = read.value;
    boxes.push(setsIn(entries, planned ?? NOTHING_PLANNED, rpe));
    told = skipsRest ? Number.POSITIVE_INFINITY : Math.max(0, entries.length - 1);
  });
  return { boxes, problems: [...problems, ...withoutAmount(boxes)] };
};

/** A load alone, where no repetitions were planned, is no set. */
const withoutAmount = (boxes: readonly (readonly DoneSet[])[]): readonly LineProblem[] =>
  boxes.flatMap((sets, box) =>
    sets.some(({ reps, holdS, distanceM }) => reps === undefined && holdS === undefined && distanceM === undefined)
      ? [{ box, at: 0, found: 'a set without repetitions', expected: 'repetitions too, as 5x92.5' }]
      : [],
  );
