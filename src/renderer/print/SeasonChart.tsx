import type { ReactNode } from 'react';
import type { DistanceUnit, MassUnit } from '../../domain/kernel/quantity.ts';
import { shortDate } from '../../domain/sheets/dateText.ts';
import { niceTicks } from '../charts/niceTicks.ts';
import {
  chartRows,
  type ChartWeek,
  type LineSegment,
  type StrengthAgainstRunning,
} from '../charts/strengthRunningRows.ts';
import styles from './SeasonChart.module.css';
import { useSheetWords } from './sheetWordsContext.ts';

interface SeasonChartProps {
  readonly chart: StrengthAgainstRunning;
  readonly massUnit: MassUnit;
  readonly distanceUnit: DistanceUnit;
}

/**
 * In CSS pixels, and said outright: a chart that measures its room has none yet when a page is printed. Drawn here in black and
 * greys with dashes, because a printer may have no colours; the screen's chart is for hovering.
 */
const WIDTH = 700;
const [LEFT, RIGHT] = [52, 184];
const STRENGTH = { top: 20, height: 230 };
const RUNNING = { top: 296, height: 140 };
const HEIGHT = 462;
const FONT_SIZE = 12;
const LINE_HEIGHT = 14;

/** Lines are told apart by their dashes, points on their own by their shapes. */
const DASHES = [undefined, '6 3', '2 2', '9 3 2 3'];
const MARKERS = ['M-2-2h4v4h-4z', 'M0-2.6 2.6 2H-2.6z', 'M-2.6 0 0-2.6 2.6 0 0 2.6z', 'M-2.4-.7h4.8v1.4h-4.8z'];
const MOST_LINES = DASHES.length;

/** Lifts far lighter than the heaviest would press its line flat. */
const LEAST_SHARE = 0.4;

const shownLifts = (chart: StrengthAgainstRunning): readonly string[] => {
  const newest = chart.lifts.map((lift) => ({ key: lift.exerciseKey, kg: lift.points.at(-1)?.trendKg ?? 0 }));
  const heaviest = Math.max(0, ...newest.map(({ kg }) => kg));
  return newest
    .filter(({ kg }) => kg >= LEAST_SHARE * heaviest)
    .slice(0, MOST_LINES)
    .map(({ key }) => key);
};

interface Scale {
  readonly ticks: readonly number[];
  readonly y: (value: number) => number;
}

const scaleOf = (
  ticks: readonly number[],
  { top, height }: { readonly top: number; readonly height: number },
): Scale => {
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  return { ticks, y: (value) => top + height - ((value - low) / Math.max(1, high - low)) * height };
};

const Axis = ({ scale, unit }: { readonly scale: Scale; readonly unit: string }) =>
  scale.ticks.map((tick) => (
    <g key={tick}>
      <line x1={LEFT} x2={WIDTH - RIGHT} y1={scale.y(tick)} y2={scale.y(tick)} stroke="#bbb" strokeWidth={0.5} />
      <text x={LEFT - 5} y={scale.y(tick) + 4} textAnchor="end" fontSize={FONT_SIZE}>
        {tick === scale.ticks.at(-1) ? `${tick} ${unit}` : tick}
      </text>
    </g>
  ));

/** Names at the ends of the lines, pushed apart where they would lie on each other. */
const spread = <T extends { readonly y: number }>(labels: readonly T[]): readonly (T & { readonly at: number })[] => {
  let above = Number.NEGATIVE_INFINITY;
  return labels
    .toSorted((a, b) => a.y - b.y)
    .map((label) => {
      above = Math.max(label.y, above + LINE_HEIGHT);
      return { ...label, at: above };
    });
};

const firstOfMonths = (weeks: readonly ChartWeek[]): readonly ChartWeek[] => {
  const firsts = weeks.filter(
    (week, place) => place > 0 && week.startsOn.slice(5, 7) !== weeks[place - 1]?.startsOn.slice(5, 7),
  );
  return firsts.filter((_, place) => place % 2 === 0);
};

/** Letters that fit between the end of the lines and the margin. */
const LONGEST_NAME = 25;

/** Letters of a race's name on its flag. */
const RACE_LETTERS = 18;

const shortened = (name: string, letters: number): string =>
  name.length <= letters ? name : `${name.slice(0, letters - 1)}…`;

