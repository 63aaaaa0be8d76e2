import { CartesianGrid, ComposedChart, Line, ReferenceLine, ResponsiveContainer, Scatter } from 'recharts';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import { day } from '../format.ts';
import { placesAxis, valuesAxis } from './axes.tsx';
import styles from './ControlChart.module.css';

interface ChartedRun {
  readonly on: PlainDate;
  /** As it was measured, in words: `1.356 m per beat`. */
  readonly measured: string;
  readonly z: number;
  readonly limit: number;
  readonly isSignal: boolean;
}

interface ControlChartProps {
  readonly title: string;
  /** The side on which it gets worse. */
  readonly worse: 'lower' | 'upper';
  readonly runs: readonly ChartedRun[];
}

const TICKS = 6;

/** Every so many runs bears its day, so that they can be read. */
const ticksOf = (runs: readonly ChartedRun[]): number[] => {
  const every = Math.max(1, Math.ceil(runs.length / TICKS));
  return runs.flatMap((_, at) => (at % every === 0 ? [at] : []));
};

/** A control chart as it is meant: what is ordinary lies within the limit, and what does not can be seen to leave it. */
export const ControlChart = ({ title, worse, runs }: ControlChartProps) => {
  const sign = worse === 'lower' ? -1 : 1;
  const data = runs.map((run, at) => ({
    at,
    z: run.z,
    limit: sign * run.limit,
    signal: run.isSignal ? run.z : undefined,
  }));
  return (
    <figure className={styles['chart']}>
      <figcaption>{title}</figcaption>
      <div className={styles['plot']} aria-hidden>
        <ResponsiveContainer width="100%" height={132} initialDimension={{ width: 420, height: 132 }}>
          <ComposedChart accessibilityLayer={false} data={data} margin={{ top: 6, right: 8, bottom: 0, left: 0 }}>
            <CartesianGrid stroke="var(--line)" vertical={false} />
            {placesAxis({
              dataKey: 'at',
              count: runs.length,
              ticks: ticksOf(runs),
              nameOf: (at) => (runs[at] === undefined ? '' : day(runs[at].on)),
            })}
            {valuesAxis(4)}
            <ReferenceLine y={0} stroke="var(--line-strong)" />
            <Line
              dataKey="limit"
              type="stepAfter"
              stroke="var(--act)"
              strokeDasharray="4 3"
              dot={false}
              isAnimationActive={false}
            />
            <Line
              dataKey="z"
              stroke="var(--accent)"
              strokeWidth={1.75}
              dot={{ r: 2, fill: 'var(--accent)', strokeWidth: 0 }}
              isAnimationActive={false}
            />
            <Scatter dataKey="signal" shape="square" fill="var(--act)" isAnimationActive={false} />
          </ComposedChart>
        </ResponsiveContainer>
      </div>
      <details className={styles['table']}>
        <summary>The runs in figures</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Run of</th>
              <th scope="col">Measured</th>
              <th scope="col">Moving mean</th>
              <th scope="col">Limit</th>
            </tr>
          </thead>
          <tbody>
            {runs.toReversed().map((run, at) => (
              <tr key={`${run.on} ${at}`}>
                <td>{day(run.on)}</td>
                <td className="number">{run.measured}</td>
                <td className="number">{run.z.toFixed(2).replace('-', '−')}</td>
                <td className="number">
                  {(sign * run.limit).toFixed(2).replace('-', '−')}
                  {run.isSignal ? ' ■ beyond' : ''}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
};
