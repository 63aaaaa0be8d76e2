import { addDays, daysBetween, type PlainDate } from '../kernel/plainDate.ts';
import { ostrcScore, type OstrcScore, type OstrcVersion } from './ostrc.ts';

/** The four answers of one week, or the one that ends the H2 version. */
export interface HealthReport {
  /** The Monday of the week it is about. */
  readonly weekStartsOn: PlainDate;
  readonly version: OstrcVersion;
  readonly answers: readonly number[];
}

export interface OstrcWeek extends OstrcScore {
  readonly weekStartsOn: PlainDate;
}

export interface OstrcWeeks {
  /** Newest first. */
  readonly weeks: readonly OstrcWeek[];
  /** The newest week, when it began at most 14 days ago: what it says is of now. */
  readonly current?: OstrcWeek | undefined;
  /** Red in the newest week and in the one before it: for a clinician. */
  readonly shouldRefer: boolean;
  /** Sum of the weekly scores. */
  readonly cumulative: number;
}

const CURRENT_DAYS = 14;

/** Weekly health questions scored (R8.2). Reports with answers that the questionnaire does not have are passed over. */
export const ostrcWeeks = (reports: readonly HealthReport[], today: PlainDate): OstrcWeeks => {
  const weeks = reports
    .flatMap(({ weekStartsOn, version, answers }): OstrcWeek[] => {
      const scored = ostrcScore(answers, version);
      return scored === undefined ? [] : [{ weekStartsOn, ...scored }];
    })
    .toSorted((a, b) => (a.weekStartsOn < b.weekStartsOn ? 1 : -1));
  const [newest, before] = weeks;
  const isCurrent = newest !== undefined && daysBetween(newest.weekStartsOn, today) <= CURRENT_DAYS;
  const current = isCurrent ? newest : undefined;
  const isSecondRed =
    current?.action === 'red' && before?.action === 'red' && before.weekStartsOn === addDays(current.weekStartsOn, -7);
  return { weeks, current, shouldRefer: isSecondRed, cumulative: weeks.reduce((sum, { score }) => sum + score, 0) };
};
