import { describe, expect, test } from 'vitest';
import type { GuardFacts, GuardLift, GuardRun } from '../../../src/domain/guard/guardFacts.ts';
import { guardReport } from '../../../src/domain/guard/guardReport.ts';
import type { Detector } from '../../../src/domain/guard/guardState.ts';
import { decouplingText } from '../../../src/domain/guard/longRunDecoupling.ts';
import { readingText } from '../../../src/domain/guard/guardWords.ts';
import { ordinaryWeek } from '../../../src/domain/athletes/athlete.ts';
import { addDays, daysBetween, weekdayOf, type PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import { runsInPlan } from '../../../src/domain/running/runningPlan.ts';

const TODAY = '2026-11-23' as PlainDate;
const SINCE = addDays(TODAY, -56);

/** Lifts on Tuesday and Friday evenings since lifting began. */
const LIFTS: readonly GuardLift[] = Array.from({ length: 56 }, (_, at) => addDays(SINCE, at))
  .filter((on) => [2, 5].includes(weekdayOf(on)))
  .map((on) => ({ on, startH: 18 }));

/** The runs of a usual week, day after day. */
const usualRuns = (usualWeek: typeof ordinaryWeek, from: PlainDate, to: PlainDate) =>
  runsInPlan({ usualWeek, runsAt: 'am', written: [], away: [], races: [] }, from, to);

const isDayAfterLift = (on: PlainDate): boolean => LIFTS.some((lift) => lift.on === addDays(on, -1));

/** A little noise that is the same every time. */
const wobble = (at: number): number => 0.006 * Math.sin(at * 2.3) + 0.004 * Math.cos(at * 5.1);

interface Story {
  /** Share of the speed that an easy run loses the morning after a lift. */
  readonly afterLift?: number;
  /** Share lost on every run since a day. */
  readonly sinceDay?: { readonly on: PlainDate; readonly loss: number };
}

/** An easy run every second morning for half a year: 10 km, 50 min, 140 beats a minute. */
const runsOf = ({ afterLift = 0, sinceDay }: Story): readonly GuardRun[] =>
  Array.from({ length: 180 }, (_, at) => addDays(TODAY, at - 180))
    .filter((on) => daysBetween(SINCE, on) % 2 === 0 || isDayAfterLift(on))
    .map((on, at): GuardRun => {
      const lost =
        (isDayAfterLift(on) ? afterLift : 0) + (sinceDay !== undefined && on >= sinceDay.on ? sinceDay.loss : 0);
      return {
        on,
        startH: 7,
        isKey: false,
        isTreadmill: false,
        distanceM: 10_000,
        movingS: (3000 * (1 + wobble(at))) / (1 - lost),
        averageHr: 140,
        rpe: 3,
      };
    });

const factsOf = (story: Story, changes: Partial<GuardFacts> = {}): GuardFacts => ({
  today: TODAY,
  liftingSince: SINCE,
  runs: runsOf(story),
  lifts: LIFTS,
  planned: [],
  racedOn: [],
  checkIns: [],
  maxHr: 190,
  isLeverRaised: true,
  ...changes,
});

const alarms = (facts: GuardFacts): readonly Detector[] => guardReport(facts).signals.map(({ detector }) => detector);

describe('an athlete whose easy runs worsen after lifts', () => {
  test('is found by the detector of just that', () => {
    const report = guardReport(factsOf({ afterLift: 0.03 }));
    expect(report.signals.map(({ detector }) => detector)).toContain('D6');
    expect(report.action).toBe('easeLifting');
    const found = report.readings.find(({ detector }) => detector === 'D6');
    expect(found && readingText(found)).toMatch(/^−[23](?:\.\d)? % on \d+ runs 6 to 36 h after a lift/);
  });

  test('lifting is named as the reason even where nothing was raised', () => {
    const report = guardReport(factsOf({ afterLift: 0.03 }, { isLeverRaised: false }));
    expect(report.action).toBe('easeLifting');
  });
});

describe('an athlete whose easy runs worsen from a day on', () => {
  test('is found by the chart within six runs, and not a day before', () => {
    const from = addDays(TODAY, -20);
    const facts = factsOf({ sinceDay: { on: from, loss: 0.05 } });
    const signalOn = guardReport(facts).efChart?.signalOn;
    expect(signalOn).toBeDefined();
    const runsUntil = facts.runs.filter(({ on }) => on >= from && on <= (signalOn ?? from)).length;
    expect(runsUntil).toBeGreaterThan(0);
    expect(runsUntil).toBeLessThanOrEqual(6);
    const dayBefore = { ...facts, today: addDays(from, -1), runs: facts.runs.filter(({ on }) => on < from) };
    expect(alarms(dayBefore)).toEqual([]);
    expect(alarms(facts)).toContain('D1');
  });

  test('nothing was raised, and it does not come after lifts: look elsewhere', () => {
    const story = { sinceDay: { on: addDays(TODAY, -20), loss: 0.05 } };
    expect(guardReport(factsOf(story, { isLeverRaised: false })).action).toBe('lookElsewhere');
  });

  test('the chart begins anew where something was done about it', () => {
    const story = { sinceDay: { on: addDays(TODAY, -20), loss: 0.05 } };
    const report = guardReport(factsOf(story, { chartsSince: addDays(TODAY, -3) }));
    expect(report.efChart?.runs.every(({ on }) => on >= addDays(TODAY, -3))).toBe(true);
  });
});

describe('a healthy athlete', () => {
  test('is green on every day of eight weeks', () => {
    const facts = factsOf({});
    for (let back = 0; back < 56; back += 1) {
      const today = addDays(TODAY, -back);
      const known = (on: PlainDate): boolean => on <= today;
      const then = {
        ...facts,
        today,
        runs: facts.runs.filter(({ on }) => known(on)),
        lifts: facts.lifts.filter(({ on }) => known(on)),
      };
      expect(alarms(then), today).toEqual([]);
    }
  });
});

describe('key runs after lifts (D7)', () => {
  /** Wednesdays, the morning after a lift: 10 km in 45 minutes at RPE 7. */
  const DAYS = [-5, -12, -19].map((days) => addDays(TODAY, days));
  const planned = DAYS.map((on) => ({
    on,
    isKey: true,
    isWritten: true,
    distanceM: 10_000,
    durationS: 2700,
    targetRpe: 7,
  }));
  const ran = (on: PlainDate, changes: Partial<GuardRun> = {}): GuardRun => ({
    on,
    startH: 7,
    isKey: true,
    isTreadmill: false,
    distanceM: 10_000,
    movingS: 2700,
    rpe: 7,
    ...changes,
  });
  const reading = (plans: GuardFacts['planned'], runs: readonly GuardRun[]) => {
    const facts = factsOf({}, { planned: plans.toReversed(), runs: runs.toReversed() });
    const found = guardReport(facts).readings.find(({ detector }) => detector === 'D7');
    return found === undefined ? undefined : { alarm: found.alarm, words: readingText(found) };
  };
  const slow = { movingS: 2800, rpe: 8 };

  test('in their pace they are fine; two that are slower and harder are amber, three red', () => {
    const runs = (...changes: readonly Partial<GuardRun>[]) => DAYS.map((on, at) => ran(on, changes[at]));
    expect(reading(planned, runs())).toEqual({
      alarm: 'none',
      words: '0 of the last 3 within 72 h after a lift failed',
    });
    expect(reading(planned, runs(slow, slow))).toEqual({
      alarm: 'amber',
      words:
        '2 of the last 3 within 72 h after a lift failed; 2 slower than planned by more than 2 % at an RPE 1 or more higher',
    });
    expect(reading(planned, runs(slow, { distanceM: 6000, movingS: 1620 }, slow))).toEqual({
      alarm: 'red',
      words:
        '3 of the last 3 within 72 h after a lift failed; 1 missed or cut; 2 slower than planned by more than 2 % at an RPE 1 or more higher',
    });
  });

  test('what cannot be told is said, and judged by distance alone', () => {
    const bare = planned.map(({ targetRpe: _rpe, ...plan }, at) => (at === 0 ? plan : { ...plan, targetRpe: 7 }));
    const runs = [
      ran(DAYS[0] ?? TODAY, slow),
      ran(DAYS[1] ?? TODAY, { ...slow, rpe: undefined }),
      ran(DAYS[2] ?? TODAY, { ...slow, ascentM: 400 }),
    ];
    expect(reading(bare, runs)).toEqual({
      alarm: 'none',
      words:
        '0 of the last 3 within 72 h after a lift failed; 1 judged by distance alone: planned without distance, time and RPE; 2 judged by distance alone: no time or RPE recorded, or hilly',
    });
  });
});

describe('decoupling of long runs (D9)', () => {
  const long = (days: number, decouplingPct: number, changes: Partial<GuardRun> = {}): GuardRun => ({
    on: addDays(TODAY, days),
    isKey: true,
    isTreadmill: false,
    movingS: 6000,
    decouplingPct,
    ...changes,
  });
  const before = [-100, -90, -80, -70].map((days) => long(days, 4));
  const found = (runs: readonly GuardRun[], changes: Partial<GuardFacts> = {}) =>
    guardReport(factsOf({}, { runs, ...changes }));

  test('two that decouple by more than 3 points more than before support the others, and alarm of nothing', () => {
    const report = found([...before, long(-20, 4), long(-13, 7.5), long(-6, 8)]);
    expect(report.decoupling).toEqual({ isWorse: true, usualPct: 4, before: 4, lastPct: [7.5, 8] });
    expect(decouplingText(report.decoupling)).toBe(
      '7.5 %, 8 % on the last two long runs, against 4 % of 4 before: supports what the others say, alone it is nothing',
    );
    expect(report.level).toBe('green');
    expect(found([...before, long(-13, 7), long(-6, 8)]).decoupling?.isWorse).toBe(false);
    expect(found([...before, long(-6, 9)]).decoupling?.isWorse).toBe(false);
  });

  test('short runs and ill days do not count; too few before, none since or no program say nothing', () => {
    const since = [long(-13, 9), long(-6, 9)];
    expect(found([...before, ...since.map((run) => ({ ...run, movingS: 3000 }))]).decoupling).toBeUndefined();
    expect(found([...before.slice(1), ...since]).decoupling).toBeUndefined();
    expect(found(before).decoupling).toBeUndefined();
    expect(found([...before, ...since], { liftingSince: undefined }).decoupling).toBeUndefined();
    const checkIns = [{ on: addDays(TODAY, -6), isIll: true }];
    expect(found([...before, ...since], { checkIns }).decoupling?.isWorse).toBe(false);
    expect(decouplingText(undefined)).toMatch(/^needs the decoupling of four runs of an hour or more/);
  });
});

describe('too little to go by', () => {
  test('no runs, no heart rate, no program, no distance: silent with what is needed, never NaN', () => {
    const bare = { on: TODAY, isKey: false, isTreadmill: false };
    const cases: readonly Partial<GuardFacts>[] = [
      { runs: [], lifts: [] },
      { runs: runsOf({}).map(({ averageHr: _hr, rpe: _rpe, ...run }) => run) },
      { liftingSince: undefined },
      { runs: [{ ...bare, distanceM: 0, movingS: 0, averageHr: 0, rpe: 0 }, bare] },
    ];
    for (const changes of cases) {
      const report = guardReport(factsOf({}, changes));
      expect(report.level).toBe('green');
      expect(report.readings.length + report.silent.length).toBe(9);
      expect(JSON.stringify(report)).not.toMatch(/null|NaN/);
      for (const { needs } of report.silent) expect(needs).not.toBe('');
    }
  });

  test('a usual week is no plan: what it would have been is not missed distance; written runs are', () => {
    const usual = usualRuns(
      ordinaryWeek.map((one) => ({ ...one, distanceM: one.run === 'rest' ? undefined : 20_000 })),
      addDays(TODAY, -98),
      addDays(TODAY, -1),
    );
    expect(alarms(factsOf({}, { planned: usual }))).not.toContain('D3');
    const written = usual.map((run) => ({ ...run, distanceM: 60_000, isWritten: true }));
    expect(alarms(factsOf({}, { planned: written }))).toContain('D3');
  });

  test('missed runs are judged against the athlete’s own rate; ill days are left out', () => {
    const planned = usualRuns(ordinaryWeek, addDays(TODAY, -98), addDays(TODAY, -1));
    const lazy = factsOf({}, { planned, runs: runsOf({}).filter(({ on }) => on < addDays(TODAY, -14)) });
    expect(alarms(lazy)).toContain('D4');
    expect(alarms({ ...lazy, racedOn: [addDays(TODAY, -7)] })).not.toContain('D4');
    const checkIns = Array.from({ length: 15 }, (_, at) => ({ on: addDays(TODAY, -at), isIll: true }));
    expect(alarms({ ...lazy, checkIns })).not.toContain('D4');
  });
});
