import { describe, expect, test } from 'vitest';
import type { AthleteFacts, CheckContext } from '../../../src/domain/check/context.ts';
import { CHECK_RULES } from '../../../src/domain/check/register.ts';
import { ordinaryWeek } from '../../../src/domain/athletes/athlete.ts';
import { addDays, type PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import { guardRailsFor } from '../../../src/domain/wellness/specialGroups.ts';
import { DEFAULT_POLICIES } from '../../../src/domain/placement/policies.ts';
import { ATHLETE, contextOf, findingsOf, firstOf, mended, MONDAY, programFrom } from './planted.ts';

const one = (row: string, weeks = 'build'): CheckContext =>
  contextOf(programFrom(weeks, `session: A | 60 min\n${row}`), { template: { kind: 'addition' } });

const forAthlete = (weeks: string, sessions: string, facts: Partial<AthleteFacts> = {}, phase?: string): CheckContext =>
  contextOf(programFrom(weeks, sessions, phase), { athlete: { ...ATHLETE, ...facts } });

const SQUAT = 'A1 | sq_back | main |';
const heavy = (cells: string): string => `session: A | Tue | 60 min\n${SQUAT} ${cells}`;
const race = (racedOn: string, priority: 'A' | 'B' | 'C', distanceM = 10_000) => ({
  races: [{ name: 'City run', racedOn: racedOn as PlainDate, priority, distanceM }],
});
const strong = (trendKg: number): Partial<AthleteFacts> => ({
  strengthAt: () => ({ trend: { trendKg, lowKg: trendKg - 4, highKg: trendKg + 4, performedOn: MONDAY } }),
});
const rails = (facts: Partial<Parameters<typeof guardRailsFor>[0]>): Partial<AthleteFacts> => ({
  guardRailsOn: (today) => guardRailsFor({ today, entryClass: 'C', ...facts }),
});

/** A program with one thing wrong, what is said of it, and whether a fix is offered. */
const PLANTED: readonly (readonly [rule: string, context: CheckContext, said: RegExp, mends: boolean])[] = [
  ['cell-not-understood', one(`${SQUAT} 3x5 heavyish`), /“3x5 heavyish” is not understood/, false],
  ['change-of-nothing', one(`${SQUAT} +2.5`), /write the sets in full/, false],
  ['above-rep-chart', one(`${SQUAT} 3x5 @90% cap8`), /5 reps at 90 %: the cap of RPE 8 allows 81.1 % at most/, true],
  ['above-rep-chart', one(`${SQUAT} 3x4-6 @85%`), /6 reps at 85 %: RPE 9 allows 81.1 % at most/, true],
  ['above-rep-chart', one(`${SQUAT} 3x5 @95%TM cap8`), /5 reps at 85.5 %/, true],
  ['above-rep-chart', one(`${SQUAT} 2x15 @80%`), /15 reps at 80 %: RPE 9 allows 65.3 %/, true],
  ['light-main-lift', one(`${SQUAT} 3x15 @50% cap8`), /15 reps at 50 % is light for a main lift/, true],
  ['light-main-lift', one(`${SQUAT} 3x12-15 RIR3`), /15 reps is light/, true],
  ['too-many-reps-at-intensity', one(`${SQUAT} 5x5 @85% cap10`), /25 reps at 85 % in one session, more than 20/, true],
  ['planned-to-failure', one(`${SQUAT} 3x3 RPE10`), /planned at RPE 10/, true],
  ['planned-to-failure', one(`${SQUAT} 3x3 RIR0`), /planned at RPE 10/, true],
  ['short-rest-when-heavy', one(`${SQUAT} 3x3 @87.5% cap9 r90`), /90 s of rest at 87.5 %/, true],
  ['too-many-levers', one(`${SQUAT} 3x6 @77.5% | 4x6 @80%`, 'build build'), /volume 18 → 24 reps .*intensity/, true],
  ['more-volume-with-intensity', one(`${SQUAT} 4x5 @75% | 3x7 @77.5%`, 'build build'), /20 → 21/, true],
  ['crossing-85-without-less-volume', one(`${SQUAT} 3x4 @82.5% | 3x4 @85%`, 'build build'), /four fifths/, true],
  ['volume-step', one(`${SQUAT} 2x5 @75% | 4x5 @75%`, 'build build'), /too large a step, volume 10 → 20/, true],
  ['intensity-step', one(`${SQUAT} 3x5 @70% | 3x5 @77.5%`, 'build build'), /too large a step, intensity/, true],
  [
    'too-many-slots-raised',
    one(
      'A1 | sq_back | main | 3x5 @75% | 3x5 @77.5%\nB1 | hi_rdl_bb | main | 3x5 @75% | 3x5 @77.5%\nC1 | pu_bb_bench | main | 3x5 @75% | 3x5 @77.5%',
      'build build',
    ),
    /3 slots are raised at once \(A1, B1, C1\); 2 at most/,
    true,
  ],
  [
    'frequency-step',
    contextOf(
      programFrom(
        'build build',
        `session: A\n${SQUAT} 2x5@75 | =\nsession: B\n${SQUAT} - | 2x5@75\nsession: C\n${SQUAT} - | 2x5@75`,
      ),
    ),
    /1 → 3 sessions/,
    false,
  ],
  [
    'main-pattern-doubled',
    one(`${SQUAT} 3x5@75\nB1 | sq_front | main | 3x5@75`),
    /second main squat beside Back squat/,
    false,
  ],
  [
    'too-many-lower-sets',
    contextOf(
      programFrom(
        'build',
        `session: A | 90 min\n${SQUAT} 5x5@75\nB1 | hi_rdl_bb | main | 5x5@75\nC1 | cf_raise_smith | | 5x6 RIR2`,
      ),
    ),
    /15 hard sets for the legs; 12 at most/,
    true,
  ],
  [
    'over-its-minutes',
    contextOf(programFrom('build', `session: A | 20 min\n${SQUAT} 5x5@75 r3'`)),
    /About 30 minutes .* in 20/,
    false,
  ],
  [
    'pattern-missing',
    contextOf(programFrom('build', heavy('3x5@75'))),
    /lacks a hinge, calf work, one leg at a time/,
    false,
  ],
  [
    'no-deload',
    one(`${SQUAT} 3x5@75 | = | = | = | = | = | =`, 'build build build build build build build'),
    /More than 6 weeks/,
    false,
  ],
  ['jump-in-the-first-weeks', one(`${SQUAT} 2x5@75 | 5x5@75`, 'build build'), /2 → 5 hard sets/, false],
  [
    'frequency-over-phase',
    contextOf(
      programFrom(
        'build',
        `session: A | Mon\n${SQUAT} 3x5@75\nsession: B | Wed\n${SQUAT} 3x5@75\nsession: C | Fri\n${SQUAT} 3x5@75`,
      ),
    ),
    /3 sessions for the legs in a build block: 2 at most/,
    false,
  ],
  ['contact-cap', one('A1 | py_pogo_low | | 5x20c'), /100 ground contacts; 50 at most at level L1/, true],
  ['first-jumps', one('A1 | py_pogo_low | | 2x20c'), /40 ground contacts in the first week/, true],
  ['contacts-rise', one('A1 | py_pogo_low | | 2x10c | 3x10c', 'build build'), /20 → 30 weighted/, false],
  [
    'jumps-too-close',
    contextOf(
      programFrom(
        'build',
        'session: A | Mon\nA1 | py_squat_jump | | 3x5c\nsession: B | Tue\nA1 | py_squat_jump | | 3x5c',
      ),
    ),
    /less than 48 hours after A/,
    false,
  ],
  [
    'heavy-too-close',
    contextOf(programFrom('build', `session: A | Mon\n${SQUAT} 3x5@75\nsession: B | Tue\n${SQUAT} 3x5@75`)),
    /Less than 48 hours after the heavy lifts of A/,
    false,
  ],
  [
    'maintenance-lapse',
    contextOf(programFrom('build build build', heavy('2x3@85 | - | 2x3@85'), 'season')),
    /14 days/,
    false,
  ],
  [
    'over-free-minutes',
    forAthlete('build', heavy('3x5@75'), { usualWeek: ordinaryWeek.map((day) => ({ ...day, liftMinutes: 0 })) }),
    /no time for lifting on Tuesday/,
    false,
  ],
  [
    'frequency-with-more-running',
    forAthlete('build build', `${heavy('3x5@75 | =')}\nsession: B | Fri\n${SQUAT} - | 2x5@75`, {
      runRisePct: new Map([[addDays(MONDAY, 7), 15]]),
    }),
    /1 → 2 sessions while running rises by 15 %/,
    false,
  ],
  [
    'lifting-gives-way',
    forAthlete('build build', heavy('5x3@85 | ='), { runRisePct: new Map([[addDays(MONDAY, 7), 22]]) }),
    /Running rises by 22 %, 5 hard sets for the legs stay: 4 leave it room/,
    true,
  ],
  [
    'jumps-before-key-run',
    forAthlete('build', 'session: A | Mon\nA1 | py_squat_jump | | 3x5c', { usualWeek: ordinaryWeek }),
    /the day before the quality run/,
    false,
  ],
  [
    'heavy-before-key-run',
    forAthlete('build', `session: A | Mon\n${SQUAT} 3x5@75`, { usualWeek: ordinaryWeek }),
    /less than 24 hours before the quality run/,
    false,
  ],
  [
    'not-lifted-in-season',
    forAthlete('build', heavy('2x3@85'), { lastLiftOn: addDays(MONDAY, -12) }, 'season'),
    /12 days ago/,
    false,
  ],
  [
    'heavy-before-race',
    forAthlete('build build', heavy('3x5@80 | ='), race('2026-12-06', 'A')),
    /less than 7 days before City run/,
    true,
  ],
  [
    'heavy-after-race',
    forAthlete('build build', heavy('3x5@80 | ='), race('2026-11-29', 'B', 21_097)),
    /after City run/,
    true,
  ],
  [
    'last-heavy-too-early',
    forAthlete('build build taper', heavy('3x3@85 | 2x5@70 | 1x5@70'), race('2026-12-13', 'A')),
    /19 days before/,
    false,
  ],
  [
    'new-exercise-before-race',
    forAthlete('build build', `session: A\n${SQUAT} 3x5@70 | =\nB1 | pu_full | | - | 2x8 bw`, race('2026-12-12', 'A')),
    /Press-up is new/,
    false,
  ],
  [
    'eccentric-before-race',
    forAthlete('build', 'session: A\nA1 | ha_nordic | | 2x4 bw', race('2026-11-29', 'C')),
    /Nordic hamstring, full within 10 days/,
    true,
  ],
  [
    'taper-volume',
    forAthlete(
      'build build build build build build build',
      heavy('4x5@75 | = | = | = | = | = | ='),
      race('2027-01-10', 'A'),
    ),
    /4 hard sets for the legs in the week 20 to 14 days before .*; 3 of 4 at most/,
    false,
  ],
  [
    'equipment-missing',
    forAthlete('build build', heavy('3x5@75 | ='), { gym: { ...ATHLETE.gym, equipment: ['db'] } }),
    /Back squat \(parallel\) needs barbell and rack/,
    true,
  ],
  [
    'equipment-missing',
    forAthlete('build build', heavy('3x5@75 | ='), { gym: { ...ATHLETE.gym, equipment: [] } }),
    /needs barbell and rack/,
    true,
  ],
  [
    'painful-exercise',
    forAthlete('build build', heavy('3x5@75 | ='), { pain: { region: 'K', score: 4 } }),
    /asks much where pain is 4 of 10/,
    true,
  ],
  ['not-loadable', forAthlete('build', heavy('3x5@75'), strong(20)), /less than the lightest load/, false],
  [
    'not-loadable',
    forAthlete('build', heavy('3x5@70'), { ...strong(80), gym: { ...ATHLETE.gym, plates: [{ mass: 20, pairs: 2 }] } }),
    /nearest load is 60 kg \(\+7.1 %\)/,
    true,
  ],
  [
    'guard-rail',
    forAthlete(
      'build',
      heavy('5x3@90 cap9'),
      rails({ birthYear: 2012, health: { isGrowingFast: false, conditions: [], guardianConsentOn: MONDAY } }),
    ),
    /Under 18: Back squat/,
    true,
  ],
  [
    'guard-rail',
    forAthlete('build', heavy('3x5@75 cap8'), rails({ entryClass: 'A' })),
    /New to lifting: .*RPE 8 is planned, 7.5 at most/,
    true,
  ],
  [
    'guard-rail',
    forAthlete(
      'build',
      'session: A\nA1 | py_pogo_low | | 2x8c',
      rails({ health: { isGrowingFast: false, conditions: [], maternity: 'pregnant', maternityClearedOn: MONDAY } }),
    ),
    /In pregnancy: .*no jumps/,
    true,
  ],
  [
    'clearance-missing',
    forAthlete('build', heavy('3x5@75'), rails({ health: { isGrowingFast: false, conditions: [{ name: 'Hernia' }] } })),
    /Hernia: refer first/,
    false,
  ],
  [
    'no-test-of-the-maximum',
    forAthlete('test', heavy('1x1 RPE10'), rails({ birthYear: 2012 })),
    /maximum is not tested/,
    false,
  ],
];

describe('every rule', () => {
  test('says what it asks for and why, under a name and a number of its own', () => {
    expect(new Set(CHECK_RULES.map(({ id }) => id)).size).toBe(CHECK_RULES.length);
    for (const rule of CHECK_RULES) {
      expect(rule.id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);
      expect(rule.rule).toMatch(/^R\d+\.\d+$/u);
      expect([rule.name, rule.what, rule.why].every((text) => /^\p{Lu}/u.test(text))).toBe(true);
      expect(rule.why).toMatch(/\.$/u);
    }
  });

  test('has a planted fault here', () => {
    expect([...new Set(PLANTED.map(([rule]) => rule))].toSorted()).toEqual(CHECK_RULES.map(({ id }) => id).toSorted());
  });

  test.each(PLANTED)('%s finds what is planted (%#)', (rule, context, said, mends) => {
    const finding = firstOf(context, rule);
    expect(finding.reason).toMatch(said);
    expect(finding.fix !== undefined).toBe(mends);
  });

  test.each(PLANTED.filter(([, , , mends]) => mends))('%s is silent once its fix is applied (%#)', (rule, context) => {
    const finding = firstOf(context, rule);
    const left = findingsOf(mended(context, finding), rule);
    expect(left.filter(({ reason, week }) => reason === finding.reason && week === finding.week)).toEqual([]);
  });
});

describe('the check', () => {
  test('says the same of several weeks once, and mends them together', () => {
    const context = one(`${SQUAT} 3x5 @90% cap8 | = | 3x5 @90% cap8`, 'build build build');
    const finding = firstOf(context, 'above-rep-chart');
    expect(finding).toMatchObject({ week: 1, alsoWeeks: [2, 3], severity: 'fault' });
    expect(findingsOf(mended(context, finding), 'above-rep-chart')).toEqual([]);
  });

  test('keeps silent on weeks that are over', () => {
    const context = forAthlete('build build', heavy('3x5 @90% cap8 | ='), { today: addDays(MONDAY, 7) });
    expect(firstOf(context, 'above-rep-chart')).toMatchObject({ week: 2, alsoWeeks: [] });
  });

  test('allows 5 reps at RPE 8.5 what the chart says, and a tenth more', () => {
    expect(findingsOf(one(`${SQUAT} 3x5 @82.4% cap8.5`), 'above-rep-chart')).toEqual([]);
    expect(findingsOf(one(`${SQUAT} 3x5 @82.5% cap8.5`), 'above-rep-chart')).toEqual([]);
    expect(findingsOf(one(`${SQUAT} 3x5 @82.6% cap8.5`), 'above-rep-chart')).toHaveLength(1);
  });

  test('a swap for want of equipment leaves what another block has in the slot', () => {
    const context = forAthlete('build build', `session: A\n${SQUAT} 3x5@75 | -\nB1 | pu_full | | 2x8 bw | =`, {
      gym: { ...ATHLETE.gym, equipment: ['db'] },
    });
    const after = mended(context, firstOf(context, 'equipment-missing')).program;
    const keys = after.blocks[0]?.weeks.map(({ sessions }) => sessions[0]?.slots.map((slot) => slot.exerciseKey));
    expect(keys).toEqual([['sq_goblet', 'pu_full'], ['pu_full']]);
  });

  test('a swap for pain lasts as long as the report speaks, then the exercise is back', () => {
    const weeks = 'build build build build';
    const context = forAthlete(weeks, heavy('3x5@75 | = | 3x5@77.5 | ='), { pain: { region: 'K', score: 4 } });
    const finding = firstOf(context, 'painful-exercise');
    expect(finding).toMatchObject({ week: 1, alsoWeeks: [2], fix: { label: expect.stringContaining('until week 2') } });
    const slots = mended(context, finding).program.blocks[0]?.weeks.map(({ sessions }) => sessions[0]?.slots[0]);
    expect(slots?.map((slot) => slot?.exerciseKey === 'sq_back')).toEqual([false, false, true, true]);
    expect(slots?.map((slot) => slot?.prescriptions[0]?.basis)).toEqual(
      [0.75, 0.75, 0.775, 0.775].map((fraction) => ({ kind: 'pct1rm', fraction })),
    );
  });

  test('half the jumps while growing fast, and a deload sooner from 40', () => {
    const jumps = 'session: A\nA1 | py_pogo_low | | 3x10c';
    const growing = rails({ birthYear: 2012, health: { isGrowingFast: true, conditions: [] } });
    expect(findingsOf(forAthlete('build', jumps), 'contact-cap')).toEqual([]);
    expect(firstOf(forAthlete('build', jumps, growing), 'contact-cap').reason).toMatch(
      /30 ground contacts; 25 at most/,
    );
    const sixWeeks = ['build build build build build build', heavy('3x5@75 | = | = | = | = | =')] as const;
    expect(findingsOf(forAthlete(...sixWeeks), 'no-deload')).toEqual([]);
    expect(firstOf(forAthlete(...sixWeeks, rails({ birthYear: 1980 })), 'no-deload').reason).toMatch(/More than 5/);
  });

  test('does not call the best day of the week a fault', () => {
    const context = forAthlete('build', `session: A | Tue\n${SQUAT} 3x5@75\nsession: B | Fri\n${SQUAT} 3x5@75`, {
      usualWeek: ordinaryWeek,
    });
    expect(findingsOf(context, 'heavy-before-key-run')).toMatchObject([
      { severity: 'note', session: 'B', reason: expect.stringContaining('no better day') },
    ]);
  });

  test('three days lie between the heavy lifts of a new lifter', () => {
    const context = forAthlete('build', `session: A | Tue\n${SQUAT} 3x5@75\nsession: B | Thu\n${SQUAT} 3x5@75`);
    expect(findingsOf(context, 'heavy-too-close')).toEqual([]);
    const slow = contextOf(context.program, { athlete: { ...ATHLETE, entryClass: 'A' } });
    expect(firstOf(slow, 'heavy-too-close').reason).toMatch(/72 hours/);
  });

  test('the days after a race are the coach’s to set', () => {
    const context = forAthlete('build', heavy('3x5@75'), race('2026-11-01', 'B', 42_195));
    const monday = context.program.startsOn;
    const raced = { ...context, athlete: { ...ATHLETE, ...race(addDays(monday, -6), 'B', 42_195) } };
    expect(firstOf(raced, 'heavy-after-race').reason).toContain('Heavy lifts before');
    const hours = { ...DEFAULT_POLICIES, afterRaceDays: { ...DEFAULT_POLICIES.afterRaceDays, marathon: 7 } };
    expect(findingsOf({ ...raced, hours }, 'heavy-after-race')).toEqual([]);
  });

  test('how often the legs are lifted for is the coach’s to set; a start week and the week of a race have one', () => {
    const twice = `session: A | Tue\n${SQUAT} 3x5@75\nsession: B | Fri\n${SQUAT} 3x5@75`;
    const season = contextOf(programFrom('build', twice, 'season'));
    expect(firstOf(season, 'frequency-over-phase')).toMatchObject({ severity: 'note' });
    const hours = { ...DEFAULT_POLICIES, legLifts: { ...DEFAULT_POLICIES.legLifts, season: 2 } };
    expect(findingsOf({ ...season, hours }, 'frequency-over-phase')).toEqual([]);
    for (const [kind, where] of [
      ['start', /2 sessions for the legs in a start week: 1 at most/],
      ['race', /2 sessions for the legs in a race week: 1 at most/],
    ] as const)
      expect(firstOf(contextOf(programFrom(kind, twice)), 'frequency-over-phase').reason).toMatch(where);
  });

  test('the hours are the coach’s, where they have set others', () => {
    const twice = forAthlete('build', `session: A | Tue\n${SQUAT} 3x5@75\nsession: B | Thu\n${SQUAT} 3x5@75`);
    const farther = { ...twice, hours: { ...DEFAULT_POLICIES, betweenLiftsH: 60 } };
    expect(firstOf(farther, 'heavy-too-close').reason).toMatch(/60 hours/);
    const monday = forAthlete('build', `session: A | Mon\n${SQUAT} 3x5@75`, { usualWeek: ordinaryWeek });
    expect(firstOf(monday, 'heavy-before-key-run')).toMatchObject({ severity: 'fault' });
    const bolder = { ...monday, hours: { ...DEFAULT_POLICIES, beforeKeyRunH: 12 } };
    expect(firstOf(bolder, 'heavy-before-key-run').severity).not.toBe('fault');
    const early = forAthlete('build', `session: A | Sun\n${SQUAT} 3x5@75`, { usualWeek: ordinaryWeek });
    const shyer = { ...early, hours: { ...DEFAULT_POLICIES, beforeKeyRunH: 37 } };
    expect(firstOf(shyer, 'heavy-before-key-run')).toMatchObject({
      severity: 'fault',
      reason: expect.stringContaining('less than 37 hours'),
    });
  });
});
