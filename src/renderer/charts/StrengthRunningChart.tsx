import { useId, useState, type MouseEvent } from 'react';
import {
  CartesianGrid,
  ComposedChart,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import type { DistanceUnit, MassUnit } from '../../domain/kernel/quantity.ts';
import { counted, month } from '../format.ts';
import { niceTicks } from './niceTicks.ts';
import { dashOf, patternColour, type ChartRows, type ChartWeek, type LiftTrend } from './strengthRunningRows.ts';
import { PlannedStair, Trends, WeekBars } from './weekLayers.tsx';
import styles from './StrengthRunningChart.module.css';

interface StrengthRunningChartProps {
  readonly rows: ChartRows;
  readonly lifts: readonly LiftTrend[];
  readonly massUnit: MassUnit;
  readonly distanceUnit: DistanceUnit;
  readonly hovered: number | undefined;
  readonly onHover: (index: number | undefined) => void;
  /** Zooms to the weeks between two indexes, both included. */
  readonly onZoom: (from: number, to: number) => void;
}

const MARGIN = { top: 8, right: 118, bottom: 0, left: 0 };
const AXIS_WIDTH = 46;

const RUNS = [
  { key: 'keyRun', colour: 'var(--run-key)' },
  { key: 'easyRun', colour: 'var(--run)' },
] as const;

const SETS = [
  { key: 'lowerHardSets', colour: 'var(--sets-lower)' },
  { key: 'otherHardSets', colour: 'var(--sets-upper)' },
] as const;

/** The first week of each month bears its name; in long ranges only every third. */
const monthTicks = (weeks: readonly ChartWeek[]): number[] => {
  const firsts = weeks.filter(
    (week, place) => place > 0 && week.startsOn.slice(5, 7) !== weeks[place - 1]?.startsOn.slice(5, 7),
  );
  const every = Math.ceil(firsts.length / 16);
  return firsts.filter((_, place) => place % every === 0).map((week) => week.index);
};

const monthName = (weeks: readonly ChartWeek[], index: number): string => {
  const week = weeks.find((one) => one.index === index);
  if (week === undefined) return '';
  return week.startsOn.slice(5, 7) === '01'
    ? `${month(week.startsOn)} ${week.startsOn.slice(0, 4)}`
    : month(week.startsOn);
};

/** Three panels on one axis of weeks: strength as lines with their interval, running as bars, hard sets as bars. */
export const StrengthRunningChart = (props: StrengthRunningChartProps) => {
  const { rows, lifts, massUnit, distanceUnit, hovered, onHover, onZoom } = props;
  const { weeks, segments } = rows;
  const [dragFrom, setDragFrom] = useState<number>();
  const hatch = useId().replaceAll(':', '');
  const first = weeks[0]?.index ?? 0;
  const last = weeks.at(-1)?.index ?? 0;
  const ticks = monthTicks(weeks);

  const weekAt = ({ currentTarget, clientX }: MouseEvent): number | undefined => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const share = (clientX - left - AXIS_WIDTH) / (width - AXIS_WIDTH - MARGIN.right);
    return share < 0 || share >= 1 ? undefined : weeks[Math.floor(share * weeks.length)]?.index;
  };
  const finishDrag = (): void => {
    if (dragFrom !== undefined && hovered !== undefined && Math.abs(hovered - dragFrom) >= 3) {
      onZoom(Math.min(dragFrom, hovered), Math.max(dragFrom, hovered));
    }
    setDragFrom(undefined);
  };
  const mouse = {
    onMouseMove: (_: unknown, event: MouseEvent) => onHover(weekAt(event)),
    onMouseLeave: () => {
      onHover(undefined);
      setDragFrom(undefined);
    },
    onMouseDown: (_: unknown, event: MouseEvent) => setDragFrom(weekAt(event)),
    onMouseUp: finishDrag,
  };

  const xAxis = (isShown: boolean) => (
    <XAxis
      dataKey="index"
      type="number"
      domain={[first - 0.5, last + 0.5]}
      ticks={ticks}
      tickFormatter={(index: number) => monthName(weeks, index)}
      height={isShown ? 24 : 4}
      tick={isShown ? { fill: 'var(--ink-quiet)', fontSize: 12 } : false}
      axisLine={{ stroke: 'var(--line-strong)' }}
      tickLine={false}
      allowDataOverflow
    />
  );
  const yAxis = (values: number[]) => (
    <YAxis
      width={AXIS_WIDTH}
      domain={[values[0] ?? 0, values.at(-1) ?? 1]}
      ticks={values}
      tick={{ fill: 'var(--ink-quiet)', fontSize: 12 }}
      axisLine={false}
      tickLine={false}
      // The layers are nothing that the library counts as data: only so does it keep to this domain.
      allowDataOverflow
    />
  );
  const cursor = hovered !== undefined && (
    <ReferenceLine x={hovered} stroke="var(--ink-quiet)" strokeDasharray="2 2" ifOverflow="hidden" />
  );
  const dragged = dragFrom !== undefined && hovered !== undefined && (
    <ReferenceArea x1={dragFrom} x2={hovered} fill="var(--accent)" fillOpacity={0.12} ifOverflow="hidden" />
  );
  const hatches = weeks
    .filter((week) => week.isDeload)
    .map((week) => (
      <ReferenceArea
        key={week.index}
        x1={week.index - 0.5}
        x2={week.index + 0.5}
        fill={`url(#${hatch})`}
        fillOpacity={1}
        ifOverflow="hidden"
      />
    ));
  const hatchPattern = (
    <defs>
      <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line x1="0" y1="0" x2="0" y2="5" stroke="var(--line-strong)" strokeWidth="1" opacity="0.55" />
      </pattern>
    </defs>
  );
  const hasStrength = segments.length > 0;
  const blocks = blockSpans(weeks);
  const isPlanned = weeks.some(({ plannedRun }) => plannedRun !== undefined);
  const strengthTicks = niceTicks(weeks.flatMap((week) => Object.values(week.bands).flat()));
  const runTicks = niceTicks([0, ...weeks.map(({ run, plannedRun = 0 }) => Math.max(run, plannedRun))], 3);
  const setTicks = niceTicks([0, ...weeks.map(({ hardSets }) => hardSets)], 3);
  const namedRaces = racesWithRoom(weeks);
  const noBars = noHardSets(weeks);

  return (
    <div className={styles['panels']} data-chart="strength-running">
      <figure className={styles['panel']} style={{ height: hasStrength ? 210 : 96 }}>
        <figcaption className={styles['caption']}>Strength: e1RM in {massUnit}, with its 90 % interval</figcaption>
        {hasStrength ? (
          <ResponsiveContainer width="100%" height="100%">
            <ComposedChart data={weeks} margin={MARGIN} accessibilityLayer={false} {...mouse}>
              {hatchPattern}
              <CartesianGrid vertical={false} stroke="var(--line)" />
              {hatches}
              {blocks.map((block) => (
                <ReferenceArea
                  key={`${block.name} ${block.from}`}
                  x1={block.from - 0.5}
                  x2={block.to + 0.5}
                  fill="var(--accent)"
                  fillOpacity={0.045}
                  ifOverflow="hidden"
                  {...blockLabel(block, weeks.length)}
                />
              ))}
              {xAxis(false)}
              {yAxis(strengthTicks)}
              <Trends rows={rows} lifts={lifts} hovered={hovered} />
              {cursor}
              {dragged}
            </ComposedChart>
          </ResponsiveContainer>
        ) : (
          <p className={styles['nothing']}>
            No lift has two sessions yet in these weeks, so there is no trend to draw.
          </p>
        )}
        <LineLabels rows={rows} lifts={lifts} massUnit={massUnit} />
      </figure>
      <figure className={styles['panel']} style={{ height: 150 }}>
        <figcaption className={styles['caption']}>
          Running: {distanceUnit} a week <Swatch colour="var(--run)" label="easy" />{' '}
          <Swatch colour="var(--run-key)" label="key runs" />
          {isPlanned && <span className={styles['swatch']}>╌ planned</span>}
          {weeks.some(({ guard }) => guard.length > 0) && <Mark sign="◆" colour="var(--look)" label="running guard" />}
        </figcaption>
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart data={weeks} margin={{ ...MARGIN, top: 24 }} accessibilityLayer={false} {...mouse}>
            {hatchPattern}
            <CartesianGrid vertical={false} stroke="var(--line)" />
            {hatches}
            {xAxis(false)}
            {yAxis(runTicks)}
            <WeekBars weeks={weeks} stack={RUNS} />
            {isPlanned && <PlannedStair weeks={weeks} />}
            {weeks
              .filter((week) => week.guard.length > 0)
              .map((week) => (
                <ReferenceLine
                  key={week.index}
                  x={week.index}
                  stroke="none"
                  ifOverflow="hidden"
                  label={{ value: '◆', position: 'insideTop', fill: 'var(--look)', fontSize: 11 }}
                />
              ))}
            {weeks.flatMap((week) =>
              week.races.map((race) => (
                <ReferenceLine
                  key={race.raceId}
                  x={week.index}
                  stroke="var(--ink)"
                  strokeWidth={1}
                  ifOverflow="hidden"
                  label={{
                    value: namedRaces.has(race.raceId) ? `⚑ ${race.name}` : '⚑',
                    position: 'top',
                    fill: 'var(--ink)',
                    fontSize: weeks.length > 60 ? 10 : 11,
                  }}
                />
              )),
            )}
            {cursor}
            {dragged}
          </ComposedChart>
        </ResponsiveContainer>
      </figure>
      <figure className={styles['panel']} style={{ height: 124 }}>
        <figcaption className={styles['caption']}>
          Lifting: hard sets a week <Swatch colour="var(--sets-lower)" label="lower body" />{' '}
          <Swatch colour="var(--sets-upper)" label="upper body and trunk" />
          {weeks.some(({ pain }) => pain.length > 0) && <Mark sign="■" colour="var(--act)" label="pain" />}
        </figcaption>
        {noBars !== undefined && <p className={styles['noBars']}>{noBars}</p>}
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart data={weeks} margin={{ ...MARGIN, top: 12 }} accessibilityLayer={false} {...mouse}>
            {hatchPattern}
            <CartesianGrid vertical={false} stroke="var(--line)" />
            {hatches}
            {xAxis(true)}
            {yAxis(setTicks)}
            <WeekBars weeks={weeks} stack={SETS} />
            {weeks
              .filter((week) => week.pain.length > 0)
              .map((week) => (
                <ReferenceLine
                  key={week.index}
                  x={week.index}
                  stroke="none"
                  ifOverflow="hidden"
                  label={{ value: '■', position: 'top', fill: 'var(--act)', fontSize: 9 }}
                />
              ))}
            {cursor}
            {dragged}
          </ComposedChart>
        </ResponsiveContainer>
      </figure>
    </div>
  );
};

