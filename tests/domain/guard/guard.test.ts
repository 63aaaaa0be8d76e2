import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  autocorrelation,
  baselineOf,
  chartWidth,
  controlChart,
  meanOf,
  NEWEST_WEIGHT,
  sdOf,
} from '../../../src/domain/guard/controlChart.ts';
import {
  afterLiftAlarm,
  chanceOfLoss,
  decouplingSupports,
  efAfterLiftAlarm,
  harderThanPlanned,
  keyRunAlarm,
  missedAlarm,
  sorenessAlarm,
  volumeAlarm,
} from '../../../src/domain/guard/detectors.ts';
import { guardAction, guardLevel, type Signal } from '../../../src/domain/guard/guardState.ts';
import { EF_CHART, RPE_CHART, runChart, type EligibleRun } from '../../../src/domain/guard/runCharts.ts';
import { addDays, type PlainDate } from '../../../src/domain/kernel/plainDate.ts';

const MONDAY = '2026-11-23' as PlainDate;

const runsOf = (values: readonly number[], from = MONDAY): readonly EligibleRun[] =>
  values.map((value, at) => ({ on: addDays(from, 2 * at), value }));

/** Reproducible normal draws. */
const normalDraws = (seed: number): (() => number) => {
  let state = seed;
  const uniform = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 4_294_967_296;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
};

/** The specification's simulation: normal, independent, the baseline known from its own runs only. */
const simulated = (series: number, width: number, baselineRuns: number) => {
  const draw = normalDraws(20_260_112);
  const draws = (count: number, shift: number): readonly number[] =>
    Array.from({ length: count }, () => draw() - shift);
  const counts = { in24: 0, in48: 0, in156: 0, one: 0, oneAndHalf: 0, two: 0 };
  for (let turn = 0; turn < series; turn += 1) {
    const known = draws(baselineRuns, 0);
    const baseline = { mean: meanOf(known), sd: sdOf(known), runs: baselineRuns };
    const first = (count: number, shift: number): number =>
      controlChart(draws(count, shift), baseline, { worse: 'lower', newest: NEWEST_WEIGHT, width }).findIndex(
        ({ isBeyond }) => isBeyond,
      );
    const alarm = first(156, 0);
    counts.in24 += Number(alarm >= 0 && alarm < 24);
    counts.in48 += Number(alarm >= 0 && alarm < 48);
    counts.in156 += Number(alarm >= 0);
    counts.one += Number(first(12, 1) >= 0);
    counts.oneAndHalf += Number(first(12, 1.5) >= 0);
    counts.two += Number(first(12, 2) >= 0);
  }
  return counts;
};

describe('the calibration of the charts (R7.2)', () => {
  test.each([
    [2.5, 12, [0.112, 0.153, 0.266, 0.661, 0.918, 0.991]],
    [2.75, 12, [0.076, 0.11, 0.193, 0.57, 0.866, 0.979]],
    [2.75, 8, [0.09, 0.127, 0.195, 0.503, 0.789, 0.943]],
    [2.75, 20, [0.063, 0.105, 0.202, 0.639, 0.934, 0.995]],
    [3, 12, [0.048, 0.073, 0.139, 0.481, 0.802, 0.964]],
  ] as const)(
    'limits of %s spreads, %s runs before: false alarms and findings within sampling error',
    (width, baselineRuns, expected) => {
      const series = 4000;
      const { in24, in48, in156, one, oneAndHalf, two } = simulated(series, width, baselineRuns);
      [in24, in48, in156, one, oneAndHalf, two].forEach((count, at) => {
        const rate = expected[at] ?? 0;
        // Four standard errors of this sample and of the specification's own 20 000.
        const error = 4 * Math.sqrt(rate * (1 - rate) * (1 / series + 1 / 20_000)) + 0.001;
        expect(Math.abs(count / series - rate), `rate ${at}`).toBeLessThan(error);
      });
    },
    60_000,
  );

  test('two charts together: red without cause in about 15 of 1000 blocks', () => {
    const draw = normalDraws(7);
    const series = 4000;
    let [amber, red] = [0, 0];
    for (let turn = 0; turn < series; turn += 1) {
      // Correlated 0.3: a shared part and one of each chart's own.
      const pair = (): readonly [number, number] => {
        const shared = draw();
        const own = Math.sqrt(1 - 0.3);
        return [Math.sqrt(0.3) * shared + own * draw(), Math.sqrt(0.3) * shared + own * draw()];
      };
      const before = Array.from({ length: 12 }, pair);
      const since = Array.from({ length: 48 }, pair);
      const alarms = ([0, 1] as const).map((which) => {
        const known = before.map((two) => two[which]);
        const baseline = { mean: meanOf(known), sd: sdOf(known), runs: 12 };
        const points = controlChart(
          since.map((two) => two[which]),
          baseline,
          { worse: 'lower', newest: NEWEST_WEIGHT, width: 2.75 },
        );
        return points.flatMap(({ isBeyond }, at) => (isBeyond ? [at] : []));
      });
      const [first = [], second = []] = alarms;
      amber += Number(first.length + second.length > 0);
      red += Number(first.some((at) => second.some((other) => Math.abs(at - other) < 8)));
    }
    expect(amber / series).toBeGreaterThan(0.17);
    expect(amber / series).toBeLessThan(0.24);
    expect(red / series).toBeLessThan(0.05);
  }, 60_000);
});

