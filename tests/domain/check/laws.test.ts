import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkProgram } from '../../../src/domain/check/checkProgram.ts';
import type { CheckRule } from '../../../src/domain/check/checkRule.ts';
import type { AthleteFacts, CheckContext } from '../../../src/domain/check/context.ts';
import { CHECK_RULES } from '../../../src/domain/check/register.ts';
import { ordinaryWeek } from '../../../src/domain/athletes/athlete.ts';
import { addDays } from '../../../src/domain/kernel/plainDate.ts';
import { editProgram } from '../../../src/domain/programs/editProgram.ts';
import { layOutGrid, type ProgramGrid } from '../../../src/domain/programs/grid.ts';
import { PHASES, WEEK_KINDS, type Cell } from '../../../src/domain/programs/program.ts';
import { programRows } from '../../../src/domain/programs/programRows.ts';
import { readCell } from '../../../src/domain/programs/shorthand.ts';
import { mapWeeks, weeksOf } from '../../../src/domain/programs/weekWalk.ts';
import { guardRailsFor } from '../../../src/domain/wellness/specialGroups.ts';
import { LIBRARY } from '../exercises/shippedLibrary.ts';
import { ATHLETE, contextOf, MONDAY } from './planted.ts';

const cell: fc.Arbitrary<Cell> = fc
  .constantFrom(
    '3x5 @80%',
    '5x5 @87.5% r90',
    '3x4-6',
    '2x15 @90%TM cap7',
    '3x5 100kg',
    '4x4RM',
    '=',
    '+2.5',
    '+10%',
    '-1set',
    '+2rep',
    'x',
    '',
    '2x30s',
    '5x4x3s @90%MVC',
    '4x20c',
    '3x6c/side',
    '3x20m',
    '1x5 70kg, 1x5 @80%, 3x3 RPE10',
    `3x5 RPE8 r3' t5110 "a | b"`,
    '3x5 heavyish',
    '3x8 bw',
    'rung+1',
  )
  .map((text) => readCell(text).cell);

