import type { CsvTable } from './csvTable.ts';
import type { ImportAssumption } from './draft.ts';
import type { Importer } from './importer.ts';
import type { WellnessPlaces, WellnessRole } from './wellnessList.ts';
import { dayNumber, plainDateOf } from '../kernel/plainDate.ts';
import { ok } from '../kernel/result.ts';
import { placesOf, roleWords, withAll } from './columnRoles.ts';
import { wellnessImporter } from './wellnessList.ts';

const WORDS = roleWords<WellnessRole>([
  ['day', 'timestamp_measurement, date'],
  ['timeOfDay', 'time'],
  ['restingHr', 'hr'],
  ['hrv', 'rmssd'],
  ['hrvScore', 'hrv4t_recovery_points'],
  ['sleep', 'sleep_time'],
]);

const find = (heading: readonly string[]): WellnessPlaces | undefined => {
  const places = withAll(placesOf(heading, WORDS), ['day', 'restingHr', 'hrv', 'hrvScore']);
  const day = heading[places?.get('day') ?? 0] ?? '';
  if (places === undefined || !/timestamp/iu.test(day)) return places;
  return new Map([...places].filter(([role]) => role !== 'timeOfDay'));
};

/** Behind the last column we read stand latitude and longitude with bare decimal commas, which shift only what follows them. */
const cutShort = (table: CsvTable, places: WellnessPlaces): CsvTable => {
  const width = Math.max(...places.values()) + 1;
  const records = table.records.map(({ line, cells }) => ({ line, cells: cells.slice(0, width) }));
  return { ...table, heading: table.heading.slice(0, width), records };
};

interface SplitDay {
  readonly year: number;
  readonly middle: number;
  readonly last: number;
}

const splitDay = (cell: string): SplitDay | undefined => {
  const match = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/u.exec(cell);
  return match === null ? undefined : { year: Number(match[1]), middle: Number(match[2]), last: Number(match[3]) };
};

const spanOf = (days: readonly SplitDay[], isDayLast: boolean): number => {
  const numbers = days.flatMap(({ year, middle, last }) => {
    const date = isDayLast ? plainDateOf(year, middle, last) : plainDateOf(year, last, middle);
    return date === undefined ? [] : [dayNumber(date)];
  });
  if (numbers.length < days.length) return Number.POSITIVE_INFINITY;
  return Math.max(...numbers) - Math.min(...numbers);
};

/** Android prints the day before the month: proved by a middle part over 12, else by which reading lies closer together. */
const isDayBeforeMonth = (days: readonly SplitDay[]): boolean => {
  if (days.some(({ middle }) => middle > 12)) return true;
  if (days.some(({ last }) => last > 12)) return false;
  return spanOf(days, false) < spanOf(days, true);
};

const swapped = (cell: string): string => {
  const day = splitDay(cell);
  return day === undefined ? cell : `${day.year}-${String(day.last)}-${String(day.middle)}`;
};

const ASSUMED: ImportAssumption = {
  what: 'dateOrder',
  chosen: 'year, day, month',
  evidence: 'HRV4Training on Android prints dates so, and the dates of this file fit no other way or worse',
};

const MORNINGS = wellnessImporter({
  format: 'hrv4training',
  name: 'HRV4Training measurements',
  knownBy: 'timestamp_measurement, HR, AVNN, SDNN, rMSSD, …, HRV4T_Recovery_Points',
  source: 'hrv4training',
  find,
  secondsPerSleep: 3600,
});

/** Morning measurements of HRV4Training, from iOS and Android. */
export const HRV4TRAINING_IMPORTERS: readonly Importer[] = [
  {
    ...MORNINGS,
    read: (table, context) => {
      const places = find(table.heading);
      const column = places?.get('day');
      if (places === undefined || column === undefined) return MORNINGS.read(table, context);
      const short = cutShort(table, places);
      const days = short.records.flatMap(({ cells }) => splitDay(cells[column] ?? '') ?? []);
      if (!isDayBeforeMonth(days)) return MORNINGS.read(short, context);
      const records = short.records.map(({ line, cells }) => ({
        line,
        cells: cells.map((cell, index) => (index === column ? swapped(cell) : cell)),
      }));
      const draft = MORNINGS.read({ ...short, records }, context);
      return draft.ok ? ok({ ...draft.value, assumptions: [ASSUMED, ...draft.value.assumptions] }) : draft;
    },
  },
];
