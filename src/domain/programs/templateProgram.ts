import { WEEKDAYS, type PlainDate, type Weekday } from '../kernel/plainDate.ts';
import { gridOf, layOutGrid, type ProgramGrid } from './grid.ts';
import type { Program } from './program.ts';
import type { ProgramEdit } from './programEdit.ts';
import { weeksOf } from './weekWalk.ts';

/** A template has no dates: it is laid out from some Monday, so that the one engine of edits serves it too. */
export const TEMPLATE_MONDAY = '2001-01-01' as PlainDate;

const DAYS: readonly Weekday[] = [2, 5, 4, 1, 6, 3, 7];

/** A template as a program that can be edited. */
export const programOfTemplate = (key: string, grid: ProgramGrid): Program =>
  layOutGrid(grid, { templateKey: key, entryClass: 'C', startsOn: TEMPLATE_MONDAY, weekdays: DAYS.slice(0, 4) })
    .program;

/**
 * Edits as a template takes them: a session has one day and one length throughout, and cells have no notes. A day given in one week
 * is given in all.
 */
export const templateEdits = (program: Program, edits: readonly ProgramEdit[]): readonly ProgramEdit[] => {
  const toWeek = weeksOf(program).length;
  return edits.flatMap((edit): readonly ProgramEdit[] => {
    if (edit.kind === 'note') return [];
    return edit.kind === 'session' ? [{ ...edit, fromWeek: 1, toWeek: Math.max(toWeek, edit.toWeek) }] : [edit];
  });
};

interface WithSessions {
  readonly sessions: readonly { readonly name: string; readonly weekday?: Weekday | undefined }[];
}

/** Sessions with a day of their own; over all others the athlete's week decides. */
export const fixedDaysOf = (blocks: readonly WithSessions[]): readonly string[] =>
  blocks.flatMap(({ sessions }) => sessions.flatMap(({ name, weekday }) => (weekday === undefined ? [] : [name])));

/**
 * The grid of an edited template: a session keeps a fixed day only if it had one, or an edit gave it one; the athlete's week decides
 * over all others.
 */
export const templateGrid = (before: ProgramGrid, after: Program, edits: readonly ProgramEdit[]): ProgramGrid => {
  const fixed = new Set(fixedDaysOf(before.blocks));
  for (const edit of edits) {
    if (edit.kind === 'replace') {
      fixed.clear();
      for (const name of fixedDaysOf(edit.blocks)) fixed.add(name);
    }
    if (edit.kind !== 'session') continue;
    if (edit.weekday !== undefined || fixed.has(edit.session)) fixed.add(edit.name ?? edit.session);
  }
  const grid = gridOf(after);
  return {
    ...grid,
    blocks: grid.blocks.map((block) => ({
      ...block,
      sessions: block.sessions.map(({ weekday, ...session }) => ({
        ...session,
        ...(weekday !== undefined && WEEKDAYS.includes(weekday) && fixed.has(session.name) ? { weekday } : {}),
      })),
    })),
  };
};
