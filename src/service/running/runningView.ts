import { ageIn } from '../../domain/athletes/recovery.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, mondayOf, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { ageGrade, gradeBand, parseAgeFactors, type AgeFactors } from '../../domain/running/ageGrade.ts';
import { FORM_AHEAD_DAYS } from '../../domain/running/formAhead.ts';
import { runsInPlan } from '../../domain/running/runningPlan.ts';
import { runningSummary, type RunningSummary } from '../../domain/running/runningSummary.ts';
import { riegelS, speedAtShareMps, timeForVdot, TRAINING_SHARES } from '../../domain/running/vdot.ts';
import { legLoadPercent } from '../../domain/strength/combinedLoad.ts';
import type { StoredAthlete } from '../athletes/athleteStore.ts';
import { runningPlanOf } from '../calendar/runningPlanOf.ts';
import type { ReadDb } from '../db/sql.ts';
import { weeksOf } from '../training/analysisStore.ts';
import { highestHr } from './guardStore.ts';
import { racedTimes, restingHeartRates, summedLifts, summedRuns } from './runningStore.ts';

const tables = new Map<string, AgeFactors>();

const ageFactorsIn = (resourcesFolder: string): AgeFactors => {
  const known = tables.get(resourcesFolder);
  if (known !== undefined) return known;
  const table = parseAgeFactors(readFileSync(join(resourcesFolder, 'age_factors_2025.csv'), 'utf8'));
  tables.set(resourcesFolder, table);
  return table;
};

const PREDICTED_M = [5000, 10_000, 21_097.5, 42_195];

type Best = NonNullable<RunningSummary['best']>;

const gradeOf = ({ race }: Best, { details }: StoredAthlete, factors: AgeFactors) => {
  const { sex } = details;
  // Without a birthday the age is that of the end of the year: a year too many at most, which the standards forgive.
  const ageYears = ageIn(details, race.on);
  if (ageYears === undefined || (sex !== 'male' && sex !== 'female')) return undefined;
  const grade = ageGrade(factors, { sex, ageYears, distanceM: race.distanceM, durationS: race.resultS });
  return grade === undefined
    ? undefined
    : { percent: grade.percent, band: gradeBand(grade.percent), gradedS: grade.gradedS };
};

const bestView = (best: Best, athlete: StoredAthlete, factors: AgeFactors) => ({
  ...best,
  pacesS: Object.fromEntries(
    Object.entries(TRAINING_SHARES).flatMap(([name, share]) => {
      const speed = speedAtShareMps(best.vdot, share);
      return speed === undefined ? [] : [[name, 1000 / speed]];
    }),
  ),
  predictions: PREDICTED_M.map((distanceM) => ({
    distanceM,
    vdotS: timeForVdot(best.vdot, distanceM),
    riegelS: riegelS(best.race.distanceM, best.race.resultS, distanceM),
  })),
  ageGrade: gradeOf(best, athlete, factors),
});

/** The legs' load of the last complete week against the four before it. */
const legsOf = (db: ReadDb, athleteId: number, today: PlainDate) => {
  const startsOn = addDays(mondayOf(today), -7);
  const found = weeksOf(db, athleteId, addDays(startsOn, -28));
  const loadOf = (monday: PlainDate) => {
    const week = found.find((one) => one.startsOn === monday);
    return { runM: week?.runM ?? 0, lowerHardSets: week?.lowerHardSets ?? 0, weightedContacts: 0 };
  };
  const before = [-28, -21, -14, -7].map((days) => loadOf(addDays(startsOn, days)));
  const { runs, hardSets } = legLoadPercent(loadOf(startsOn), before);
  return { startsOn, runs, hardSets };
};

const LOOK_BACK_DAYS = 400;
const YEAR_DAYS = 365;
const RESTING_DAYS = 60;

/** The middle of the resting heart rates of two months: one bad night does not move it. */
const restHrOf = (db: ReadDb, athleteId: number, today: PlainDate): number | undefined => {
  const measured = restingHeartRates(db, athleteId, addDays(today, -RESTING_DAYS));
  return measured[measured.length >> 1];
};

/** Everything the page of an athlete's running shows. */
export const runningViewOf = (
  db: ReadDb,
  athlete: StoredAthlete,
  {
    weeks,
    today,
    resourcesFolder,
  }: { readonly weeks: number; readonly today: PlainDate; readonly resourcesFolder: string },
) => {
  const { athleteId } = athlete;
  const from = addDays(today, -Math.max(LOOK_BACK_DAYS, 7 * weeks));
  const [planFrom, planTo] = [addDays(today, -FORM_AHEAD_DAYS), addDays(today, FORM_AHEAD_DAYS)];
  const summary = runningSummary(
    {
      today,
      runs: summedRuns(db, athleteId, from, today),
      lifts: summedLifts(db, athleteId, from, today),
      races: racedTimes(db, athleteId),
      plan: runsInPlan(runningPlanOf(db, athleteId, planFrom, planTo), planFrom, planTo),
      heart: {
        maxHr: highestHr(db, athleteId, addDays(today, -YEAR_DAYS)),
        restHr: restHrOf(db, athleteId, today),
        sex: athlete.details.sex ?? 'other',
      },
    },
    weeks,
  );
  return {
    ...summary,
    athleteId,
    best: summary.best === undefined ? undefined : bestView(summary.best, athlete, ageFactorsIn(resourcesFolder)),
    legs: legsOf(db, athleteId, today),
  };
};
