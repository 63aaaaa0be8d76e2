import { Bar, CartesianGrid, ComposedChart, Line, ReferenceLine, ResponsiveContainer } from 'recharts';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import { day, month } from '../format.ts';
import { placesAxis, valuesAxis } from './axes.tsx';
import keys from './LineKeys.module.css';
import styles from './FormChart.module.css';

interface FormDay {
  readonly on: PlainDate;
  readonly ctl: number;
  readonly atl: number;
  readonly tsb: number;
}

/** The first day of each month. */
const monthTicks = (days: readonly { readonly on: PlainDate }[]): number[] =>
  days.flatMap(({ on }, at) => (at > 0 && on.slice(8) === '01' ? [at] : []));

interface Ahead {
  readonly planned: readonly FormDay[];
  readonly expected: readonly FormDay[];
}

interface FormRow {
  readonly on: PlainDate;
  readonly at: number;
  readonly ctl?: number | undefined;
  readonly atl?: number | undefined;
  readonly tsb?: number | undefined;
  readonly plannedCtl?: number | undefined;
  readonly expectedCtl?: number | undefined;
  readonly expectedAtl?: number | undefined;
  readonly expectedTsb?: number | undefined;
}

/** Days that were done and days to come, each with what is known of it. */
const rowsOf = (days: readonly FormDay[], ahead: Ahead | undefined): readonly FormRow[] => {
  const last = days.at(-1)?.on ?? '';
  const planned = new Map(ahead?.planned.map((one) => [one.on, one]));
  const expected = new Map(ahead?.expected.map((one) => [one.on, one]));
  const done = days.map((day): Omit<FormRow, 'at'> => day);
  const toCome = ahead?.expected.filter(({ on }) => on > last).map(({ on }): Omit<FormRow, 'at'> => ({ on })) ?? [];
  return [...done, ...toCome].map((row, at) => {
    const further = expected.get(row.on);
    return {
      ...row,
      at,
      plannedCtl: planned.get(row.on)?.ctl,
      expectedCtl: further?.ctl,
      expectedAtl: further?.atl,
      expectedTsb: row.on > last ? further?.tsb : undefined,
    };
  });
};

const LINE = { dot: false, isAnimationActive: false } as const;

interface FormChartProps {
  readonly days: readonly FormDay[];
  readonly ahead?: Ahead | undefined;
}

/** Fitness and fatigue as lines, form as bars beneath the line or above it (R4.5); what is planned and expected thinner, and apart. */
export const FormChart = ({ days, ahead }: FormChartProps) => {
  const data = rowsOf(days, ahead);
  const today = days.at(-1);
  return (
    <figure className={styles['chart']}>
      <div aria-hidden>
        <ResponsiveContainer width="100%" height={190} initialDimension={{ width: 900, height: 190 }}>
          <ComposedChart
            accessibilityLayer={false}
            data={[...data]}
            margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
            barCategoryGap={0}
          >
            <CartesianGrid stroke="var(--line)" vertical={false} />
            {placesAxis({
              dataKey: 'at',
              count: data.length,
              ticks: monthTicks(data),
              nameOf: (at) => (data[at] === undefined ? '' : month(data[at].on)),
            })}
            {valuesAxis(5)}
            <ReferenceLine y={0} stroke="var(--line-strong)" />
            {ahead !== undefined && (
              <ReferenceLine x={days.length - 1} stroke="var(--ink-quiet)" strokeDasharray="2 2" />
            )}
            <Bar dataKey="tsb" stackId="form" fill="var(--line-strong)" isAnimationActive={false} />
            <Bar dataKey="expectedTsb" stackId="form" fill="var(--line)" isAnimationActive={false} />
            <Line dataKey="plannedCtl" stroke="var(--ink-quiet)" strokeWidth={1} strokeDasharray="1 3" {...LINE} />
            <Line dataKey="expectedCtl" stroke="var(--accent)" strokeWidth={1} strokeDasharray="6 3" {...LINE} />
            <Line dataKey="expectedAtl" stroke="var(--look)" strokeWidth={1} strokeDasharray="2 3" {...LINE} />
            <Line dataKey="ctl" stroke="var(--accent)" strokeWidth={2} {...LINE} />
            <Line dataKey="atl" stroke="var(--look)" strokeWidth={1.5} strokeDasharray="4 3" {...LINE} />
          </ComposedChart>
        </ResponsiveContainer>
      </div>
      {today !== undefined && (
        <figcaption className={keys['keys']}>
          <span>Fitness {Math.round(today.ctl)}</span>
          <span className={keys['atl']}>Fatigue {Math.round(today.atl)}</span>
          <span className={keys['tsb']}>Form {signed(today.tsb)}</span>
          {ahead !== undefined && <InSixWeeks ahead={ahead} />}
        </figcaption>
      )}
    </figure>
  );
};

const signed = (value: number): string => {
  const rounded = Math.round(value);
  return `${rounded > 0 ? '+' : ''}${String(rounded).replace('-', '−')}`;
};

/** Where the plan leads from here, and where it would have led had it been followed. */
const InSixWeeks = ({ ahead }: { readonly ahead: Ahead }) => {
  const [planned, expected] = [ahead.planned.at(-1), ahead.expected.at(-1)];
  if (planned === undefined || expected === undefined) return null;
  return (
    <span className={keys['ahead']}>
      {day(expected.on)}: fitness {Math.round(expected.ctl)} and form {signed(expected.tsb)} expected; fitness{' '}
      {Math.round(planned.ctl)} by the plan alone
    </span>
  );
};
