import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import { ageIn, recoversSlowly } from '../../domain/athletes/recovery.ts';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { addDays, mondayOf, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { closedAfter, closedSpans } from '../../domain/placement/closedSpans.ts';
import { runFates } from '../../domain/running/runFates.ts';
import { runsInPlan } from '../../domain/running/runningPlan.ts';
import { shortDate } from '../../domain/sheets/dateText.ts';
import { groupRows } from '../db/groupRows.ts';
import type { ReadDb } from '../db/sql.ts';
import {
  awaySpans,
  doneRuns,
  extraLifts,
  racesBetween,
  reportsBetween,
  usualDays,
  writtenRuns,
  type CalendarAthleteRow,
} from './calendarStore.ts';
import { readPolicies } from './placementPolicies.ts';
import { liftsBetween, peakSoreness } from './placementStore.ts';

export type CalendarAthlete = OutputOf<Contract['calendar']['view']>['athletes'][number];

/** A race closes three weeks at most, a taper opens three weeks before. */
const RACE_REACH_DAYS = 21;
const TAPER_DAYS = 21;
const ILLNESS_REACH_DAYS = 3;
const SORENESS_DAYS = 84;

interface Races {
  readonly racedOn: PlainDate;
  readonly name: string;
  readonly distanceM?: number | undefined;
}

const oddRaces = (races: readonly Races[]): readonly string[] =>
  [...Map.groupBy(races, ({ racedOn }) => racedOn)].flatMap(([on, all]) =>
    all.length < 2
      ? []
      : [
          `${all.map(({ name }) => name).join(' and ')} are both on ${shortDate(on)}: lifts keep away from each of them.`,
        ],
  );

const unknownRaces = (races: readonly Races[]): readonly string[] =>
  races
    .filter(({ distanceM }) => distanceM === undefined)
    .map(
      ({ name }) => `${name} has no distance: how long the legs rest after it is not known, and no days are closed.`,
    );

const oddPrograms = (lifts: CalendarAthlete['lifts']): readonly string[] =>
  [...Map.groupBy(lifts, ({ on }) => mondayOf(on))].flatMap(([monday, all]) => {
    const names = [...new Map(all.map((one) => [one.programId, one.program])).values()];
    return names.length < 2
      ? []
      : [
          `${names.join(' and ')} both have sessions in the week of ${shortDate(monday)}: all of them are placed together.`,
        ];
  });

export interface CalendarSpan {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly today: PlainDate;
  /** Templates that stand beside a plan: their sessions do not count in how often the legs are lifted (H5). */
  readonly additions: ReadonlySet<string>;
}

/** The calendars of some athletes from a Monday to a Sunday. */
export const calendarsOf = (
  db: ReadDb,
  athletes: readonly CalendarAthleteRow[],
  { from, to, today, additions }: CalendarSpan,
): CalendarAthlete[] => {
  const { afterRaceDays } = readPolicies(db);
  const ids: readonly AthleteId[] = athletes.map(({ athleteId }) => athleteId);
  const [raceFrom, raceTo] = [addDays(from, -RACE_REACH_DAYS), addDays(to, RACE_REACH_DAYS)];
  const whose = ({ athleteId }: { readonly athleteId: AthleteId }): AthleteId => athleteId;
  const usual = groupRows(usualDays(db, ids), whose);
  const written = groupRows(writtenRuns(db, ids, from, to), whose);
  const away = groupRows(awaySpans(db, ids, from, to), whose);
  const races = groupRows(racesBetween(db, ids, raceFrom, raceTo), whose);
  const done = groupRows(doneRuns(db, ids, from, to), whose);
  const extra = groupRows(extraLifts(db, ids, from, to), whose);
  const reports = groupRows(reportsBetween(db, ids, addDays(from, -ILLNESS_REACH_DAYS), to), whose);
  const lifts = groupRows(liftsBetween(db, ids, mondayOf(from), mondayOf(to)), whose);

  const sore = new Map(
    peakSoreness(db, ids, addDays(today, -SORENESS_DAYS), today).map(({ athleteId, peak }) => [athleteId, peak]),
  );

  return athletes.map((athlete) => {
    const { athleteId, name, groups, distanceUnit, twoADays, runsAt, liftsAt } = athlete;
    const own = {
      usualWeek: (usual.get(athleteId) ?? []).map(({ day }) => day),
      written: (written.get(athleteId) ?? []).map(({ run }) => run),
      away: (away.get(athleteId) ?? []).map((row) => row.away),
      races: (races.get(athleteId) ?? []).map(({ race }) => race),
      lifts: (lifts.get(athleteId) ?? []).map(({ lift, templateKey }) =>
        additions.has(templateKey) ? { ...lift, stage: undefined } : lift,
      ),
    };
    const planned = runsInPlan({ ...own, runsAt }, from, to);
    const { fates, extra: extraRuns } = runFates(
      planned,
      (done.get(athleteId) ?? []).map(({ run }) => run),
      today,
    );
    return {
      athleteId,
      name,
      groups,
      distanceUnit,
      runs: planned.map(({ isKey: _isKey, isWritten: _isWritten, ...run }) => {
        const fate = fates.get(run.on);
        const found = fate?.done;
        return {
          ...run,
          fate: fate?.fate ?? ('planned' as const),
          ...(found === undefined ? {} : { done: { on: found.on, distanceM: found.distanceM } }),
        };
      }),
      extraRuns,
      lifts: own.lifts,
      extraLifts: (extra.get(athleteId) ?? []).map(({ lift }) => lift),
      races: own.races.map((race) => ({
        ...race,
        ...(race.priority === 'A' ? { taperFrom: addDays(race.racedOn, -TAPER_DAYS) } : {}),
        closedTo: closedAfter(race, afterRaceDays),
      })),
      closed: [
        ...closedSpans(
          own.races,
          (reports.get(athleteId) ?? []).map(({ report }) => report),
          afterRaceDays,
        ),
      ],
      away: own.away,
      liftMinutes: own.usualWeek.map(({ liftMinutes }) => liftMinutes),
      twoADays,
      runsAt,
      liftsAt,
      recoversSlowly: recoversSlowly(ageIn(athlete, today), athlete.entryClass),
      peakSoreness: sore.get(athleteId),
      writtenDays: [...new Set(own.written.map(({ on }) => on))],
      oddities: [...oddRaces(own.races), ...unknownRaces(own.races), ...oddPrograms(own.lifts)],
    };
  });
};
