import {
  CartesianGrid,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  XAxis,
  YAxis,
  ZAxis,
} from 'recharts';
import styles from './QuadrantChart.module.css';

interface Placed {
  /** Per cent. */
  readonly running: number;
  readonly strength: number;
}

interface QuadrantChartProps {
  readonly blocks: readonly Placed[];
}

const signed = (value: number): string => `${value > 0 ? '+' : ''}${value}`.replace('-', '−');

/** Room around what there is, the same to both sides of nought, in steps of ten. */
const reach = (values: readonly number[]): number =>
  Math.max(10, Math.ceil(Math.max(...values.map(Math.abs)) / 10) * 10);

/** Blocks by what strength and running did: each quarter says in words what it means. The numbers are in the table beneath. */
export const QuadrantChart = ({ blocks }: QuadrantChartProps) => {
  const across = reach(blocks.map(({ running }) => running));
  const up = reach(blocks.map(({ strength }) => strength));
  return (
    <div className={styles['chart']} aria-hidden>
      <span className={`${styles['corner']} ${styles['topLeft']}`}>stronger, running less</span>
      <span className={`${styles['corner']} ${styles['topRight']}`}>stronger, running more</span>
      <span className={`${styles['corner']} ${styles['bottomLeft']}`}>weaker, running less</span>
      <span className={`${styles['corner']} ${styles['bottomRight']}`}>weaker, running more</span>
      <ResponsiveContainer width="100%" height={320} initialDimension={{ width: 640, height: 320 }}>
        <ScatterChart accessibilityLayer={false} margin={{ top: 8, right: 12, bottom: 4, left: 0 }}>
          <CartesianGrid stroke="var(--line)" />
          <XAxis
            type="number"
            dataKey="running"
            domain={[-across, across]}
            tickFormatter={signed}
            tick={{ fill: 'var(--ink-quiet)', fontSize: 12 }}
            tickLine={false}
            axisLine={{ stroke: 'var(--line-strong)' }}
            height={24}
          />
          <YAxis
            type="number"
            dataKey="strength"
            domain={[-up, up]}
            tickFormatter={signed}
            tick={{ fill: 'var(--ink-quiet)', fontSize: 12 }}
            tickLine={false}
            axisLine={false}
            width={46}
          />
          <ZAxis range={[42, 42]} />
          <ReferenceLine x={0} stroke="var(--ink-quiet)" />
          <ReferenceLine y={0} stroke="var(--ink-quiet)" />
          <Scatter data={[...blocks]} fill="var(--accent)" fillOpacity={0.75} isAnimationActive={false} />
        </ScatterChart>
      </ResponsiveContainer>
      <p className={styles['axes']}>Across: weekly running, % · Up: strength, %</p>
    </div>
  );
};
