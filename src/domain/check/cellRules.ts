import type { CheckRule } from './checkRule.ts';
import type { CheckContext } from './context.ts';
import type { Remark } from './finding.ts';
import { placedWeeks, sessionsIn } from './places.ts';

const written = (context: CheckContext) =>
  placedWeeks(context.program)
    .flatMap(sessionsIn)
    .flatMap(({ ordinal, session }) =>
      session.slots.map((slot) => ({ place: { week: ordinal, session: session.name, label: slot.label }, slot })),
    );

const unread: CheckRule = {
  id: 'cell-not-understood',
  name: 'Cell not understood',
  what: 'Every cell can be read as sets, or as a change of the week before.',
  why: 'Our own rule: what is not understood is kept as it was typed, but nobody can lift it.',
  rule: 'R2.1',
  needs: 'program',
  check: (context) =>
    written(context).flatMap(({ place, slot }): Remark[] =>
      slot.written?.kind === 'unread'
        ? [{ severity: 'fault', ...place, reason: `“${slot.written.text}” is not understood` }]
        : [],
    ),
};

const comesToNothing: CheckRule = {
  id: 'change-of-nothing',
  name: 'Change of nothing',
  what: 'A cell that goes on from the week before has a week before that it fits.',
  why: 'Our own rule: a change of nothing comes to nothing, and the slot would stand empty.',
  rule: 'R2.1',
  needs: 'program',
  check: (context) =>
    written(context).flatMap(({ place, slot }): Remark[] =>
      slot.written?.kind === 'change' && slot.prescriptions.length === 0
        ? [
            {
              severity: 'fault',
              ...place,
              reason: 'There is no week before that this change fits: write the sets in full',
            },
          ]
        : [],
    ),
};

/** Cells that come to nothing (editor.md, *Cell shorthand*). */
export const CELL_RULES: readonly CheckRule[] = [unread, comesToNothing];
