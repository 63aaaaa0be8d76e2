import type { Weekday } from '../../domain/kernel/plainDate.ts';
import { moveSessionBy, putSessionOn } from '../../domain/programs/moveSession.ts';
import type { Action } from '../kit/ActionMenu.tsx';
import { weekdayName } from '../format.ts';
import { tell } from '../kit/notices.ts';
import type { CommandContext } from './gridCommands.ts';
import { sessionOf } from './gridModel.ts';
import type { Place } from './selection.ts';
import { weeksIn, weeksText, type WeekRange } from './selectedWeeks.ts';

/** Weeks that are history stay as they were. */
const openWeeks = ({ grid }: CommandContext, isOnward: boolean): WeekRange => {
  const { fromWeek, toWeek } = weeksIn(grid);
  return {
    fromWeek: Math.max(grid.firstOpenWeek, fromWeek),
    toWeek: isOnward ? grid.model.columns.length : toWeek,
  };
};

const moveAction = (context: CommandContext, days: -1 | 1, isOnward: boolean): Action => {
  const { grid, program } = context;
  const session = sessionOf(grid.activeLine);
  const word = days < 0 ? 'earlier' : 'later';
  return {
    id: `session-${word}${isOnward ? '-onward' : ''}`,
    label: isOnward ? `A day ${word}, from here on` : `A day ${word}, this week`,
    keys: `${isOnward ? '⇧ ' : ''}Alt ${days < 0 ? '←' : '→'}`,
    isEnabled: session !== undefined,
    run: () => {
      if (session === undefined) return;
      const range = openWeeks(context, isOnward);
      const edits = moveSessionBy(program, session, range, days);
      if (edits.length > 0) grid.apply(edits, `${session} a day ${word} in ${weeksText(range)}`);
      else tell({ tone: 'problem', text: `${session} cannot be a day ${word} in ${weeksText(range)}.` });
    },
  };
};

/** A session dragged to a day: in that week, or from there on. */
export const putOnDay = (
  { grid, program }: CommandContext,
  { line, column }: Place,
  weekday: Weekday,
  isOnward: boolean,
): void => {
  const session = sessionOf(grid.model.lines[line]);
  if (session === undefined) return;
  const range = { fromWeek: column + 1, toWeek: isOnward ? grid.model.columns.length : column + 1 };
  const edits = putSessionOn(program, session, range, weekday);
  if (edits.length > 0) grid.apply(edits, `${session} to ${weekdayName(weekday)} in ${weeksText(range)}`);
};

/** What can be done with the session of the active line. */
export const sessionActions = (context: CommandContext): readonly Action[] => {
  const { grid, dialogs } = context;
  const session = sessionOf(grid.activeLine);
  return [
    { id: 'newSession', label: 'New session…', isEnabled: true, run: dialogs.onSession },
    moveAction(context, -1, false),
    moveAction(context, 1, false),
    moveAction(context, -1, true),
    moveAction(context, 1, true),
    {
      id: 'moveSession',
      label: 'Move to a day…',
      isEnabled: session !== undefined,
      run: dialogs.onMoveSession,
    },
    {
      id: 'removeSession',
      label: 'Remove session from here on',
      isEnabled: session !== undefined,
      run: () => {
        if (session === undefined) return;
        const { fromWeek, toWeek } = openWeeks(context, true);
        grid.apply([{ kind: 'removeSession', session, fromWeek, toWeek }], `Remove ${session}`);
      },
    },
  ];
};
