import type { CsvRecord } from './csvRecords.ts';
import type { CsvTable } from './csvTable.ts';
import type { Importer } from './importer.ts';
import { columnFinder } from './setRoles.ts';
import { setLogImporter } from './setLog.ts';

const HEADING = ['mydate', 'belongsession', 'ename', 'logs', 'load'];

const columnsOf = columnFinder({
  date: 'mydate',
  sessionNumber: 'belongsession',
  exercise: 'ename',
  reps: 'logs',
  weight: 'load',
});

const isSectionLine = (cells: readonly string[]): boolean => /^#{3} .*\w.*#{3,}$/u.test(cells[0]?.trim() ?? '');

/** In a backup every section has a heading of bare words; rows of data have numbers. */
const isHeading = (cells: readonly string[]): boolean =>
  cells.length > 2 && cells.every((cell) => /^[a-z_]+$/iu.test(cell.trim()));

interface Section {
  readonly names: readonly string[];
  readonly records: CsvRecord[];
}

const sectionsOf = (records: Iterable<CsvRecord>): Section[] => {
  const sections: Section[] = [];
  for (const record of records) {
    if (isHeading(record.cells)) sections.push({ names: record.cells.map((cell) => cell.trim()), records: [] });
    else sections.at(-1)?.records.push(record);
  }
  return sections;
};

const cellNamed = ({ names }: Section, record: CsvRecord | undefined, name: string): string =>
  record?.cells[names.indexOf(name)] ?? '';

const setsOf = (section: Section, record: CsvRecord, unit: string): CsvRecord[] => {
  const begin = ['mydate', 'belongsession', 'ename'].map((name) => cellNamed(section, record, name));
  const logs = cellNamed(section, record, 'logs').trim();
  if (logs === '') return [];
  return logs.split(',').map((log) => {
    const match = /^\s*(-?[\d.]+)x(\d+)\s*$/u.exec(log);
    const cells = match === null ? [...begin, log, ''] : [...begin, match[2] ?? '', `${match[1] ?? ''} ${unit}`];
    return { line: record.line, cells };
  });
};

/** The backup has many sections; of its sets only the exercise logs say what was lifted, in the unit of its settings. */
const exerciseLogs = (table: CsvTable): CsvTable => {
  const sections = sectionsOf(table.records);
  const settings = sections.find(({ names }) => names.includes('mass'));
  const mass = settings === undefined ? '' : cellNamed(settings, settings.records[0], 'mass');
  const unit = mass.trim().replace(/s$/u, '');
  const logs = sections.find(({ names }) => names.includes('logs') && names.includes('ename'));
  return {
    ...table,
    heading: HEADING,
    records: logs === undefined ? [] : logs.records.flatMap((record) => setsOf(logs, record, unit)),
    passedOver: {},
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
