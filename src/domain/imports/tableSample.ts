import type { CsvTable } from './csvTable.ts';
import type { MappingGuess } from './mappingGuess.ts';
import { headerSignature, looksLikeData } from './columnMapping.ts';
import { guessMapping } from './mappingGuess.ts';

/** The beginning of a file for the coach to look at while saying what its columns hold. */
export interface TableSample {
  /** By what the file is known again. */
  readonly signature: string;
  readonly delimiter: string;
  /** The first line, whether it is a heading or not, and some rows below it; long cells are cut. */
  readonly heading: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly guess: MappingGuess;
}

/** So wide a table is nothing that anybody maps by hand. */
const MAX_MAPPED_COLUMNS = 120;
const SAMPLE_ROWS = 40;
const MAX_SAMPLE_CHARS = 120;

const short = (cell: string): string =>
  cell.length > MAX_SAMPLE_CHARS ? `${cell.slice(0, MAX_SAMPLE_CHARS - 1)}…` : cell;

/** `undefined` when there is nothing to map: a single column, very many, or no row. */
export const sampleOf = (table: CsvTable): TableSample | undefined => {
  const { heading, records, delimiter } = table;
  const isData = looksLikeData(heading);
  if (heading.length < 2 || heading.length > MAX_MAPPED_COLUMNS || (records.length === 0 && !isData)) return undefined;
  const rows = records.slice(0, SAMPLE_ROWS).map(({ cells }) => cells.slice(0, heading.length).map(short));
  const shown = heading.map(short);
  return {
    signature: headerSignature(heading, !isData),
    delimiter,
    heading: shown,
    rows,
    guess: guessMapping({ heading: shown, rows }),
  };
};
