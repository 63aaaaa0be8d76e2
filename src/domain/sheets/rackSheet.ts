import type { PlainDate } from '../kernel/plainDate.ts';
import { fullDate, weekdayName } from './dateText.ts';
import { given } from './given.ts';
import { withoutGym, type LiftWeek, type SheetSession, type SheetSlot } from './liftSession.ts';
import { rackRoomMm, rackRowMm } from './rackHeights.ts';
import { layOutRow } from './sheetRow.ts';
import { ENGLISH_SHEET, type SheetWords } from './sheetWords.ts';
import { coachText, type SheetCoach } from './weekSheet.ts';
import { compareLabels } from '../programs/labelOrder.ts';

/** How the athletes of a rack sheet are ordered. */
export const RACK_ORDERS = ['rack', 'plates', 'name'] as const;

export type RackOrder = (typeof RACK_ORDERS)[number];

export interface RackSheetInput {
  readonly heading: string;
  readonly date: PlainDate;
  /** Sessions of that day; one athlete may have two. */
  readonly lifters: readonly { readonly week: LiftWeek; readonly session: SheetSession }[];
  readonly order: RackOrder;
  readonly coach: SheetCoach;
  readonly isNoGym?: boolean | undefined;
  readonly words?: SheetWords | undefined;
}

/** What one athlete does at one place of the session; without lines, nothing. */
export interface RackCell {
  readonly lines: readonly { readonly target: string; readonly plates?: string | undefined; readonly sets: number }[];
  /** The exercise, where it is not its column's. */
  readonly swap?: string | undefined;
}

export interface RackRow {
  readonly athlete: string;
  readonly session: string;
  /** First of a rack, or of those with equal plates: what they share. */
  readonly group?: string | undefined;
  readonly cells: readonly RackCell[];
}

export interface RackPage {
  readonly columns: readonly { readonly label: string; readonly exercise: string }[];
  readonly rows: readonly RackRow[];
  /** `1 of 2`; absent when there is only one page. */
  readonly part?: string | undefined;
}

export interface RackContent {
  readonly heading: string;
  readonly dateText: string;
  readonly coach?: string | undefined;
  readonly order: RackOrder;
  readonly variant?: string | undefined;
  readonly pages: readonly RackPage[];
  readonly leftOut?: string | undefined;
}

/** More cannot be read from across a room. */
export const RACK_ROWS_A_PAGE = 24;

const COLUMNS_A_PAGE = 5;

/** So many share a rack. */
const ATHLETES_A_RACK = 4;

interface Lifter {
  readonly week: LiftWeek;
  readonly session: SheetSession;
  readonly slots: ReadonlyMap<string, SheetSlot>;
  readonly loadKg: number;
  readonly plates: string;
}

const lifterOf = (week: LiftWeek, session: SheetSession, words: SheetWords): Lifter => {
  const [first] = session.slots;
  const row = first === undefined ? undefined : layOutRow(first, [], week.massUnit, words);
  return {
    week,
    session,
    slots: new Map(session.slots.map((slot) => [slot.slot.label, slot])),
    loadKg: Math.max(0, ...(first?.resolved ?? []).map(({ loadKg }) => loadKg ?? 0)),
    plates: row?.lines.at(-1)?.plates ?? '',
  };
};

const byName = (a: Lifter, b: Lifter): number =>
  a.week.athlete < b.week.athlete ? -1 : a.week.athlete > b.week.athlete ? 1 : 0;

/** Heaviest first, so that plates only come off; those with equal plates together. */
const inOrder = (lifters: readonly Lifter[], order: RackOrder): readonly Lifter[] => {
  if (order === 'name') return lifters.toSorted(byName);
  const byLoad = lifters.toSorted((a, b) => b.loadKg - a.loadKg || byName(a, b));
  if (order === 'rack') return byLoad;
  const places = new Map<string, number>();
  for (const { plates } of byLoad) if (!places.has(plates)) places.set(plates, places.size);
  return byLoad.toSorted((a, b) => (places.get(a.plates) ?? 0) - (places.get(b.plates) ?? 0));
};

const groupOf = (
  lifters: readonly Lifter[],
  index: number,
  order: RackOrder,
  words: SheetWords,
): string | undefined => {
  if (order === 'rack') return index % ATHLETES_A_RACK === 0 ? words.rack(index / ATHLETES_A_RACK + 1) : undefined;
  const plates = lifters[index]?.plates ?? '';
  if (order === 'name' || plates === '' || lifters[index - 1]?.plates === plates) return undefined;
  return lifters[index + 1]?.plates === plates ? words.samePlates : '';
};

interface Column {
  readonly label: string;
  readonly key: string;
  readonly exercise: string;
}

