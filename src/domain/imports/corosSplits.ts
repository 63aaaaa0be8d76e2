import type { ActivityRole } from './activityList.ts';
import type { CsvTable } from './csvTable.ts';
import type { FileRefusal } from './draft.ts';
import type { Importer } from './importer.ts';
import type { Places } from './columnRoles.ts';
import type { Result } from '../kernel/result.ts';
import { activityImporter } from './activityList.ts';
import { placesOf, roleWords, withAll } from './columnRoles.ts';
import { parseDuration } from './durations.ts';
import { decimalMarkOf, readNumber } from './numbers.ts';
import { fail, ok } from '../kernel/result.ts';

type SplitRole = 'split' | 'elapsed' | 'moving' | 'distance' | 'ascent' | 'cadence' | 'averageHr' | 'maxHr';

const WORDS = roleWords<SplitRole>([
  ['split', 'split'],
  ['elapsed', 'time'],
  ['moving', 'moving time'],
  ['distance', 'getdistance'],
  ['ascent', 'elevation gain'],
  ['cadence', 'avg run cadence'],
  ['averageHr', 'avg hr'],
  ['maxHr', 'max hr'],
]);

const splitPlaces = (heading: readonly string[]): Places<SplitRole> | undefined =>
  withAll(placesOf(heading, WORDS), ['split', 'elapsed', 'distance']);

/** `[Run][20240131][073000].csv` */
const FILE_NAME = /\[([^[\]]+)\]\[(\d{4})(\d{2})(\d{2})\]\[(\d{2})(\d{2})(\d{2})\]/u;

const SUMS = ['distance', 'elapsed', 'moving', 'ascent'] as const;
const MEANS = ['averageHr', 'cadence'] as const;
const HEADING: readonly ActivityRole[] = ['start', 'sport', ...SUMS, ...MEANS, 'maxHr'];

const HEADING_WORDS = roleWords<ActivityRole>(HEADING.map((role) => [role, role]));

/** Figures of one split by role; durations in seconds. */
type SplitFigures = (row: number, role: SplitRole) => number;

const figuresOf = (table: CsvTable, places: Places<SplitRole>): SplitFigures => {
  const cellAt = (row: number, role: SplitRole): string => table.records.at(row)?.cells[places.get(role) ?? -1] ?? '';
  const rows = table.records.map((_, row) => row);
  const mark = decimalMarkOf(rows.map((row) => cellAt(row, 'distance')));
  return (row, role) => {
    const cell = cellAt(row, role);
    const isTime = role === 'elapsed' || role === 'moving';
    return (isTime ? parseDuration(cell) : readNumber(cell, mark)) ?? 0;
  };
};

/** One row for the whole activity: sums, means by time, and what only the file's name says. */
const asOneRow = (table: CsvTable, fileName: string | undefined): Result<CsvTable, FileRefusal> => {
  const places = splitPlaces(table.heading);
  const named = FILE_NAME.exec(fileName ?? '');
  if (places === undefined || named === null) {
    const found = 'the splits of a COROS activity without its date';
    const expected = 'the file under its own name, such as [Run][20240131][073000].csv: it says what and when';
    return fail({ reason: 'unknownFormat', line: table.headingLine, found, expected });
  }
  const [, sport = '', year = '', month = '', day = '', hour = '', minute = '', second = ''] = named;
  const figure = figuresOf(table, places);
  const splits = table.records.flatMap(({ cells }, row) =>
    /^\s*\d+\s*$/u.test(cells[places.get('split') ?? 0] ?? '') ? [row] : [],
  );
  const sum = (of: (row: number) => number): number => splits.reduce((total, row) => total + of(row), 0);
  const timeS = sum((row) => figure(row, 'elapsed'));
  const mean = (role: SplitRole): number =>
    timeS === 0 ? 0 : sum((row) => figure(row, role) * figure(row, 'elapsed')) / timeS;
  const printed = (value: number): string => (value === 0 ? '' : String(value));
  const cells = [
    `${year}-${month}-${day} ${hour}:${minute}:${second}`,
    sport,
    ...SUMS.map((role) => printed(sum((row) => figure(row, role)))),
    ...MEANS.map((role) => printed(mean(role))),
    printed(Math.max(0, ...splits.map((row) => figure(row, 'maxHr')))),
  ];
  return ok({
    ...table,
    heading: HEADING,
    records: [{ line: table.records.at(0)?.line ?? table.headingLine, cells }],
    passedOver: { ...table.passedOver, 'split of the activity': table.records.length },
  });
};

const ACTIVITY = activityImporter({
  format: 'coros-splits',
  name: 'COROS activity',
  knownBy: 'Split, Time, Moving Time, GetDistance, … (one activity a file)',
  source: 'coros',
  find: (heading) => placesOf(heading, HEADING_WORDS),
});

/** COROS exports one activity a file, as its splits. */
export const COROS_IMPORTERS: readonly Importer[] = [
  {
    ...ACTIVITY,
    matches: (heading) => splitPlaces(heading) !== undefined,
    read: (table, context) => {
      const row = asOneRow(table, context.fileName);
      return row.ok ? ACTIVITY.read(row.value, context) : row;
    },
  },
];