/** Why there is no bar in the panel of the lifting, when there is none. */
const noHardSets = (weeks: readonly ChartWeek[]): string | undefined => {
  if (weeks.some(({ hardSets }) => hardSets > 0)) return undefined;
  const lifts = weeks.reduce((sum, { liftSessions }) => sum + liftSessions, 0);
  if (lifts === 0) return 'No lift in these weeks.';
  return `${counted(lifts, 'lift')} in these weeks, and no set that is known to be hard: that takes an RPE, or a load near a known maximum.`;
};

/** A name needs about this share of the width; where another's name or flag would lie in it, it goes without, the lesser race first. */
const NAME_SHARE = 0.17;

/** And a letter about this. */
const LETTER_SHARE = 0.009;

const racesWithRoom = (weeks: readonly ChartWeek[]): ReadonlySet<number> => {
  const room = weeks.length * NAME_SHARE;
  const placed: { readonly id: number; readonly index: number }[] = [];
  const races = weeks.flatMap((week) => week.races.map((race) => ({ race, index: week.index })));
  for (const { race, index } of races.toSorted((a, b) => a.race.priority.localeCompare(b.race.priority))) {
    const isClear = races.every((other) => other.index === index || Math.abs(other.index - index) >= room / 2);
    if (isClear && placed.every((other) => Math.abs(other.index - index) >= room))
      placed.push({ id: race.raceId, index });
  }
  return new Set(placed.map(({ id }) => id));
};

