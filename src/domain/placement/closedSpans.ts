import { addDays, type PlainDate } from '../kernel/plainDate.ts';
import { firstHeavyAfter, raceDistanceOf, type AfterRaceDays, type RacePriority } from '../strength/taper.ts';
import { readinessLight, type Illness, type ReadinessLight } from '../wellness/trafficLight.ts';
import type { ClosedSpan } from './placementFacts.ts';

interface Race {
  readonly name: string;
  readonly racedOn: PlainDate;
  readonly distanceM?: number | undefined;
  readonly priority: RacePriority;
}

interface Report {
  readonly on: PlainDate;
  readonly painScore?: number | undefined;
  readonly hasRedFlag: boolean;
  readonly soreness?: number | undefined;
  readonly sleepH?: number | undefined;
  readonly illness?: Illness | undefined;
}

/** The last day without a heavy lift of the legs after a race (R2.12); `undefined` where its distance is not known, or none is asked for. */
export const closedAfter = (
  { racedOn, distanceM }: Pick<Race, 'racedOn' | 'distanceM'>,
  days: AfterRaceDays,
): PlainDate | undefined => {
  if (distanceM === undefined) return undefined;
  const first = firstHeavyAfter(racedOn, raceDistanceOf(distanceM), days);
  return first > racedOn ? addDays(first, -1) : undefined;
};

const RED_WORDS: Readonly<Record<ReadinessLight['because'][number]['row'], string>> = {
  pain: 'pain',
  soreness: 'very sore legs',
  hooper: 'strain',
  sleep: 'very little sleep',
  illness: 'illness',
  running: 'the running guard',
};

const SYMPTOM_FREE_DAYS = 2;

const afterReport = (report: Report): readonly ClosedSpan[] => {
  const { light, because } = readinessLight({
    pain: report.painScore,
    hasRedFlag: report.hasRedFlag,
    soreness: report.soreness,
    sleepH: report.sleepH,
    illness: report.illness,
  });
  if (light !== 'red') return [];
  const reason = because
    .filter((one) => one.light === 'red')
    .map(({ row }) => RED_WORDS[row])
    .join(', ');
  const isIll = report.illness === 'feverOrBelowNeck';
  // Fever: two days free of it first (R2.13).
  return [{ from: report.on, to: addDays(report.on, isIll ? SYMPTOM_FREE_DAYS : 0), reason: `red: ${reason}` }];
};

/** Days without lifts of the legs (H7): after races (R2.12), on a red light and while ill (R8.4). */
export const closedSpans = (
  races: readonly Race[],
  reports: readonly Report[],
  days: AfterRaceDays,
): readonly ClosedSpan[] => [
  ...races.flatMap((race): ClosedSpan[] => {
    const to = closedAfter(race, days);
    return to === undefined ? [] : [{ from: race.racedOn, to, reason: `after ${race.name}` }];
  }),
  ...reports.flatMap(afterReport),
];
