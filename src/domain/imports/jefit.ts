import { NO_RECORD } from './csvRecords.ts';
import type { CsvTable } from './csvTable.ts';
import type { Importer } from './importer.ts';
import { recordsAt, reshaped } from './reshaping.ts';
import { rowsOf } from './rows.ts';
import { columnFinder } from './setRoles.ts';
import { setLogImporter } from './setLog.ts';

const HEADING = ['mydate', 'belongsession', 'ename', 'logs', 'load', 'duration', 'distance', 'unit'];

const columnsOf = columnFinder({
  date: 'mydate',
  sessionNumber: 'belongsession',
  exercise: 'ename',
  reps: 'logs',
  weight: 'load',
  seconds: 'duration',
  distance: 'distance',
  distanceUnit: 'unit',
});

const isSectionLine = (cells: readonly string[]): boolean => /^#{3} .*\w.*#{3,}$/u.test(cells[0]?.trim() ?? '');

/** In a backup every section has a heading of bare words; rows of data have numbers. */
const isHeading = (cells: readonly string[]): boolean =>
  cells.length > 2 && cells.every((cell) => /^[a-z_]+$/iu.test(cell.trim()));

interface Section {
  readonly names: readonly string[];
  /** Where its records stand in the file. */
  readonly places: number[];
}

const sectionsOf = (records: CsvTable['records']): Section[] => {
  const sections: Section[] = [];
  let place = 0;
  for (const { cells } of records) {
    if (isHeading(cells)) sections.push({ names: cells.map((cell) => cell.trim()), places: [] });
    else sections.at(-1)?.places.push(place);
    place += 1;
  }
  return sections;
};

/** A record's cells by the names of its section. */
const cellNamed = ({ names }: Section, cells: readonly string[], name: string): string =>
  cells[names.indexOf(name)] ?? '';

const blankIfNone = (cell: string): string => (/^\s*0*(?:\.0*)?\s*$/u.test(cell) ? '' : cell.trim());

/** A set as the list of sets has it: its load always in pounds, what it lasted in seconds, its way in miles. */
interface LoggedSet {
  readonly load: string;
  readonly reps: string;
  readonly seconds: string;
  readonly miles: string;
}

/** What an exercise log says of each of its sets, beside what it says itself. */
type SetsOfLog = (exerciseLogId: string) => readonly LoggedSet[];

const NO_SETS: readonly LoggedSet[] = [];

const setLogsOf = ({ records }: CsvTable, sections: readonly Section[]): SetsOfLog => {
  const section = sections.find(({ names }) => names.includes('exercise_log_id') && names.includes('set_index'));
  if (section === undefined) return () => NO_SETS;
  const placesByLog = new Map<string, number[]>();
  for (const place of section.places) {
    const id = cellNamed(section, records.at(place)?.cells ?? [], 'exercise_log_id').trim();
    const places = placesByLog.get(id);
    if (places === undefined) placesByLog.set(id, [place]);
    else places.push(place);
  }
  return (id) =>
    (placesByLog.get(id) ?? [])
      .map((place) => records.at(place)?.cells ?? [])
      .toSorted(
        (left, right) => Number(cellNamed(section, left, 'set_index')) - Number(cellNamed(section, right, 'set_index')),
      )
      .map((cells) => ({
        load: cellNamed(section, cells, 'weight_lbs').trim(),
        reps: blankIfNone(cellNamed(section, cells, 'reps')),
        seconds: blankIfNone(cellNamed(section, cells, 'duration')),
        miles: blankIfNone(cellNamed(section, cells, 'distance_mi')),
      }));
};

const beyondLoad = ({ seconds, miles }: LoggedSet): string[] => [seconds, miles, miles === '' ? '' : 'mi'];

/**
 * The sets of an exercise log, in the unit of the settings. Where the list of sets has as many, it says how long and how far
 * each was; where the log itself is empty, all of it comes from there.
 */
const setsOf = (section: Section, cells: readonly string[], unit: string, setsOfLog: SetsOfLog): string[][] => {
  const begin = ['mydate', 'belongsession', 'ename'].map((name) => cellNamed(section, cells, name));
  const listed = setsOfLog(cellNamed(section, cells, '_id').trim());
  const printed = cellNamed(section, cells, 'logs').trim();
  if (printed === '' && listed.length === 0) {
    // Nothing was done of it: it is counted as the empty set it is.
    return cellNamed(section, cells, 'ename').trim() === '' ? [] : [[...begin, '', '', '', '', '']];
  }
  if (printed === '') {
    return listed.map((set) => [...begin, set.reps, set.load === '' ? '' : `${set.load} lb`, ...beyondLoad(set)]);
  }
  const logs = printed.split(',');
  return logs.map((log, index) => {
    const match = /^\s*(-?[\d.]+)x(\d+)\s*$/u.exec(log);
    const set = listed.length === logs.length ? listed[index] : undefined;
    const beyond = set === undefined ? ['', '', ''] : beyondLoad(set);
    return match === null
      ? [...begin, log, '', ...beyond]
      : [...begin, match[2] ?? '', `${match[1] ?? ''} ${unit}`, ...beyond];
  });
};

/** What a row of another list by day is: JEFIT names no exercise there, and none of it is taken. */
const rowElsewhere = ({ names }: Section): string => {
  if (names.includes('distance')) return 'cardio log';
  return names.some((name) => name.startsWith('fat')) ? 'body measurement' : 'row of another list';
};

const daysElsewhere = (
  records: CsvTable['records'],
  sections: readonly Section[],
  logs: Section,
): CsvTable['passedOver'] => {
  const passedOver: Record<string, number> = {};
  for (const section of sections) {
    if (section === logs || !section.names.includes('mydate')) continue;
    const days = section.places.filter((place) =>
      /\d/u.test(cellNamed(section, records.at(place)?.cells ?? [], 'mydate')),
    );
    const what = rowElsewhere(section);
    if (days.length > 0) passedOver[what] = (passedOver[what] ?? 0) + days.length;
  }
  return passedOver;
};

/** The backup has many sections; of its sets the exercise logs say when and what, and the list of sets how long and how far. */
const exerciseLogs = (table: CsvTable): CsvTable => {
  const { records } = table;
  const sections = sectionsOf(records);
  const settings = sections.find(({ names }) => names.includes('mass'));
  const mass = settings && cellNamed(settings, records.at(settings.places[0] ?? -1)?.cells ?? [], 'mass');
  const unit = (mass ?? '').trim().replace(/s$/u, '');
  const logs = sections.find(({ names }) => names.includes('logs') && names.includes('ename'));
  if (logs === undefined) return { ...table, heading: HEADING, records: rowsOf(0, () => NO_RECORD), passedOver: {} };
  const setsOfLog = setLogsOf(table, sections);
  const ofLogs = { ...table, heading: logs.names, records: recordsAt(records, Uint32Array.from(logs.places)) };
  return {
    ...reshaped(ofLogs, HEADING, (cells) => setsOf(logs, cells, unit, setsOfLog)),
    passedOver: daysElsewhere(records, sections, logs),
  };
};

/** JEFIT's backup: sections under `### NAME ###` lines. */
export const JEFIT_IMPORTERS: readonly Importer[] = [
  setLogImporter(
    {
      format: 'jefit',
      name: 'JEFIT backup',
      keyPrefix: 'jefit',
      columnsOf,
      reshape: exerciseLogs,
      hasBlocks: true,
      sessionBy: 'number',
    },
    '### SETTING ###, … ### EXERCISE LOGS ### sections',
    isSectionLine,
  ),
];
