import { XAxis, YAxis } from 'recharts';

const TICK = { fill: 'var(--ink-quiet)', fontSize: 12 };

interface PlacesAxis {
  /** The field of the data that holds the place, counted from 0. */
  readonly dataKey: string;
  readonly count: number;
  readonly ticks: number[];
  readonly nameOf: (at: number) => string;
}

/** An axis of places side by side, some of them named. A function, not a component: recharts looks for its own axes among children. */
export const placesAxis = ({ dataKey, count, ticks, nameOf }: PlacesAxis) => (
  <XAxis
    dataKey={dataKey}
    type="number"
    domain={[-0.5, count - 0.5]}
    ticks={ticks}
    tickFormatter={nameOf}
    tick={TICK}
    axisLine={{ stroke: 'var(--line-strong)' }}
    tickLine={false}
    height={24}
  />
);

/** An axis of values that may be below nought, with a true minus. */
export const valuesAxis = (tickCount: number) => (
  <YAxis
    width={46}
    tick={TICK}
    tickFormatter={(value: number) => String(value).replace('-', '−')}
    axisLine={false}
    tickLine={false}
    tickCount={tickCount}
  />
);