/** Strength as lines with their names, running as bars beneath on the same weeks, races as flags. */
export const SeasonChart = ({ chart, massUnit, distanceUnit }: SeasonChartProps) => {
  const words = useSheetWords();
  const keys = shownLifts(chart);
  const { weeks, segments } = chartRows(chart, new Set(keys), massUnit, distanceUnit);
  const step = (WIDTH - LEFT - RIGHT) / Math.max(1, weeks.length);
  const x = (index: number): number => LEFT + (index + 0.5) * step;
  const strength = scaleOf(niceTicks(weeks.flatMap((week) => Object.values(week.values))), STRENGTH);
  const running = scaleOf(niceTicks([0, ...weeks.map(({ run }) => run)]), RUNNING);
  return (
    <svg
      className={styles['chart']}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={words.season.chart}
    >
      <Caption y={STRENGTH.top - 8}>
        {words.season.strength} ({massUnit})
      </Caption>
      {segments.length === 0 ? (
        <text x={LEFT} y={STRENGTH.top + STRENGTH.height / 2} fontSize={FONT_SIZE}>
          {words.season.noTrend}
        </text>
      ) : (
        <>
          <Axis scale={strength} unit={massUnit} />
          <Lines weeks={weeks} segments={segments} keys={keys} x={x} y={strength.y} massUnit={massUnit} />
        </>
      )}
      <Caption y={RUNNING.top - 18}>
        {words.season.running} ({distanceUnit})
      </Caption>
      <Axis scale={running} unit={distanceUnit} />
      {weeks.map((week) => (
        <g key={week.index}>
          <rect
            x={x(week.index) - 0.4 * step}
            width={0.8 * step}
            y={running.y(week.run)}
            height={RUNNING.top + RUNNING.height - running.y(week.run)}
            fill="#bbb"
          />
          <rect
            x={x(week.index) - 0.4 * step}
            width={0.8 * step}
            y={running.y(week.keyRun)}
            height={RUNNING.top + RUNNING.height - running.y(week.keyRun)}
            fill="#444"
          />
        </g>
      ))}
      <Legend />
      <Races weeks={weeks} x={x} />
      {firstOfMonths(weeks).map((week) => (
        <text key={week.index} x={x(week.index)} y={HEIGHT - 8} textAnchor="middle" fontSize={FONT_SIZE}>
          {shortDate(week.startsOn, words.dates).split(' ')[1]}
        </text>
      ))}
    </svg>
  );
};

const Caption = ({ y, children }: { readonly y: number; readonly children: ReactNode }) => (
  <text x={0} y={y} fontSize={FONT_SIZE} fontWeight={700}>
    {children}
  </text>
);

const Legend = () => {
  const words = useSheetWords();
  return (
    <g fontSize={FONT_SIZE}>
      <rect x={WIDTH - RIGHT + 10} y={RUNNING.top + 4} width={10} height={10} fill="#bbb" />
      <text x={WIDTH - RIGHT + 25} y={RUNNING.top + 13}>
        {words.runs.easy}
      </text>
      <rect x={WIDTH - RIGHT + 10} y={RUNNING.top + 20} width={10} height={10} fill="#444" />
      <text x={WIDTH - RIGHT + 25} y={RUNNING.top + 29}>
        {words.runs.quality}, {words.runs.long.toLowerCase()}
      </text>
    </g>
  );
};

interface LinesProps {
  readonly weeks: readonly ChartWeek[];
  readonly segments: readonly LineSegment[];
  readonly keys: readonly string[];
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
  readonly massUnit: MassUnit;
}

const Lines = ({ weeks, segments, keys, x, y, massUnit }: LinesProps) => {
  const drawn = segments.map((segment) => {
    const points = weeks.flatMap((week) => {
      const value = week.values[segment.id];
      return value === undefined ? [] : [{ x: x(week.index), y: y(value), value }];
    });
    return {
      segment,
      points,
      dash: DASHES[keys.indexOf(segment.exerciseKey)],
      marker: MARKERS[keys.indexOf(segment.exerciseKey)],
    };
  });
  const labels = spread(
    drawn.flatMap(({ segment, points, dash, marker }) => {
      const last = points.at(-1);
      return segment.isLast && last !== undefined
        ? [{ id: segment.id, name: segment.exercise, dash, marker, y: last.y, value: last.value }]
        : [];
    }),
  );
  return (
    <>
      {drawn.map(({ segment, points, dash, marker }) =>
        points.length === 1 ? (
          <path key={segment.id} d={marker} transform={`translate(${points[0]?.x ?? 0} ${points[0]?.y ?? 0})`} />
        ) : (
          <polyline
            key={segment.id}
            points={points.map((point) => `${point.x.toFixed(1)},${point.y.toFixed(1)}`).join(' ')}
            fill="none"
            stroke="#000"
            strokeWidth={1.5}
            {...(dash === undefined ? {} : { strokeDasharray: dash })}
          />
        ),
      )}
      {labels.map((label) => (
        <g key={label.id}>
          <line
            x1={WIDTH - RIGHT + 4}
            x2={WIDTH - RIGHT + 20}
            y1={label.at - 4}
            y2={label.at - 4}
            stroke="#000"
            strokeWidth={1.5}
            {...(label.dash === undefined ? {} : { strokeDasharray: label.dash })}
          />
          <path d={label.marker} transform={`translate(${WIDTH - RIGHT + 12} ${label.at - 4})`} />
          <text x={WIDTH - RIGHT + 24} y={label.at} fontSize={FONT_SIZE}>
            {shortened(label.name, LONGEST_NAME)}
          </text>
          <title>{`${label.name} ${Math.round(label.value)} ${massUnit}`}</title>
        </g>
      ))}
    </>
  );
};

/** A name needs about so many pixels; a race with another one closer behind it has its flag only. */
const NAME_WIDTH = 130;

const Races = ({ weeks, x }: { readonly weeks: readonly ChartWeek[]; readonly x: (index: number) => number }) => {
  const races = weeks.flatMap((week) => week.races.map((race) => ({ race, at: x(week.index) })));
  return races.map(({ race, at }, place) => (
    <g key={race.raceId}>
      <line x1={at} x2={at} y1={RUNNING.top - 12} y2={RUNNING.top + RUNNING.height} stroke="#000" strokeWidth={0.7} />
      <path d={`M${at} ${RUNNING.top - 12}l7 3l-7 3z`} />
      {(races[place + 1]?.at ?? WIDTH) - at >= NAME_WIDTH && (
        <text x={at + 9} y={RUNNING.top - 5} fontSize={FONT_SIZE}>
          {shortened(race.name, RACE_LETTERS)}
        </text>
      )}
    </g>
  ));
};
