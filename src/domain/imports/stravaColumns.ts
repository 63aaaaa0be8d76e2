import type { StravaDistances } from './stravaDistances.ts';
import type { Sample } from './importer.ts';
import { normaliseHeading, placesByHeading } from './headings.ts';
import { isMissing } from './numbers.ts';
import { sportMeaning } from './sports.ts';
import { scriptedFigures } from './stravaDistances.ts';

/** Where a Strava table has what. Absent columns are `undefined`. */
export interface StravaColumns extends StravaDistances {
  readonly id: number | undefined;
  readonly date: number;
  readonly title: number | undefined;
  readonly sport: number;
  readonly description: number | undefined;
  readonly elapsed: number;
  readonly moving: number | undefined;
  readonly ascent: number | undefined;
  readonly maxCadence: number | undefined;
  readonly averageCadence: number | undefined;
  readonly maxHr: number | undefined;
  readonly averageHr: number | undefined;
  readonly rpe: number | undefined;
  readonly filename: number | undefined;
  /** What a number among the times counts, where it is not seconds. */
  readonly secondsPerNumber?: number;
  /** Whether times are the athlete's own instead of UTC. */
  readonly isLocal: boolean;
}

const within = (column: number, width: number): number | undefined => (column < width ? column : undefined);

/** The sixth heading (elapsed time) stands again here, the seventh (distance) two further on: true in every language. */
const repeatOf = (names: readonly string[], base: number): number | undefined => {
  const elapsed = names[base + 5];
  const distance = names[base + 6];
  if (elapsed === undefined || distance === undefined || elapsed === distance) return undefined;
  if (!/\p{L}/u.test(elapsed) || !/\p{L}/u.test(distance)) return undefined;
  for (let at = base + 10; at <= base + 20; at += 1) {
    if (names[at] === elapsed && names[at + 2] === distance) return at;
  }
  return undefined;
};

/** The bulk export since 2019, by its structure and not by its language. */
export const modernColumns = (heading: readonly string[]): StravaColumns | undefined => {
  const names = heading.slice(0, 80).map(normaliseHeading);
  const width = heading.length;
  const base = repeatOf(names, 0) === undefined ? 1 : 0;
  const again = repeatOf(names, base);
  if (again === undefined) return undefined;
  const effort = names[again + 22];
  const hasEffort = effort !== undefined && effort !== '' && names.slice(base, again).includes(effort);
  return {
    id: base,
    date: base + 1,
    title: base + 2,
    sport: base + 3,
    description: base + 4,
    elapsed: base + 5,
    roughDistance: base + 6,
    filename: again - 3,
    moving: again + 1,
    distance: again + 2,
    ascent: within(again + 5, width),
    maxCadence: within(again + 13, width),
    averageCadence: within(again + 14, width),
    maxHr: within(again + 15, width),
    averageHr: within(again + 16, width),
    rpe: hasEffort ? within(again + 28, width) : undefined,
    isLocal: false,
  };
};

const isActivityId = (name: string): boolean =>
  /(?:^|[^\p{L}])id(?:[^\p{L}]|$)/u.test(name) && /akti|acti|attivi|ativid|aktyw/u.test(name);

const isNumeric = (cell: string): boolean => isMissing(cell) || /^\s*\d[\d.,]*\s*$/u.test(cell);

/**
 * Whether rows stand as the export of 2019 has them, so that its columns may be taken by their places: word for the sport,
 * text for the description, numbers for time and distance. A cut table in an unknown language does not.
 */
const standsAsIn2019 = (rows: Sample): boolean =>
  rows.every((cells) => {
    const [sport = '', description = '', elapsed = '', distance = ''] = cells.slice(3, 7);
    return /\p{L}/u.test(sport) && !/^\s*\d[\d.,]*\s*$/u.test(description) && isNumeric(elapsed) && isNumeric(distance);
  });

/** The bulk export of 2019: eleven columns, nothing repeated. */
export const shortColumns = (heading: readonly string[], rows: Sample): StravaColumns | undefined => {
  const names = heading.map(normaliseHeading);
  if (names.length < 10 || names.length > 15 || !isActivityId(names[0] ?? '')) return undefined;
  if (!standsAsIn2019(rows)) return undefined;
  // Runkeeper's export begins alike, but says its units.
  if (names.some((name) => /\((?:km|mi|km\/h|mph)\)$/u.test(name))) return undefined;
  return {
    id: 0,
    date: 1,
    title: 2,
    sport: 3,
    description: 4,
    elapsed: 5,
    roughDistance: 6,
    filename: names.length - 1,
    moving: undefined,
    distance: undefined,
    ascent: undefined,
    maxCadence: undefined,
    averageCadence: undefined,
    maxHr: undefined,
    averageHr: undefined,
    rpe: undefined,
    isLocal: false,
  };
};

/** The bulk export up to 2018: lower case, metres. */
export const legacyColumns = (heading: readonly string[]): StravaColumns | undefined => {
  const places = placesByHeading(heading);
  const first = (name: string): number | undefined => places.get(name)?.[0];
  const [id, date, title, sport, elapsed] = ['id', 'date', 'name', 'type', 'elapsed_time'].map(first);
  const distance = first('distance');
  // A list of intervals.icu after somebody chose columns has all of these too.
  if (heading.some((cell) => normaliseHeading(cell).startsWith('icu_'))) return undefined;
  if (id === undefined || date === undefined || title === undefined || sport === undefined) return undefined;
  if (elapsed === undefined || distance === undefined) return undefined;
  return {
    id,
    date,
    title,
    sport,
    elapsed,
    distance,
    roughDistance: undefined,
    description: first('description'),
    filename: first('filename'),
    moving: first('moving_time'),
    ascent: undefined,
    maxCadence: undefined,
    averageCadence: undefined,
    maxHr: undefined,
    averageHr: undefined,
    rpe: undefined,
    isLocal: false,
  };
};

/** What scripts write from Strava's API: metres, seconds, the athlete's own time, or UTC where only that was kept. */
export const apiColumns = (heading: readonly string[], rows: Sample): StravaColumns | undefined => {
  const places = placesByHeading(heading);
  const first = (name: string): number | undefined => places.get(name)?.[0];
  const localDate = first('start_date_local');
  const date = localDate ?? first('start_date');
  const id = first('id') ?? first('activity_id');
  const sport = first('sport_type') ?? first('type');
  const distance = first('distance');
  const moving = first('moving_time');
  const elapsed = first('elapsed_time') ?? moving;
  if (heading.some((cell) => normaliseHeading(cell).startsWith('icu_'))) return undefined;
  if (date === undefined || id === undefined || sport === undefined) return undefined;
  if (distance === undefined || elapsed === undefined) return undefined;
  const onLand = rows.filter((cells) => !sportMeaning(cells[sport] ?? '').isSwim);
  const times = moving === undefined ? [elapsed] : [moving, elapsed];
  return {
    ...scriptedFigures(distance, { rows: onLand, times, speed: first('average_speed') }),
    id,
    date,
    sport,
    title: first('name') ?? sport,
    elapsed,
    moving,
    description: first('description'),
    filename: undefined,
    ascent: first('total_elevation_gain'),
    maxCadence: undefined,
    averageCadence: first('average_cadence'),
    maxHr: first('max_heartrate'),
    averageHr: first('average_heartrate'),
    rpe: first('perceived_exertion'),
    isLocal: localDate !== undefined,
  };
};
