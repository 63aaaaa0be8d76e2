import { WEEK_KINDS, type WeekKind } from '../../domain/programs/program.ts';
import { travelWeek } from '../../domain/programs/travelWeek.ts';
import { modKey } from '../app/keys.ts';
import { counted } from '../format.ts';
import type { Action, ActionGroup } from '../kit/ActionMenu.tsx';
import { tell } from '../kit/notices.ts';
import type { CommandContext } from './gridCommands.ts';
import { weeksIn, weeksText } from './selectedWeeks.ts';

const KIND_WORDS: Readonly<Record<WeekKind, string>> = {
  start: 'Mark as start',
  build: 'Mark as build',
  deload: 'Mark as deload',
  test: 'Mark as test',
  taper: 'Mark as taper',
  race: 'Mark as race week',
};

/** What can be done with the weeks that are selected. */
export const weekActions = ({ grid, program, dialogs }: CommandContext): readonly ActionGroup[] => {
  const weeks = weeksIn(grid);
  const { fromWeek, toWeek } = weeks;
  const count = toWeek - fromWeek + 1;
  const inWeek = grid.rectangle.fromColumn >= 0;
  const copy = (as: 'written' | 'values' | 'relative', label: string): Action => ({
    id: `copy-${as}`,
    label,
    isEnabled: inWeek && count === 1,
    run: () => grid.apply([{ kind: 'copyWeek', week: fromWeek, after: fromWeek, as }], `Copy week ${fromWeek}`),
  });
  return [
    {
      title: inWeek ? weeksText(weeks).replace('w', 'W') : 'Week',
      actions: [
        copy('values', 'Copy after it, in full'),
        copy('written', 'Copy after it, as written'),
        copy('relative', 'Copy after it, as relative (=)'),
        { id: 'copyWeeks', label: 'Copy elsewhere…', isEnabled: inWeek, run: dialogs.onCopyWeek },
        {
          id: 'insertBefore',
          label: `Insert ${counted(count, 'week')} before`,
          isEnabled: inWeek,
          run: () =>
            grid.apply(
              [{ kind: 'insertWeeks', after: fromWeek - 1, count, weekKind: 'build' }],
              `Insert ${counted(count, 'week')}`,
            ),
        },
        {
          id: 'insertAfter',
          label: `Insert ${counted(count, 'week')} after`,
          isEnabled: inWeek,
          run: () =>
            grid.apply(
              [{ kind: 'insertWeeks', after: toWeek, count, weekKind: 'build' }],
              `Insert ${counted(count, 'week')}`,
            ),
        },
        {
          id: 'deleteWeeks',
          label: `Delete ${weeksText(weeks)}`,
          isEnabled: inWeek && count < grid.model.columns.length,
          run: () => grid.apply([{ kind: 'deleteWeeks', fromWeek, toWeek }], `Delete ${weeksText(weeks)}`),
        },
        {
          id: 'travel',
          label: 'Travel week: every row to its no-gym rung',
          isEnabled: inWeek,
          run: () => {
            const edits = travelWeek(program, fromWeek, grid.exercises);
            if (edits.length === 0) tell({ tone: 'done', text: `Week ${fromWeek} needs no gym as it is.` });
            else grid.apply(edits, `Travel in week ${fromWeek}`);
          },
        },
        { id: 'block', label: 'Block…', isEnabled: inWeek, run: dialogs.onBlock },
      ],
    },
    {
      title: 'What the week is',
      actions: [
        {
          id: 'deload',
          label: 'Deload: fewer sets, lighter',
          keys: `${modKey} L`,
          isEnabled: inWeek && program.blocks.flatMap((block) => block.weeks)[fromWeek - 1]?.kind !== 'deload',
          run: () => grid.apply([{ kind: 'deload', week: fromWeek }], `Deload in week ${fromWeek}`),
        },
        ...WEEK_KINDS.map((kind): Action => ({
          id: `kind-${kind}`,
          label: KIND_WORDS[kind],
          isEnabled: inWeek,
          run: () =>
            grid.apply([{ kind: 'weekKind', fromWeek, toWeek, weekKind: kind }], `Mark ${weeksText(weeks)} as ${kind}`),
        })),
      ],
    },
  ];
};