/** Weeks of one block that follow each other, as one band under its name. */
const blockSpans = (
  weeks: readonly ChartWeek[],
): { readonly name: string; readonly from: number; readonly to: number }[] => {
  const spans: { name: string; from: number; to: number }[] = [];
  for (const { block, index } of weeks) {
    const last = spans.at(-1);
    if (block === undefined) continue;
    if (last !== undefined && last.name === block && last.to === index - 1) last.to = index;
    else spans.push({ name: block, from: index, to: index });
  }
  return spans;
};

/** A block's name, where the block is as wide. */
const blockLabel = ({ name, from, to }: ReturnType<typeof blockSpans>[number], weeks: number) =>
  (to - from + 1) / weeks < name.length * LETTER_SHARE
    ? {}
    : { label: { value: name, position: 'insideTopLeft', fill: 'var(--ink-quiet)', fontSize: 11 } as const };

const dashProps = (dash: string | undefined): { readonly strokeDasharray?: string } =>
  dash === undefined ? {} : { strokeDasharray: dash };

const Swatch = ({ colour, label }: { readonly colour: string; readonly label: string }) => (
  <span className={styles['swatch']}>
    <svg width={10} height={10} aria-hidden>
      <rect width={10} height={10} rx={2} fill={colour} />
    </svg>
    {label}
  </span>
);

interface MarkProps {
  readonly sign: string;
  readonly colour: string;
  readonly label: string;
}

const Mark = ({ sign, colour, label }: MarkProps) => (
  <span className={styles['swatch']}>
    <span style={{ color: colour }}>{sign}</span> {label}
  </span>
);

interface LineLabelsProps {
  readonly rows: ChartRows;
  readonly lifts: readonly LiftTrend[];
  readonly massUnit: MassUnit;
}

/** Names at the right of the strength panel, in the order of the lines: a legend that needs no looking up. */
const LineLabels = ({ rows, lifts, massUnit }: LineLabelsProps) => {
  const named = rows.segments
    .filter((segment) => segment.isLast)
    .map((segment) => ({
      segment,
      value: rows.weeks.findLast((week) => week.values[segment.id] !== undefined)?.values[segment.id],
    }))
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  return (
    <ul className={styles['names']}>
      {named.map(({ segment, value }) => (
        <li key={segment.id}>
          <svg width={18} height={8} aria-hidden>
            <line
              x1={0}
              x2={18}
              y1={4}
              y2={4}
              strokeWidth={2}
              stroke={patternColour(segment.pattern)}
              {...dashProps(dashOf(lifts, segment.exerciseKey))}
            />
          </svg>
          <span>
            {segment.exercise}
            <span className={styles['value']}> {value === undefined ? '' : `${Math.round(value)} ${massUnit}`}</span>
          </span>
        </li>
      ))}
    </ul>
  );
};
