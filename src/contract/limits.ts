import { MAX_CELL_CHARS, MAX_ENTRIES, MAX_FILE_BYTES, MAX_ROWS } from '../domain/imports/fileKind.ts';

export interface Limit {
  /** As the help says it: “A name: at most 120 characters”. */
  readonly what: string;
  readonly most: number;
  readonly of: string;
}

/**
 * How much of anything is taken. Far above what a coach needs and far below what would make the desk slow; what is above is refused
 * in words, and nothing of it is kept. The README and the settings print this table; a test asks for each at its limit and one above.
 */
export const LIMITS = {
  name: { what: 'A name of an athlete, race, group, program or session', most: 120, of: 'characters' },
  note: { what: 'Notes on an athlete', most: 20_000, of: 'characters' },
  remark: { what: 'Notes on a session, a run or a check-in', most: 2000, of: 'characters' },
  cell: { what: 'A cell of a program', most: 1000, of: 'characters' },
  groups: { what: 'Groups of one athlete', most: 20, of: 'groups' },
  tags: { what: 'Tags of one athlete', most: 40, of: 'tags' },
  sets: { what: 'A session as it was done', most: 150, of: 'sets' },
  programWeeks: { what: 'A program', most: 520, of: 'weeks' },
  programSessions: { what: 'A week of a program', most: 26, of: 'sessions' },
  programRows: { what: 'A session of a program', most: 200, of: 'exercises' },
  edits: { what: 'One change of a program, such as a paste', most: 12_000, of: 'cells' },
  athletesAtOnce: { what: 'One command for many athletes', most: 1000, of: 'athletes' },
  logo: { what: 'The picture on sheets', most: 200_000, of: 'characters of its data, about 150 kB' },
  filesAtOnce: { what: 'One import', most: 200, of: 'files' },
  fileBytes: { what: 'A file to import', most: MAX_FILE_BYTES, of: 'bytes' },
  fileRows: { what: 'A file to import', most: MAX_ROWS, of: 'rows' },
  fileEntries: { what: 'A file to import', most: MAX_ENTRIES, of: 'activities or measurements' },
  fileCell: { what: 'A cell of a file', most: MAX_CELL_CHARS, of: 'characters' },
  requestBytes: { what: 'One request of the window', most: 16 * 1024 * 1024, of: 'bytes' },
} as const satisfies Readonly<Record<string, Limit>>;

/** `A name: at most 120 characters` */
export const limitInWords = ({ what, most, of }: Limit): string =>
  `${what}: at most ${most.toLocaleString('en')} ${of}`;
