import type { CsvTable } from './csvTable.ts';
import type { Separator } from './columnMapping.ts';
import type { MappingGuess } from './mappingGuess.ts';
import { headerSignature, looksLikeData, SEPARATORS } from './columnMapping.ts';
import { guessMapping } from './mappingGuess.ts';

/** The beginning of a file for the coach to look at while saying what its columns hold. */
export interface TableSample {
  /** By what the file is known again. */
  readonly signature: string;
  readonly delimiter: Separator;
  /** The first line, whether it is a heading or not, and some rows below it; long cells are cut. */
  readonly heading: readonly string[];
  readonly headingLine: number;
  readonly rows: readonly (readonly string[])[];
  /** Where each of the rows stands in the file. */
  readonly lines: readonly number[];
  readonly guess: MappingGuess;
}

/** So wide a table is nothing that anybody maps by hand. */
const MAX_MAPPED_COLUMNS = 120;
const SAMPLE_ROWS = 40;
const MAX_SAMPLE_CHARS = 120;

const short = (cell: string): string =>
  cell.length > MAX_SAMPLE_CHARS ? `${cell.slice(0, MAX_SAMPLE_CHARS - 1)}…` : cell;

/** `undefined` when there is nothing to map: fewer columns than asked for, very many, or no row. */
export const sampleOf = (table: CsvTable, leastColumns = 2): TableSample | undefined => {
  const { heading, records } = table;
  const isData = looksLikeData(heading);
  const isMappable = heading.length >= leastColumns && heading.length <= MAX_MAPPED_COLUMNS;
  const delimiter = SEPARATORS.find((separator) => separator === table.delimiter);
  if (!isMappable || delimiter === undefined || (records.length === 0 && !isData)) return undefined;
  const rows = records.slice(0, SAMPLE_ROWS).map(({ cells }) => cells.slice(0, heading.length).map(short));
  const shown = heading.map(short);
  return {
    signature: headerSignature(heading, !isData),
    delimiter,
    heading: shown,
    headingLine: table.headingLine,
    rows,
    lines: records.slice(0, SAMPLE_ROWS).map(({ line }) => line),
    guess: guessMapping({ heading: shown, rows }),
  };
};