const EF_BEFORE = [1.382, 1.41, 1.358, 1.401, 1.395, 1.366, 1.412, 1.371, 1.398, 1.36, 1.389, 1.378];
const EF_SINCE = [1.356, 1.349, 1.344, 1.352, 1.338, 1.346, 1.335];

describe('the charts of an athlete', () => {
  test('D1 signals at the third run of the worked example', () => {
    const chart = runChart(EF_CHART, runsOf(EF_BEFORE.map(Math.log)), runsOf(EF_SINCE.map(Math.log)));
    expect(chart?.baseline.mean).toBeCloseTo(0.32562, 5);
    expect(chart?.baseline.sd).toBeCloseTo(0.01354, 5);
    expect(Math.expm1(chart?.shift ?? 0)).toBeCloseTo(-0.0283, 4);
    expect(chart?.signalOn).toBe(addDays(MONDAY, 4));
    expect(chart?.runs.map(({ isSignal }) => isSignal)).toEqual([false, false, true, true, true, true, true]);
  });

  test('D2 signals at the third run of its example, and not at all in the other', () => {
    // Mean 3.2 and a spread of 0.6, as in the specification.
    const away = 0.6 / Math.sqrt(12 / 11);
    const before = runsOf(Array.from({ length: 12 }, (_, at) => 3.2 + (at % 2 === 0 ? away : -away)));
    const chart = runChart(RPE_CHART, before, runsOf([4, 4, 5, 4]));
    expect(chart?.runs.map(({ isSignal }) => isSignal)).toEqual([false, false, true, true]);
    expect(runChart(RPE_CHART, before, runsOf([3, 4, 3, 4]))?.signalOn).toBeUndefined();
  });

  test('silent below eight runs before; a spread is never smaller than its floor', () => {
    expect(runChart(EF_CHART, runsOf(EF_BEFORE.slice(0, 7).map(Math.log)), runsOf([0.1]))).toBeUndefined();
    expect(
      baselineOf(
        Array.from({ length: 12 }, () => 0.3),
        0.01,
      )?.sd,
    ).toBe(0.01);
  });

  test('runs that resemble one another widen the limits, as the first weeks of lifting do', () => {
    const alike = Array.from({ length: 24 }, (_, at) => Math.sin(at / 4));
    expect(autocorrelation(alike)).toBeGreaterThan(0.2);
    expect(chartWidth(alike, false)).toBe(3.5);
    expect(chartWidth(EF_BEFORE, true)).toBe(3);
    expect(chartWidth(EF_BEFORE, false)).toBe(2.75);
  });

  test('a few bad runs after many good ones are no shift that matters', () => {
    const before = runsOf(Array.from({ length: 12 }, (_, at) => 0.3 + (at % 2 === 0 ? 0.001 : -0.001)));
    const since = runsOf([...Array.from({ length: 30 }, () => 0.3), ...Array.from({ length: 6 }, () => 0.275)]);
    const chart = runChart(EF_CHART, before, since);
    expect(chart?.runs.some(({ isBeyond }) => isBeyond)).toBe(true);
    expect(chart?.signalOn).toBeUndefined();
  });
});

