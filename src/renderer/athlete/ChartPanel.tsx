import { useMemo, useRef, useState } from 'react';
import {
  ChevronLeft,
  ChevronRight,
  ClipboardCopy,
  FileImage,
  FileSpreadsheet,
  Image as ImageIcon,
  Table2,
} from 'lucide-react';
import type { AthleteDetails } from '../../domain/athletes/athlete.ts';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { addDays, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { useApp } from '../app/appContext.ts';
import { asTsv, downloadCsv, downloadPng, downloadSvg } from '../charts/exportChart.ts';
import { StrengthRunningChart } from '../charts/StrengthRunningChart.tsx';
import {
  chartRows,
  liftBandIn,
  liftValueIn,
  patternColour,
  type ChartRows,
  type ChartWeek,
  type LiftTrend,
  type StrengthAgainstRunning,
} from '../charts/strengthRunningRows.ts';
import { weekInWords } from '../charts/weekInWords.ts';
import { useAsk } from '../client/useAsk.ts';
import { fullDay } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { Select } from '../kit/Fields.tsx';
import { Empty, Failed, Waiting } from '../kit/States.tsx';
import { tell } from '../kit/notices.ts';
import { useAfterPaint } from '../kit/useAfterPaint.ts';
import { client } from '../wire.ts';
import { Beneath, BENEATH, type BeneathKind } from './Beneath.tsx';
import styles from './ChartPanel.module.css';

const RANGES = [
  { value: '12', label: '12 weeks' },
  { value: '26', label: '26 weeks' },
  { value: '52', label: '1 year' },
  { value: '104', label: '2 years' },
  { value: '260', label: '5 years' },
  { value: '520', label: '10 years' },
] as const;

type Range = (typeof RANGES)[number]['value'];

const FIRST_RANGE: Range = '26';

/** How many weeks are asked for before anybody chooses. */
export const FIRST_WEEKS = Number(FIRST_RANGE);

interface ChartPanelProps {
  readonly athleteId: AthleteId;
  readonly details: AthleteDetails;
  /** The chart, or what stands in its place, has been painted. */
  readonly onPainted?: () => void;
}

/** The strength-against-running chart with everything round it: range, zoom, words, table, copies. */
export const ChartPanel = ({ athleteId, details, onPainted }: ChartPanelProps) => {
  const [range, setRange] = useState<Range>(FIRST_RANGE);
  const [endsOn, setEndsOn] = useState<PlainDate>();
  const data = useAsk(client.analysis.strengthAgainstRunning, {
    athleteId,
    weeks: Number(range),
    ...(endsOn === undefined ? {} : { endsOn }),
  });
  useAfterPaint(data.state !== 'waiting', onPainted);
  if (data.state === 'waiting') return <Waiting what="chart" rows={8} />;
  if (data.state === 'failed') return <Failed message={data.message} />;
  if (data.value.firstDataOn === undefined) {
    return (
      <Empty title="Nothing to chart yet">
        Import this athlete’s runs and lifts, or assign a program and record it. The first two sessions of a lift start
        its line.
      </Empty>
    );
  }
  const first = data.value.weeks[0]?.startsOn;
  return (
    <Charted
      key={`${data.value.weeks.length} ${first ?? ''}`}
      data={data.value}
      details={details}
      range={range}
      onRange={setRange}
      onEndsOn={setEndsOn}
    />
  );
};

interface ChartedProps {
  readonly data: StrengthAgainstRunning;
  readonly details: AthleteDetails;
  readonly range: Range;
  readonly onRange: (range: Range) => void;
  readonly onEndsOn: (endsOn: PlainDate) => void;
}

const MAIN_LIFTS = 3;

/** Lifts far lighter than the heaviest would press its line flat: they are drawn when asked for. */
const LEAST_SHARE = 0.4;

const Charted = ({ data, details, range, onRange, onEndsOn }: ChartedProps) => {
  const { massUnit, distanceUnit, name } = details;
  const [hidden, setHidden] = useState<ReadonlySet<string>>(() => lesserLifts(data.lifts));
  const [zoom, setZoom] = useState<{ readonly from: number; readonly to: number }>();
  const [hovered, setHovered] = useState<number>();
  const [isTable, setTable] = useState(false);
  const [beneath, setBeneath] = useState<BeneathKind>('none');
  const chart = useRef<HTMLDivElement>(null);

  const shown = useMemo(
    () => new Set(data.lifts.filter((lift) => !hidden.has(lift.exerciseKey)).map((lift) => lift.exerciseKey)),
    [data, hidden],
  );
  const rows = useMemo(() => chartRows(data, shown, massUnit, distanceUnit), [data, shown, massUnit, distanceUnit]);
  const zoomed: ChartRows = useMemo(
    () =>
      zoom === undefined
        ? rows
        : { ...rows, weeks: rows.weeks.filter((week) => week.index >= zoom.from && week.index <= zoom.to) },
    [rows, zoom],
  );
  const lifts = data.lifts.filter((lift) => shown.has(lift.exerciseKey));
  const title = `${name}: strength against running`;
  const table = () => tableRows(zoomed.weeks, lifts, massUnit, distanceUnit);
  const inWords = zoomed.weeks.find((week) => week.index === hovered) ?? zoomed.weeks.at(-1);

  return (
    <section aria-label="Strength against running" className={styles['panel']}>
      <header className={styles['head']}>
        <h2>Strength against running</h2>
        <div className={styles['tools']}>
          {zoom !== undefined && (
            <Button look="quiet" onPress={() => setZoom(undefined)}>
              Whole range
            </Button>
          )}
          <WindowSteps data={data} onEndsOn={onEndsOn} />
          <Select label="Range" isLabelHidden value={range} onChange={onRange} choices={RANGES} />
          <Select label="Panel beneath" isLabelHidden value={beneath} onChange={setBeneath} choices={BENEATH} />
          <Button look="quiet" onPress={() => setTable(!isTable)} aria-pressed={isTable}>
            <Table2 aria-hidden /> {isTable ? 'Chart' : 'Table'}
          </Button>
          <Button
            look="quiet"
            aria-label="Copy the numbers"
            onPress={() => {
              void navigator.clipboard
                .writeText(asTsv(table()))
                .then(() => tell({ tone: 'done', text: 'Numbers copied. Paste them into a spreadsheet.' }));
            }}
          >
            <ClipboardCopy aria-hidden /> Copy
          </Button>
          <Button look="quiet" aria-label="Save the numbers as CSV" onPress={() => downloadCsv(table(), title)}>
            <FileSpreadsheet aria-hidden /> CSV
          </Button>
          {!isTable && (
            <>
              <Button
                look="quiet"
                aria-label="Save the chart as PNG"
                onPress={() => {
                  if (chart.current !== null) void downloadPng(chart.current, title);
                }}
              >
                <ImageIcon aria-hidden /> PNG
              </Button>
              <Button
                look="quiet"
                aria-label="Save the chart as SVG"
                onPress={() => {
                  if (chart.current !== null) downloadSvg(chart.current, title);
                }}
              >
                <FileImage aria-hidden /> SVG
              </Button>
            </>
          )}
        </div>
      </header>
      <LiftToggles lifts={data.lifts} shown={shown} onToggle={(key) => setHidden(toggled(hidden, key))} />
      {isTable ? (
        <WeekTable rows={table()} />
      ) : (
        <div ref={chart}>
          <StrengthRunningChart
            rows={zoomed}
            lifts={lifts}
            massUnit={massUnit}
            distanceUnit={distanceUnit}
            hovered={hovered}
            onHover={setHovered}
            onZoom={(from, to) => setZoom({ from, to })}
          />
          {beneath !== 'none' && (
            <Beneath kind={beneath} athleteId={data.athleteId} weeks={zoomed.weeks} hovered={inWords?.index} />
          )}
          {inWords !== undefined && (
            <p className={styles['words']} data-testid="week-in-words">
              {weekInWords({ week: inWords, lifts, massUnit, distanceUnit }).map((part, place) => (
                <span key={part} className={place === 0 ? styles['week'] : ''}>
                  {part}
                </span>
              ))}
            </p>
          )}
          <WeekSlider weeks={zoomed.weeks} hovered={inWords?.index} onHover={setHovered} />
        </div>
      )}
    </section>
  );
};

/** Earlier and later, half a window at a time, within what there is. */
const WindowSteps = ({ data, onEndsOn }: Pick<ChartedProps, 'data' | 'onEndsOn'>) => {
  const { today } = useApp();
  const first = data.weeks[0]?.startsOn;
  const last = data.weeks.at(-1)?.startsOn;
  if (first === undefined || last === undefined || data.firstDataOn === undefined) return null;
  const half = Math.ceil(data.weeks.length / 2) * 7;
  return (
    <>
      <Button
        look="quiet"
        aria-label="Earlier weeks"
        isDisabled={first <= data.firstDataOn}
        onPress={() => onEndsOn(addDays(last, -half))}
      >
        <ChevronLeft aria-hidden />
      </Button>
      <span className={styles['span']}>
        {fullDay(first)} – {fullDay(addDays(last, 6))}
      </span>
      <Button
        look="quiet"
        aria-label="Later weeks"
        isDisabled={addDays(last, 6) >= today}
        onPress={() => onEndsOn(addDays(last, half) > today ? today : addDays(last, half))}
      >
        <ChevronRight aria-hidden />
      </Button>
    </>
  );
};

const lesserLifts = (lifts: readonly LiftTrend[]): ReadonlySet<string> => {
  const latest = (lift: LiftTrend): number => lift.points.at(-1)?.trendKg ?? 0;
  const heaviest = Math.max(0, ...lifts.map(latest));
  const main = new Set(
    ['squat', 'hinge', 'lunge', 'push', 'pull', 'calf']
      .map((pattern) => lifts.find((one) => one.pattern === pattern))
      .filter((lift) => lift !== undefined)
      .filter((lift) => latest(lift) >= heaviest * LEAST_SHARE)
      .slice(0, MAIN_LIFTS)
      .map((lift) => lift.exerciseKey),
  );
  return new Set(lifts.map((lift) => lift.exerciseKey).filter((key) => !main.has(key)));
};

const toggled = (set: ReadonlySet<string>, key: string): ReadonlySet<string> => {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
};

interface LiftTogglesProps {
  readonly lifts: readonly LiftTrend[];
  readonly shown: ReadonlySet<string>;
  readonly onToggle: (exerciseKey: string) => void;
}

const MOST_TOGGLES = 10;

const LiftToggles = ({ lifts, shown, onToggle }: LiftTogglesProps) => (
  <div className={styles['lifts']} role="group" aria-label="Lifts shown">
    {lifts.slice(0, MOST_TOGGLES).map((lift) => (
      <button
        key={lift.exerciseKey}
        type="button"
        aria-pressed={shown.has(lift.exerciseKey)}
        className={styles['lift']}
        onClick={() => onToggle(lift.exerciseKey)}
      >
        <svg width={10} height={10} aria-hidden>
          <circle
            cx={5}
            cy={5}
            r={4}
            fill={shown.has(lift.exerciseKey) ? patternColour(lift.pattern) : 'none'}
            stroke={patternColour(lift.pattern)}
            strokeWidth={1.5}
          />
        </svg>
        {lift.exercise}
      </button>
    ))}
    {lifts.length > MOST_TOGGLES && <span className="quiet">and {lifts.length - MOST_TOGGLES} more in the table</span>}
  </div>
);

interface WeekSliderProps {
  readonly weeks: readonly ChartWeek[];
  readonly hovered: number | undefined;
  readonly onHover: (index: number) => void;
}

/** The hover for those without a mouse: arrows walk through the weeks, and the words follow. */
const WeekSlider = ({ weeks, hovered, onHover }: WeekSliderProps) => (
  <input
    type="range"
    className={styles['slider']}
    aria-label="Week read out"
    aria-valuetext={weeks.find((week) => week.index === hovered)?.startsOn ?? ''}
    min={weeks[0]?.index ?? 0}
    max={weeks.at(-1)?.index ?? 0}
    value={hovered ?? 0}
    onChange={(event) => onHover(Number(event.target.value))}
  />
);

type Cell = string | number;

const tableRows = (
  weeks: readonly ChartWeek[],
  lifts: readonly LiftTrend[],
  massUnit: string,
  distanceUnit: string,
): readonly (readonly Cell[])[] => [
  [
    'Week of',
    `Running, ${distanceUnit}`,
    `Key running, ${distanceUnit}`,
    `Planned running, ${distanceUnit}`,
    'Lifts',
    'Hard sets',
    'Lower body',
    ...lifts.flatMap((lift) => [`${lift.exercise}, ${massUnit}`, '90 % interval']),
    'Remarks',
  ],
  ...weeks.map((week): Cell[] => [
    week.startsOn,
    week.run,
    week.keyRun,
    week.plannedRun ?? '',
    week.liftSessions,
    week.hardSets,
    week.lowerHardSets,
    ...lifts.flatMap((lift): Cell[] => {
      const value = liftValueIn(week, lift.exerciseKey);
      const band = liftBandIn(week, lift.exerciseKey);
      return [value ?? '', band === undefined ? '' : `${band[0]}–${band[1]}`];
    }),
    [
      week.isDeload ? 'deload' : '',
      ...week.races.map((race) => race.name),
      ...week.pain.map((pain) => `pain ${pain.score}/10 ${pain.site}`.trim()),
      ...week.guard.map(({ level }) => `running guard ${level}`),
    ]
      .filter((word) => word !== '')
      .join('; '),
  ]),
];

const WeekTable = ({ rows }: { readonly rows: readonly (readonly Cell[])[] }) => {
  const [head = [], ...weeks] = rows;
  return (
    <div className={styles['tableBox']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            {head.map((title, column) => (
              <th
                key={`${String(title)} ${column}`}
                scope="col"
                className={weeks.some((week) => typeof week[column] === 'number') ? 'number' : ''}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.toReversed().map((week) => (
            <tr key={String(week[0])}>
              {week.map((value, column) => (
                <td
                  key={head[column]?.toString() + String(column)}
                  className={typeof value === 'number' ? 'number' : ''}
                >
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
