import { WEEKDAYS, addDays, type PlainDate, type Weekday } from '../../domain/kernel/plainDate.ts';
import { shortDate } from '../../domain/sheets/dateText.ts';
import { layOutDay } from '../../domain/sheets/daySheet.ts';
import type { LiftWeek, SheetSession } from '../../domain/sheets/liftSession.ts';
import { layOutRack, type RackOrder } from '../../domain/sheets/rackSheet.ts';
import { layOutSeason } from '../../domain/sheets/seasonPage.ts';
import { layOutMark, type SheetStamp } from '../../domain/sheets/sheetMark.ts';
import { sheetWordsIn } from '../../domain/sheets/sheetLanguage.ts';
import type { ChangeWords } from '../../domain/strength/strengthChange.ts';
import { ENGLISH_SHEET } from '../../domain/sheets/sheetWords.ts';
import type { StoredAthlete } from '../athletes/athleteStore.ts';
import { plannedWeekOf } from '../calendar/runningPlanOf.ts';
import { racesOf } from '../athletes/raceStore.ts';
import { nowOf, strengthAgainstRunning } from '../training/analysisHandlers.ts';
import { dateIn, racesAhead, weeksOfAthlete, type SheetDesk } from './sheetDesk.ts';
import { printedOf } from './weekDrafts.ts';

interface Lifter {
  readonly week: LiftWeek;
  readonly session: SheetSession;
}

export interface RackChoice {
  readonly day?: Weekday | undefined;
  readonly sessions?: readonly string[] | undefined;
  readonly rackOrder?: RackOrder | undefined;
  readonly isNoGym: boolean;
  /** Whether athletes were named: another choice of them is another sheet. */
  readonly isChoice: boolean;
}

const liftersOf = (desk: SheetDesk, athletes: readonly StoredAthlete[]): readonly Lifter[] =>
  athletes.flatMap((athlete) =>
    weeksOfAthlete(desk, athlete).flatMap(({ week }) => week.sessions.map((session) => ({ week, session }))),
  );

/** The day on which most of them lift, the first of equals. */
const busiestDay = (lifters: readonly Lifter[]): Weekday =>
  WEEKDAYS.map((day) => ({ day, count: lifters.filter(({ session }) => session.weekday === day).length }))
    .toSorted((a, b) => b.count - a.count)
    .at(0)?.day ?? 1;

const groupSeries = (layout: string, date: PlainDate, athletes: readonly StoredAthlete[], choice: RackChoice): string =>
  [
    layout,
    date,
    ...(choice.isNoGym ? ['no gym'] : []),
    ...(choice.sessions ?? []).toSorted(),
    ...(choice.isChoice ? athletes.map(({ athleteId }) => athleteId).toSorted((a, b) => a - b) : []),
  ].join(' / ');

/** Groups that all of them are in. */
const sharedGroups = (athletes: readonly StoredAthlete[]): readonly string[] => {
  const [first, ...others] = athletes;
  return (first?.details.groups ?? []).filter((group) => others.every(({ details }) => details.groups.includes(group)));
};

/** The rack sheet of a day; none when nobody lifts on it. */
export const rackDrafts = (desk: SheetDesk, athletes: readonly StoredAthlete[], choice: RackChoice) => {
  const all = liftersOf(desk, athletes).filter(({ session }) => choice.sessions?.includes(session.name) ?? true);
  const day = choice.day ?? busiestDay(all);
  const lifters = all.filter(({ session }) => session.weekday === day);
  if (lifters.length === 0) return [];
  const date = dateIn(desk, day);
  const present = athletes.filter(({ athleteId }) => lifters.some(({ week }) => week.athleteId === athleteId));
  const names = [...new Set(lifters.map(({ session }) => session.name))];
  const heading = [sharedGroups(present).join(', '), names.slice(0, 3).join(', ')].filter((text) => text !== '');
  const content = layOutRack({
    heading: heading.join(' · '),
    date,
    lifters,
    order: choice.rackOrder ?? 'rack',
    coach: desk.coach,
    isNoGym: choice.isNoGym,
  });
  const sessions = lifters.flatMap(({ week, session }) => printedOf(week, [session], choice.isNoGym));
  return [
    {
      layout: 'rack' as const,
      series: groupSeries('rack', date, athletes, choice),
      title: `Rack sheet, ${shortDate(date)}`,
      startsOn: date,
      isNoGym: choice.isNoGym,
      sessions,
      // In whatever order it is printed, the same is to be lifted.
      reading: sessions,
      dressed: (stamp: SheetStamp) => ({ ...content, ...layOutMark(stamp, ENGLISH_SHEET) }),
    },
  ];
};

