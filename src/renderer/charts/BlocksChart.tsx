import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer } from 'recharts';
import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import { placesAxis, valuesAxis } from './axes.tsx';
import styles from './BlocksChart.module.css';

export type ComparedBlock = OutputOf<Contract['insights']['blocks']>['blocks'][number];

/** The newest is drawn as the lines of the chart are; those before it fade, each with dashes of its own. */
const DASHES = [undefined, '6 3', '2 3', '8 3 2 3', '1 4'] as const;

/** So many blocks are told apart. */
export const BLOCKS_DRAWN = DASHES.length;

const strokeOf = (place: number): string => (place === 0 ? 'var(--accent)' : 'var(--ink-quiet)');

/** Strength over blocks laid over each other: each from nought, week by week. The numbers are in the table beneath. */
export const BlocksChart = ({ blocks }: { readonly blocks: readonly ComparedBlock[] }) => {
  const drawn = blocks.slice(0, BLOCKS_DRAWN);
  const weeks = Math.max(...drawn.map((block) => block.weeks));
  const data = Array.from({ length: weeks + 1 }, (_, week) => ({
    week,
    ...Object.fromEntries(
      drawn.flatMap(({ blockId, course }): [string, number][] => {
        if (week === 0 && course.length > 0) return [[`b${blockId}`, 0]];
        const point = course.find((one) => one.week === week);
        return point === undefined ? [] : [[`b${blockId}`, Math.round(1000 * point.change) / 10]];
      }),
    ),
  }));
  return (
    <figure className={styles['chart']}>
      <div aria-hidden>
        <ResponsiveContainer width="100%" height={180} initialDimension={{ width: 640, height: 180 }}>
          <LineChart accessibilityLayer={false} data={data} margin={{ top: 8, right: 12, bottom: 0, left: 0 }}>
            <CartesianGrid stroke="var(--line)" vertical={false} />
            {placesAxis({
              dataKey: 'week',
              count: weeks + 1,
              ticks: data.map(({ week }) => week).filter((week) => weeks <= 12 || week % 2 === 0),
              nameOf: (week) => (week === 0 ? 'start' : String(week)),
            })}
            {valuesAxis(5)}
            <ReferenceLine y={0} stroke="var(--line-strong)" />
            {drawn.toReversed().map(({ blockId }, reversed) => {
              const place = drawn.length - 1 - reversed;
              const dash = DASHES[place];
              return (
                <Line
                  key={blockId}
                  dataKey={`b${blockId}`}
                  stroke={strokeOf(place)}
                  strokeWidth={place === 0 ? 2 : 1.5}
                  {...(dash === undefined ? {} : { strokeDasharray: dash })}
                  dot={{ r: 1.5 }}
                  connectNulls
                  isAnimationActive={false}
                />
              );
            })}
          </LineChart>
        </ResponsiveContainer>
      </div>
      <figcaption>
        Strength since the start of the block, %, by week; the mean of squat, hinge and lunge lifts
      </figcaption>
    </figure>
  );
};

/** How a block's line is drawn; nothing where it is not. */
export const BlockLine = ({ place }: { readonly place: number }) => {
  if (place >= BLOCKS_DRAWN) return null;
  const dash = DASHES[place];
  return (
    <svg width={22} height={8} aria-hidden className={styles['key']}>
      <line
        x1={0}
        x2={22}
        y1={4}
        y2={4}
        stroke={strokeOf(place)}
        strokeWidth={place === 0 ? 2 : 1.5}
        {...(dash === undefined ? {} : { strokeDasharray: dash })}
      />
    </svg>
  );
};
