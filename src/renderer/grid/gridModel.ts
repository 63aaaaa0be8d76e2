import { isoWeekOf, type PlainDate } from '../../domain/kernel/plainDate.ts';
import type { Program, Slot, WeekKind } from '../../domain/programs/program.ts';
import { programRows, type ProgramRow, type ProgramSession } from '../../domain/programs/programRows.ts';
import { printCell } from '../../domain/programs/shorthand.ts';
import { compareLabels } from '../../domain/programs/labelOrder.ts';

/** A week of the grid. `week` counts from 1 over the whole program. */
export interface GridColumn {
  readonly week: number;
  readonly kind: WeekKind;
  readonly startsOn: PlainDate;
  readonly isoWeek: string;
  readonly block: string;
  readonly goal: string;
  /** The block begins here. */
  readonly isBlockStart: boolean;
}

/** A row that was begun and has no cell yet, or one whose last cell was emptied: kept in sight until it is removed. */
export interface DraftRow {
  readonly session: string;
  readonly label: string;
  readonly exerciseKey: string;
}

export interface DraftSession {
  readonly name: string;
  readonly weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  readonly minutes: number;
}

export type SessionLine = {
  readonly kind: 'session';
  readonly key: string;
  readonly session: ProgramSession;
  readonly draft?: DraftSession | undefined;
};

export type RowLine = { readonly kind: 'row'; readonly key: string; readonly row: ProgramRow };

/** Where the next exercise of a session is typed. */
export type AddLine = { readonly kind: 'add'; readonly key: string; readonly session: string };

export type GridLine = SessionLine | RowLine | AddLine;

export interface GridModel {
  readonly columns: readonly GridColumn[];
  readonly lines: readonly GridLine[];
}

export const rowLineKey = (row: Pick<ProgramRow, 'session' | 'label' | 'exerciseKey'>): string =>
  `row\n${row.session}\n${row.label}\n${row.exerciseKey}`;

export const sessionLineKey = (session: string): string => `session\n${session}`;

export const addLineKey = (session: string): string => `add\n${session}`;

const columnsOf = (program: Program): readonly GridColumn[] => {
  let week = 0;
  return program.blocks.flatMap((block) =>
    block.weeks.map((one, place): GridColumn => {
      week += 1;
      return {
        week,
        kind: one.kind,
        startsOn: one.startsOn,
        isoWeek: isoWeekOf(one.startsOn),
        block: block.name,
        goal: block.goal,
        isBlockStart: place === 0,
      };
    }),
  );
};

const byLabel = (a: ProgramRow, b: ProgramRow): number => compareLabels(a.label, b.label);

const withDrafts = (session: ProgramSession, drafts: readonly DraftRow[], weeks: number): readonly ProgramRow[] => {
  const mine = drafts.filter(
    (draft) =>
      draft.session === session.name &&
      session.rows.every((row) => row.label !== draft.label || row.exerciseKey !== draft.exerciseKey),
  );
  if (mine.length === 0) return session.rows;
  const slots = Array.from({ length: weeks }, (): Slot | undefined => undefined);
  return [...session.rows, ...mine.map((draft): ProgramRow => ({ ...draft, role: 'assistance', slots }))].toSorted(
    byLabel,
  );
};

/** What the grid shows of a program, rows that are only begun among it. */
export const gridModel = (
  program: Program,
  drafts: readonly DraftRow[],
  draftSessions: readonly DraftSession[],
): GridModel => {
  const columns = columnsOf(program);
  const sessions = programRows(program);
  const begun = draftSessions
    .filter((draft) => sessions.every(({ name }) => name !== draft.name))
    .map((draft) => ({
      draft,
      session: { name: draft.name, weeks: columns.map(() => undefined), rows: [] },
    }));
  const lines = [...sessions.map((session) => ({ session, draft: undefined })), ...begun].flatMap(
    ({ session, draft }): GridLine[] => [
      { kind: 'session', key: sessionLineKey(session.name), session, draft },
      ...withDrafts(session, drafts, columns.length).map((row): GridLine => ({
        kind: 'row',
        key: rowLineKey(row),
        row,
      })),
      { kind: 'add', key: addLineKey(session.name), session: session.name },
    ],
  );
  return { columns, lines };
};

/** A cell as it was typed. */
export const cellText = (slot: Slot | undefined): string =>
  slot === undefined ? '' : printCell(slot.written ?? { kind: 'sets', prescriptions: slot.prescriptions });

/** A cell in two parts: what is done, and how (`cap8 r3'`), which may give way where there is no room for it. */
export const cellParts = (text: string): readonly [what: string, how: string] => {
  const cut = /, \d/u.test(text) ? -1 : text.search(/ (?:cap\d|r\d|t[\dX]{4}|")/u);
  return cut < 0 ? [text, ''] : [text.slice(0, cut), text.slice(cut)];
};

/** The session a line belongs to. */
export const sessionOf = (line: GridLine | undefined): string | undefined => {
  if (line === undefined) return undefined;
  if (line.kind === 'row') return line.row.session;
  return line.kind === 'session' ? line.session.name : line.session;
};