/** The places of the session in order, each with the exercise that most do there. */
const columnsOf = (lifters: readonly Lifter[]): readonly Column[] => {
  const labels = [...new Set(lifters.flatMap(({ slots }) => [...slots.keys()]))].toSorted(compareLabels);
  return labels.map((label) => {
    const counts = new Map<string, { readonly name: string; count: number }>();
    for (const { slots } of lifters) {
      const exercise = slots.get(label)?.exercise;
      if (exercise === undefined) continue;
      const known = counts.get(exercise.key);
      if (known === undefined) counts.set(exercise.key, { name: exercise.name, count: 1 });
      else known.count += 1;
    }
    const [most] = [...counts].toSorted(([, a], [, b]) => b.count - a.count);
    return { label, key: most?.[0] ?? '', exercise: most?.[1].name ?? '' };
  });
};

const cellOf = (lifter: Lifter, column: Column, words: SheetWords): RackCell => {
  const slot = lifter.slots.get(column.label);
  if (slot === undefined) return { lines: [] };
  const row = layOutRow(slot, [], lifter.week.massUnit, words);
  return {
    lines: row.lines.map(({ target, plates, setBoxes }) => ({ target, ...given('plates', plates), sets: setBoxes })),
    ...(slot.exercise.key === column.key ? {} : { swap: slot.exercise.name }),
  };
};

const inParts = <T>(all: readonly T[], most: number): readonly (readonly T[])[] => {
  const parts = Math.max(1, Math.ceil(all.length / most));
  const each = Math.max(1, Math.ceil(all.length / parts));
  return Array.from({ length: parts }, (_, part) => all.slice(part * each, (part + 1) * each));
};

/** Rows that fit on a page each; rows with swaps and several loads are higher than others. */
const inPages = (rows: readonly RackRow[], columns: number): readonly (readonly RackRow[])[] => {
  const pages: RackRow[][] = [[]];
  const wholeMm = rackRoomMm(rows);
  let roomMm = wholeMm;
  for (const row of rows) {
    const heightMm = rackRowMm(row, columns);
    const current = pages.at(-1) ?? [];
    if (current.length > 0 && (heightMm > roomMm || current.length === RACK_ROWS_A_PAGE)) {
      pages.push([row]);
      roomMm = wholeMm - heightMm;
    } else {
      current.push(row);
      roomMm -= heightMm;
    }
  }
  return pages;
};

/** Pages of at most so many athletes and so many places, each with its own heads. */
const pagesOf = (rows: readonly RackRow[], columns: readonly Column[], words: SheetWords): readonly RackPage[] => {
  const parts = inParts(columns, COLUMNS_A_PAGE);
  const across = Math.max(1, ...parts.map((part) => part.length));
  const all = inPages(rows, across).flatMap((some) =>
    parts.map((part) => {
      const from = columns.indexOf(part[0] ?? { label: '', key: '', exercise: '' });
      return {
        columns: part.map(({ label, exercise }) => ({ label, exercise })),
        rows: some.map((row) => ({ ...row, cells: row.cells.slice(Math.max(0, from), from + part.length) })),
      };
    }),
  );
  if (all.length === 1) return all;
  return all.map((page, index) => ({ ...page, part: words.part(index + 1, all.length) }));
};

/** One session of a group on a rack (sheets.md, layout 3): athletes down, places of the session across. */
export const layOutRack = (input: RackSheetInput): RackContent => {
  const words = input.words ?? ENGLISH_SHEET;
  const planned = input.lifters.map(({ week, session }) => ({
    week,
    ...(input.isNoGym === true ? withoutGym(session) : { session, leftOut: [] }),
  }));
  const lifters = inOrder(
    planned.map(({ week, session }) => lifterOf(week, session, words)),
    input.order,
  );
  const columns = columnsOf(lifters);
  const rows = lifters.map((lifter, index): RackRow => ({
    athlete: lifter.week.athlete,
    session: lifter.session.name,
    ...given('group', groupOf(lifters, index, input.order, words)),
    cells: columns.map((column) => cellOf(lifter, column, words)),
  }));
  const leftOut = [...new Set(planned.flatMap((one) => one.leftOut))];
  return {
    heading: input.heading,
    dateText: `${weekdayName(input.date, words.dates)} ${fullDate(input.date, words.dates)}`,
    ...given('coach', coachText(input.coach, words)),
    order: input.order,
    ...given('variant', input.isNoGym === true ? words.noGymVariant : undefined),
    pages: pagesOf(rows, columns, words),
    ...given('leftOut', leftOut.length === 0 ? undefined : words.leftOut(leftOut.join(', '))),
  };
};