const grid: fc.Arbitrary<ProgramGrid> = fc
  .array(fc.array(fc.constantFrom(...WEEK_KINDS), { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 3 })
  .chain((blocks) =>
    fc.record({
      name: fc.constant('Any program'),
      blocks: fc.tuple(
        ...blocks.map((weekKinds, index) =>
          fc.record({
            name: fc.constant(`Block ${index + 1}`),
            goal: fc.constant(''),
            phase: fc.constantFrom(...PHASES, undefined),
            weekKinds: fc.constant(weekKinds),
            sessions: fc.uniqueArray(
              fc.record({
                name: fc.constantFrom('A', 'B', 'Upper'),
                weekday: fc.constantFrom(1 as const, 2 as const, 7 as const),
                minutes: fc.integer({ min: 5, max: 240 }),
                rows: fc.uniqueArray(
                  fc.record({
                    label: fc.constantFrom('A1', 'A2', 'B1', 'C10'),
                    exerciseKey: fc.constantFrom(...LIBRARY.map(({ key }) => key), 'unknown_key'),
                    role: fc.constantFrom('main' as const, 'assistance' as const),
                    cells: fc.array(cell, { minLength: weekKinds.length, maxLength: weekKinds.length }),
                  }),
                  { selector: (row) => row.label, maxLength: 4 },
                ),
              }),
              { selector: (session) => session.name, maxLength: 3 },
            ),
          }),
        ),
      ),
    }),
  );

const athlete: fc.Arbitrary<AthleteFacts | undefined> = fc.option(
  fc
    .record({
      entryClass: fc.constantFrom('A' as const, 'B' as const, 'C' as const),
      birthYear: fc.integer({ min: 1960, max: 2013 }),
      equipment: fc.subarray([...ATHLETE.gym.equipment]),
      trendKg: fc.integer({ min: 20, max: 200 }),
      score: fc.integer({ min: 0, max: 10 }),
      raceIn: fc.integer({ min: -10, max: 120 }),
      isPregnant: fc.boolean(),
    })
    .map(({ entryClass, birthYear, equipment, trendKg, score, raceIn, isPregnant }) => ({
      ...ATHLETE,
      entryClass,
      age: 2026 - birthYear,
      usualWeek: ordinaryWeek,
      gym: { ...ATHLETE.gym, equipment },
      races: [{ name: 'Race', racedOn: addDays(MONDAY, raceIn), priority: 'A' as const, distanceM: 42_195 }],
      strengthAt: () => ({ trend: { trendKg, lowKg: trendKg - 5, highKg: trendKg + 5, performedOn: MONDAY } }),
      pain: { region: 'K' as const, score },
      lastLiftOn: addDays(MONDAY, -20),
      guardRailsOn: (today: typeof MONDAY) =>
        guardRailsFor({
          today,
          entryClass,
          birthYear,
          health: { isGrowingFast: true, conditions: [], ...(isPregnant ? { maternity: 'pregnant' as const } : {}) },
        }),
    })),
  { nil: undefined },
);

const contexts = fc.record({ any: grid, facts: athlete }).map(({ any, facts }) => {
  const order = { templateKey: 'own', entryClass: 'C', startsOn: MONDAY, weekdays: [2, 5] } as const;
  return contextOf(layOutGrid(any, order).program, { athlete: facts });
});

describe('laws of the check', () => {
  test('any program can be checked, in order, at places it has, in words without a gap', () => {
    fc.assert(
      fc.property(contexts, (context) => {
        const weeks = context.program.blocks.flatMap((block) => block.weeks);
        let last = 0;
        for (const { rule, week = 0, session, reason } of checkProgram(context)) {
          expect(CHECK_RULES.some(({ id }) => id === rule)).toBe(true);
          expect(reason).not.toMatch(/undefined|NaN|null|Infinity/u);
          expect(week).toBeGreaterThanOrEqual(last);
          last = week;
          if (session !== undefined) expect(weeks[week - 1]?.sessions.map(({ name }) => name)).toContain(session);
        }
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  test('every fix that is offered applies, and its finding is gone', () => {
    fc.assert(
      fc.property(contexts, (context) => {
        for (const finding of checkProgram(context).slice(0, 12)) {
          if (finding.fix === undefined) continue;
          const edited = editProgram(context.program, finding.fix.edits);
          expect(edited.ok).toBe(true);
          if (!edited.ok) return;
          const left = checkProgram({ ...context, program: edited.value.program });
          const same = left.filter(
            ({ rule, week, session, label }) =>
              rule === finding.rule &&
              session === finding.session &&
              label === finding.label &&
              week !== undefined &&
              [finding.week, ...finding.alsoWeeks].includes(week),
          );
          expect(same).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('a rule that says it looks at one slot at a time says the same of each slot alone as of all', () => {
    const local = CHECK_RULES.filter(({ looksAt }) => looksAt === 'slot');
    expect(local.length).toBeGreaterThan(1);
    fc.assert(
      fc.property(contexts, (context) => {
        const { program } = context;
        const alone = weeksOf(program).flatMap((week, index) =>
          week.sessions.flatMap((session) =>
            session.slots.map((slot) =>
              mapWeeks(program, (one, number) => ({
                ...one,
                sessions: number === index + 1 ? [{ ...session, slots: [slot] }] : [],
              })),
            ),
          ),
        );
        for (const rule of local) {
          const bySlot = alone.flatMap((one) => rule.check({ ...context, program: one }));
          expect(new Set(bySlot.map((remark) => JSON.stringify(remark)))).toEqual(
            new Set(rule.check(context).map((remark) => JSON.stringify(remark))),
          );
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  test('a rule that mends rows says the same of each row alone as of all', () => {
    const byRow = CHECK_RULES.filter(({ looksAt }) => looksAt === 'row');
    expect(byRow.length).toBeGreaterThan(1);
    const said = (rule: CheckRule, context: CheckContext): readonly string[] =>
      rule
        .check(context)
        .map(({ severity, week, session, label, reason }) => JSON.stringify([severity, week, session, label, reason]));
    fc.assert(
      fc.property(contexts, (context) => {
        const { program } = context;
        const sessions = programRows(program);
        const alone = sessions.flatMap(({ name, rows }) =>
          [...new Set(rows.map(({ label }) => label))].map((label) =>
            mapWeeks(program, (week) => ({
              ...week,
              sessions: week.sessions
                .filter((session) => session.name === name)
                .map((session) => ({ ...session, slots: session.slots.filter((slot) => slot.label === label) })),
            })),
          ),
        );
        for (const rule of byRow) {
          expect(alone.flatMap((one) => said(rule, { ...context, program: one })).toSorted()).toEqual(
            said(rule, context).toSorted(),
          );
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