describe('the other detectors (R7.3)', () => {
  test('the worked examples', () => {
    expect(volumeAlarm(100, 82)).toEqual({ share: 0.82, alarm: 'amber' });
    expect(volumeAlarm(100, 69)?.alarm).toBe('red');
    expect(missedAlarm(3, 10, 0.08)?.chance).toBeCloseTo(0.0401, 4);
    expect(missedAlarm(3, 10, 0.08)?.alarm).toBe('amber');
    expect(missedAlarm(2, 10, 0.08)?.alarm).toBe('none');
    const after = { missedAfter: 4, plannedAfter: 10, missedElse: 3, plannedElse: 30 };
    expect(afterLiftAlarm(after)?.chance).toBeCloseTo(0.052, 4);
    expect(afterLiftAlarm(after)?.alarm).toBe('amber');
    expect(chanceOfLoss(-0.021, 0.01)).toBeCloseTo(0.864, 3);
    expect(chanceOfLoss(-0.026, 0.009)).toBeCloseTo(0.962, 3);
  });

  test('silent below their least data', () => {
    expect(volumeAlarm(0, 10)).toBeUndefined();
    expect(missedAlarm(4, 4, 0.05)).toBeUndefined();
    expect(afterLiftAlarm({ missedAfter: 5, plannedAfter: 5, missedElse: 0, plannedElse: 30 })).toBeUndefined();
    expect(efAfterLiftAlarm([0.3, 0.3, 0.3], [0.3, 0.3, 0.3, 0.3, 0.3, 0.3])).toBeUndefined();
    expect(keyRunAlarm([true, true])).toBeUndefined();
    expect(harderThanPlanned([3, 3, 3])).toBeUndefined();
    expect(sorenessAlarm([])).toBe('none');
    expect(decouplingSupports([5, 5, 5], [9, 9])).toBe(false);
  });

  test('easy runs after lifts that are worse than the others', () => {
    const others = [0.33, 0.325, 0.335, 0.328, 0.332, 0.33];
    expect(efAfterLiftAlarm([0.295, 0.3, 0.29, 0.298], others)?.alarm).toBe('amber');
    expect(efAfterLiftAlarm([0.328, 0.33, 0.334, 0.327], others)?.alarm).toBe('none');
  });

  test('key runs, soreness, effort, decoupling', () => {
    expect(keyRunAlarm([true, false, true])?.alarm).toBe('amber');
    expect(keyRunAlarm([true, true, true])?.alarm).toBe('red');
    expect(sorenessAlarm([5])).toBe('amber');
    expect(sorenessAlarm([4, 4])).toBe('amber');
    expect(sorenessAlarm([4, 3])).toBe('none');
    expect(sorenessAlarm([7])).toBe('red');
    expect(harderThanPlanned([0, 2, 0, 2])?.alarm).toBe('amber');
    expect(decouplingSupports([5, 5, 5, 5], [8.1, 8.2])).toBe(true);
  });
});

describe('what it all comes to (R7.4)', () => {
  const signal = (detector: Signal['detector'], alarm: Signal['alarm'], daysAgo: number): Signal => ({
    detector,
    alarm,
    on: addDays(MONDAY, -daysAgo),
  });

  test.each<[string, readonly Signal[], string]>([
    ['nothing', [], 'green'],
    ['one amber', [signal('D3', 'amber', 3)], 'amber'],
    ['one red', [signal('D4', 'red', 3)], 'red'],
    ['pace and effort both', [signal('D1', 'amber', 10), signal('D2', 'amber', 1)], 'red'],
    ['three of different kinds', [signal('D3', 'amber', 1), signal('D7', 'amber', 2), signal('D8', 'amber', 3)], 'red'],
    ['two of one kind', [signal('D3', 'amber', 1), signal('D3', 'amber', 8)], 'amber'],
    ['long ago', [signal('D4', 'red', 14)], 'green'],
  ])('%s: %s', (_name, signals, level) => {
    expect(guardLevel(signals, MONDAY)).toBe(level);
  });

  test('lifting gives way, unless it does not explain what is seen', () => {
    const now = { isLeverRaised: true, isAfterLifts: false, isEased: false, greenWeeks: 0 } as const;
    expect(guardAction({ ...now, level: 'amber' })).toBe('easeLifting');
    expect(guardAction({ ...now, level: 'red' })).toBe('maintain');
    expect(guardAction({ ...now, level: 'amber', isLeverRaised: false })).toBe('lookElsewhere');
    expect(guardAction({ ...now, level: 'amber', isLeverRaised: false, isAfterLifts: true })).toBe('easeLifting');
    expect(guardAction({ ...now, level: 'green', isEased: true, greenWeeks: 1 })).toBe('none');
    expect(guardAction({ ...now, level: 'green', isEased: true, greenWeeks: 2 })).toBe('restore');
  });
});

describe('laws', () => {
  test('whatever the runs, a chart says numbers, and worse runs are never nearer to the good side', () => {
    const values = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(
        values,
        fc.array(fc.double({ min: 0.2, max: 0.4, noNaN: true }), { minLength: 8, maxLength: 20 }),
        (since, before) => {
          const chart = runChart(EF_CHART, runsOf(before), runsOf(since));
          const worse = runChart(EF_CHART, runsOf(before), runsOf(since.map((value) => value - 0.1)));
          chart?.runs.forEach(({ z, limit }, at) => {
            expect(Number.isFinite(z)).toBe(true);
            expect(limit).toBeGreaterThan(0);
            expect(worse?.runs[at]?.z).toBeLessThan(z);
          });
        },
      ),
    );
  });
});