/** The coach's run-sheet of a day. */
export const dayDrafts = (desk: SheetDesk, athletes: readonly StoredAthlete[], choice: RackChoice) => {
  const day = choice.day ?? 1;
  const date = dateIn(desk, day);
  const here = athletes.filter(({ archivedOn }) => archivedOn === undefined);
  if (here.length === 0) return [];
  const people = here.map((athlete) => ({
    athlete,
    lifts: liftersOf(desk, [athlete]).filter(({ session }) => session.weekday === day),
  }));
  const content = layOutDay({
    date,
    athletes: people.map(({ athlete: { athleteId, details }, lifts }) => ({
      name: details.name,
      groups: details.groups,
      distanceUnit: details.distanceUnit,
      usualWeek: plannedWeekOf(desk.db, athleteId, desk.monday),
      races: racesAhead(desk.db, athleteId),
      lifts,
    })),
    coach: desk.coach,
    isNoGym: choice.isNoGym,
  });
  return [
    {
      layout: 'day' as const,
      series: groupSeries('day', date, athletes, choice),
      title: `Run-sheet, ${shortDate(date)}`,
      startsOn: date,
      isNoGym: choice.isNoGym,
      sessions: people.flatMap(({ lifts }) =>
        lifts.flatMap(({ week, session }) => printedOf(week, [session], choice.isNoGym)),
      ),
      reading: [content.rows, content.resting],
      dressed: (stamp: SheetStamp) => ({ ...content, ...layOutMark(stamp, ENGLISH_SHEET) }),
    },
  ];
};

const SEASON_WEEKS = 52;

/** Whether a lift has changed, in the agreed words (R1.5). */
const verdictOf = (lift: Parameters<typeof nowOf>[0]): ChangeWords | undefined => {
  const [now] = nowOf(lift);
  return now !== undefined && 'change' in now ? now.change.words : undefined;
};

/** The season page of one athlete: the year that ends with the week. */
export const seasonDrafts = (desk: SheetDesk, athlete: StoredAthlete) => {
  const { athleteId, details, archivedOn } = athlete;
  if (archivedOn !== undefined) return [];
  const chart = strengthAgainstRunning(desk.db, athleteId, SEASON_WEEKS, desk.monday, desk.today);
  const from = chart.weeks[0]?.startsOn ?? desk.monday;
  const sum = (valueOf: (week: (typeof chart.weeks)[number]) => number): number =>
    chart.weeks.reduce((total, week) => total + valueOf(week), 0);
  const { language } = details;
  const words = sheetWordsIn(language);
  const content = layOutSeason({
    words,
    athlete: details,
    from,
    to: desk.monday,
    weekCount: SEASON_WEEKS,
    weeksLifted: chart.weeks.filter(({ liftSessions }) => liftSessions > 0).length,
    sessions: sum(({ liftSessions }) => liftSessions),
    hardSets: sum(({ hardSets }) => hardSets),
    runs: sum(({ runs }) => runs),
    distanceM: sum(({ runM }) => runM),
    lifts: chart.lifts.flatMap((lift) => {
      const [start, now] = [lift.points[0], lift.points.at(-1)];
      if (start === undefined || now === undefined) return [];
      return [{ exercise: lift.exercise, start, now, verdict: verdictOf(lift) }];
    }),
    races: racesOf(desk.db, athleteId).filter(({ racedOn }) => racedOn >= from && racedOn < addDays(desk.monday, 7)),
    coach: desk.coach,
  });
  return [
    {
      layout: 'season' as const,
      series: `season / athlete ${athleteId} / ${desk.monday}`,
      athleteId,
      title: `Season to ${shortDate(addDays(desk.monday, 6))}`,
      startsOn: desk.monday,
      isNoGym: false,
      sessions: [],
      reading: [content, chart],
      dressed: (stamp: SheetStamp) => ({ ...content, ...layOutMark(stamp, words), language, athleteId, chart }),
    },
  ];
};
