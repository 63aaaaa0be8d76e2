import { describe, expect, test } from 'vitest';
import type { PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import { adaptProgram } from '../../../src/domain/programs/adaptProgram.ts';
import { layOutGrid } from '../../../src/domain/programs/grid.ts';
import type { Program } from '../../../src/domain/programs/program.ts';
import { readProgramText } from '../../../src/domain/programs/programText.ts';
import { cellOf } from '../../../src/domain/programs/workOut.ts';
import { printCell } from '../../../src/domain/programs/shorthand.ts';
import { weeksOf } from '../../../src/domain/programs/weekWalk.ts';
import { LIBRARY } from '../exercises/shippedLibrary.ts';

const programOf = (...rows: readonly string[]): Program => {
  const text = `name: One day\nblock: Build\nweeks: build build\n\nsession: A | Tue | 45 min\n${rows.join('\n')}\n`;
  const order = { templateKey: 'own', entryClass: 'C', startsOn: '2026-11-23' as PlainDate, weekdays: [2] } as const;
  return layOutGrid(readProgramText(text, LIBRARY).grid, order).program;
};

/** What stands in the first week: exercise and sets of each slot. */
const firstWeek = (program: Program): string[] =>
  (weeksOf(program)[0]?.sessions ?? []).flatMap(({ slots }) =>
    slots.map((slot) => `${slot.exerciseKey} ${printCell(cellOf(slot))}`),
  );

const adapted = (equipment: readonly string[], ...rows: readonly string[]): string[] =>
  firstWeek(adaptProgram(programOf(...rows), LIBRARY, equipment).program);

describe('a program for what somebody has', () => {
  test('stays as it is where all of it can be done', () => {
    expect(adapted(['barbell', 'rack'], 'A1 | sq_back | main | 3x5@80 | =')).toEqual(['sq_back 3x5 @80%']);
  });

  test('takes something loaded for something loaded, with the same sets', () => {
    expect(adapted(['db'], 'A1 | sq_back | main | 3x5@80 r180 | =')).toEqual(["sq_goblet 3x5 @80% r3'"]);
  });

  test('takes the coach’s own word for it where nothing can be loaded', () => {
    const noGym = (rung: string): Program => {
      const program = programOf('A1 | sq_back | main | 3x5@80 | =');
      const blocks = program.blocks.map((block) => ({
        ...block,
        weeks: block.weeks.map((week) => ({
          ...week,
          sessions: week.sessions.map((session) => ({
            ...session,
            slots: session.slots.map((slot) => ({ ...slot, noGymKey: rung })),
          })),
        })),
      }));
      return { ...program, blocks };
    };
    const withRung = (rung: string): string[] => firstWeek(adaptProgram(noGym(rung), LIBRARY, []).program);
    expect(withRung('lu_skater')).toEqual(['lu_skater 3x8-12 bw']);
    // It asks for a bench: the nearest that asks for nothing.
    expect(withRung('hi_thrust_1')).toEqual(['sq_tempo_bw 3x8-12 bw']);
  });

  test('a hold is held, and what was held is lifted by feel where it cannot be', () => {
    expect(adapted([], 'A1 | sq_spanish_iso | assistance | 3x40s bw | =')).toEqual(['sq_wall_iso 3x40s bw']);
    const held = ['A1 | cf_iso_mid | assistance | 3x40s bw r90 | ='];
    const withoutHolds = LIBRARY.filter(
      ({ key }) =>
        !['cf_iso_heavy', 'cf_raise_1', 'cf_raise_2', 'cf_drop', 'cf_soleus_bw', 'cf_foot', 'cf_tib'].includes(key),
    );
    const { program } = adaptProgram(programOf(...held), withoutHolds, ['machine']);
    expect(firstWeek(program)).toEqual(['cf_soleus_seat 3x8-12 RIR3 r90']);
  });

  test('names each exercise once that it has replaced, and those that it leaves out', () => {
    const { swaps, program } = adaptProgram(
      programOf(
        'A1 | sq_back | main | 3x5@80 | =',
        'A2 | py_hurdle | assistance | 3x5c | =',
        'B1 | sq_back | assistance | 2x5@70 | =',
      ),
      LIBRARY,
      [],
    );
    expect(swaps.map(({ from, to }) => [from, to])).toEqual([
      ['sq_back', 'sq_tempo_bw'],
      ['py_hurdle', undefined],
    ]);
    expect(firstWeek(program)).toHaveLength(2);
  });
});
