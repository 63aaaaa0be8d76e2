import { Curve, usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import { dashOf, patternColour, type ChartRows, type ChartWeek, type LiftTrend } from './strengthRunningRows.ts';

/**
 * What is drawn into the panels, each layer a few shapes on the scales of the chart round it. The library's own lines and bars are
 * a component for each week of each series, and most of the time in which an athlete's page opened went to them.
 */

interface Plot {
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
  /** Between the middles of two weeks. */
  readonly step: number;
}

/** The scales of the chart round a layer, as soon as it has a size. */
const usePlot = (weeks: readonly ChartWeek[]): Plot | undefined => {
  const area = usePlotArea();
  const across = useXAxisScale();
  const up = useYAxisScale();
  if (area === undefined || across === undefined || up === undefined || weeks.length === 0) return undefined;
  return { x: (index) => across(index) ?? 0, y: (value) => up(value) ?? 0, step: area.width / weeks.length };
};

type Stacked = 'keyRun' | 'easyRun' | 'lowerHardSets' | 'otherHardSets';

interface WeekBarsProps {
  readonly weeks: readonly ChartWeek[];
  /** From the bottom up. */
  readonly stack: readonly { readonly key: Stacked; readonly colour: string }[];
}

const BAR_SHARE = 0.64;
const CORNER = 2;

const bar = (x: number, width: number, bottom: number, top: number, corner: number): string => {
  const round = Math.min(corner, bottom - top, width / 2);
  if (round <= 0) return `M${x},${bottom}V${top}h${width}V${bottom}z`;
  return `M${x},${bottom}V${top + round}q0,${-round} ${round},${-round}h${width - 2 * round}q${round},0 ${round},${round}V${bottom}z`;
};

/** A bar for each week, in parts that stand on each other. */
export const WeekBars = ({ weeks, stack }: WeekBarsProps) => {
  const plot = usePlot(weeks);
  if (plot === undefined) return null;
  const width = plot.step * BAR_SHARE;
  return stack.map(({ key, colour }, place) => {
    const isTop = place === stack.length - 1;
    const bars = weeks.flatMap((week) => {
      if (!(week[key] > 0)) return [];
      const below = stack.slice(0, place).reduce((sum, part) => sum + week[part.key], 0);
      const [bottom, top] = [plot.y(below), plot.y(below + week[key])];
      return [bar(plot.x(week.index) - width / 2, width, bottom, top, isTop ? CORNER : 0)];
    });
    return <path key={key} data-bars={key} d={bars.join('')} fill={colour} />;
  });
};

/** What was to be run, week by week, as a stair. */
export const PlannedStair = ({ weeks }: { readonly weeks: readonly ChartWeek[] }) => {
  const plot = usePlot(weeks);
  if (plot === undefined) return null;
  const points = weeks.map(({ index, plannedRun }) => ({
    x: plot.x(index),
    y: plannedRun === undefined ? null : plot.y(plannedRun),
  }));
  return (
    <>
      <Curve
        type="step"
        points={points}
        fill="none"
        stroke="var(--ink-quiet)"
        strokeWidth={1.25}
        strokeDasharray="3 2"
      />
      {points.map(({ x, y }) => y !== null && <circle key={x} cx={x} cy={y} r={1.5} fill="var(--ink-quiet)" />)}
    </>
  );
};

interface TrendsProps {
  readonly rows: ChartRows;
  readonly lifts: readonly LiftTrend[];
  readonly hovered: number | undefined;
}

/** The strength of each lift as a line, through the middle of what it may be. */
export const Trends = ({ rows: { weeks, segments }, lifts, hovered }: TrendsProps) => {
  const plot = usePlot(weeks);
  if (plot === undefined) return null;
  const drawn = segments.map((segment) => {
    const known = weeks.flatMap(({ index, values, bands }) => {
      const [value, band] = [values[segment.id], bands[segment.id]];
      return value === undefined || band === undefined ? [] : [{ index, x: plot.x(index), value, band }];
    });
    return { ...segment, known, colour: patternColour(segment.pattern), dash: dashOf(lifts, segment.exerciseKey) };
  });
  return (
    <>
      {drawn.map(({ id, known, colour }) => (
        <Curve
          key={id}
          type="monotone"
          points={known.map(({ x, band: [, high] }) => ({ x, y: plot.y(high) }))}
          baseLine={known.map(({ x, band: [low] }) => ({ x, y: plot.y(low) }))}
          stroke="none"
          fill={colour}
          fillOpacity={0.13}
        />
      ))}
      {drawn.map(({ id, known, colour, dash }) => (
        <Curve
          key={id}
          className="trend"
          type="monotone"
          points={known.map(({ x, value }) => ({ x, y: plot.y(value) }))}
          fill="none"
          stroke={colour}
          strokeWidth={2}
          {...(dash === undefined ? {} : { strokeDasharray: dash })}
        />
      ))}
      {drawn.flatMap(({ id, known, colour }) =>
        known
          .filter(({ index }) => index === hovered || known.length === 1)
          .map(({ x, value }) => <circle key={id} cx={x} cy={plot.y(value)} r={3} fill={colour} />),
      )}
    </>
  );
};
