import { Bar, CartesianGrid, ComposedChart, Line, ReferenceLine, ResponsiveContainer } from 'recharts';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import { month } from '../format.ts';
import { placesAxis, valuesAxis } from './axes.tsx';
import styles from './FormChart.module.css';

interface FormDay {
  readonly on: PlainDate;
  readonly ctl: number;
  readonly atl: number;
  readonly tsb: number;
}

/** The first day of each month. */
const monthTicks = (days: readonly FormDay[]): number[] =>
  days.flatMap(({ on }, at) => (at > 0 && on.slice(8) === '01' ? [at] : []));

/** Fitness and fatigue as lines, form as bars beneath the line or above it (R4.5). */
export const FormChart = ({ days }: { readonly days: readonly FormDay[] }) => {
  const data = days.map((one, at) => ({ ...one, at }));
  const last = days.at(-1);
  return (
    <figure className={styles['chart']}>
      <div aria-hidden>
        <ResponsiveContainer width="100%" height={190} initialDimension={{ width: 900, height: 190 }}>
          <ComposedChart
            accessibilityLayer={false}
            data={data}
            margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
            barCategoryGap={0}
          >
            <CartesianGrid stroke="var(--line)" vertical={false} />
            {placesAxis({
              dataKey: 'at',
              count: days.length,
              ticks: monthTicks(days),
              nameOf: (at) => (days[at] === undefined ? '' : month(days[at].on)),
            })}
            {valuesAxis(5)}
            <ReferenceLine y={0} stroke="var(--line-strong)" />
            <Bar dataKey="tsb" fill="var(--line-strong)" isAnimationActive={false} />
            <Line dataKey="ctl" stroke="var(--accent)" strokeWidth={2} dot={false} isAnimationActive={false} />
            <Line
              dataKey="atl"
              stroke="var(--look)"
              strokeWidth={1.5}
              strokeDasharray="4 3"
              dot={false}
              isAnimationActive={false}
            />
          </ComposedChart>
        </ResponsiveContainer>
      </div>
      {last !== undefined && (
        <figcaption>
          <span className={styles['ctl']}>Fitness {Math.round(last.ctl)}</span>
          <span className={styles['atl']}>Fatigue {Math.round(last.atl)}</span>
          <span className={styles['tsb']}>
            Form {last.tsb > 0 ? '+' : ''}
            {String(Math.round(last.tsb)).replace('-', '−')}
          </span>
        </figcaption>
      )}
    </figure>
  );
};
