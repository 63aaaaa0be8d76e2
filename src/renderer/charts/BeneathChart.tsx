import { Bar, CartesianGrid, ComposedChart, Line, ReferenceLine, ResponsiveContainer, YAxis } from 'recharts';
import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import { placesAxis, valuesAxis } from './axes.tsx';
import type { ChartWeek } from './strengthRunningRows.ts';
import keys from './LineKeys.module.css';
import styles from './BeneathChart.module.css';

export type LoadsOfWeeks = OutputOf<Contract['analysis']['weekLoads']>['weeks'];

/** Beside the panels above: the same week lies at the same place. */
const MARGIN = { top: 8, right: 118, bottom: 0, left: 0 };
const LINE = { isAnimationActive: false, connectNulls: false } as const;
const DOT = { r: 1.5 };

interface BeneathChartProps {
  readonly kind: 'loads' | 'form';
  /** The weeks that are shown above. */
  readonly weeks: readonly ChartWeek[];
  readonly loads: LoadsOfWeeks;
  readonly hovered: number | undefined;
}

const NAMES = {
  loads: [
    ['Running, distance', 'runs'],
    ['Runs and lifts, RPE × min', 'internal'],
    ['Legs, hard sets', 'hardSets'],
  ],
  form: [
    ['Fitness', 'ctl'],
    ['Fatigue', 'atl'],
    ['Form', 'tsb'],
  ],
} as const;

/** The three loads against the four weeks before, or fitness, fatigue and form: another panel beneath the chart (R5.1, R4.5). */
export const BeneathChart = ({ kind, weeks, loads, hovered }: BeneathChartProps) => {
  const byWeek = new Map(loads.map((week) => [week.startsOn, week]));
  const data = weeks.map(({ startsOn }, at) => {
    const week = byWeek.get(startsOn);
    return { at, ...week, ...week?.form };
  });
  const place = weeks.findIndex(({ index }) => index === hovered);
  const now = data[place] ?? data.at(-1);
  return (
    <figure className={styles['panel']}>
      <figcaption className={`${styles['caption']} ${keys['keys']}`}>
        {kind === 'loads' ? 'Loads, % of the mean of four weeks before' : 'By running alone'}
        {NAMES[kind].map(([name, key]) => (
          <span key={key} className={keys[key]}>
            {name} {now?.[key] === undefined ? '–' : String(Math.round(now[key])).replace('-', '−')}
            {kind === 'loads' && now?.[key] !== undefined ? ' %' : ''}
          </span>
        ))}
      </figcaption>
      <div aria-hidden>
        <ResponsiveContainer width="100%" height={120} initialDimension={{ width: 900, height: 120 }}>
          <ComposedChart accessibilityLayer={false} data={data} margin={MARGIN} barCategoryGap="18%">
            <CartesianGrid vertical={false} stroke="var(--line)" />
            {placesAxis({ dataKey: 'at', count: data.length, ticks: [], nameOf: () => '' })}
            {kind === 'loads' ? <YAxis width={46} domain={[0, upTo(data)]} {...PERCENT_AXIS} /> : valuesAxis(4)}
            {kind === 'loads' ? (
              <>
                <ReferenceLine y={100} stroke="var(--line-strong)" />
                <Line dataKey="runs" stroke="var(--run-key)" strokeWidth={2} dot={DOT} {...LINE} />
                <Line dataKey="internal" stroke="var(--ink)" strokeDasharray="2 3" dot={DOT} {...LINE} />
                <Line dataKey="hardSets" stroke="var(--sets-lower)" strokeDasharray="6 3" dot={DOT} {...LINE} />
              </>
            ) : (
              <>
                <ReferenceLine y={0} stroke="var(--line-strong)" />
                <Bar dataKey="tsb" fill="var(--line-strong)" isAnimationActive={false} />
                <Line dataKey="ctl" stroke="var(--accent)" strokeWidth={2} dot={false} {...LINE} />
                <Line dataKey="atl" stroke="var(--look)" strokeDasharray="4 3" dot={false} {...LINE} />
              </>
            )}
            {place >= 0 && <ReferenceLine x={place} stroke="var(--ink-quiet)" strokeDasharray="2 2" />}
          </ComposedChart>
        </ResponsiveContainer>
      </div>
    </figure>
  );
};

/** After a week off the next is many times its four: beyond this a line leaves the panel, and the figure above says how far. */
const MOST_PERCENT = 250;

type Loads = Pick<LoadsOfWeeks[number], 'runs' | 'internal' | 'hardSets'>;

const upTo = (data: readonly Partial<Loads>[]): number => {
  const all = data.flatMap(({ runs, internal, hardSets }) => [runs ?? 0, internal ?? 0, hardSets ?? 0]);
  return Math.min(MOST_PERCENT, Math.max(150, ...all));
};

const PERCENT_AXIS = {
  allowDataOverflow: true,
  ticks: [0, 100, 200],
  interval: 0,
  tick: { fill: 'var(--ink-quiet)', fontSize: 12 },
  axisLine: false,
  tickLine: false,
};
