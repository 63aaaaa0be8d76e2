import { printedSession } from '../../domain/sheets/printedSession.ts';
import { withoutGym, type LiftWeek, type SheetSession } from '../../domain/sheets/liftSession.ts';
import { layOutBlock } from '../../domain/sheets/blockCard.ts';
import { layOutPocket } from '../../domain/sheets/pocketStrips.ts';
import { layOutMark } from '../../domain/sheets/sheetMark.ts';
import { sheetWordsIn } from '../../domain/sheets/sheetLanguage.ts';
import { ENGLISH_SHEET } from '../../domain/sheets/sheetWords.ts';
import { layOutWeek, readingOfWeek, stampWeek } from '../../domain/sheets/weekSheet.ts';
import { addDays } from '../../domain/kernel/plainDate.ts';
import type { StoredAthlete } from '../athletes/athleteStore.ts';
import { plannedWeekOf } from '../calendar/runningPlanOf.ts';
import type { StoredProgram } from '../programs/programStore.ts';
import { programWeeks, type StoredWeek } from '../programs/programWeekStore.ts';
import { strengthAt, type Resolving } from '../programs/programView.ts';
import { liftWeekOf, racesAhead, resolvingWhole, weeksOfAthlete, type SheetDesk } from './sheetDesk.ts';

export interface WeekChoice {
  readonly layout: 'weekly' | 'pocket';
  readonly isNoGym: boolean;
  readonly sessions?: readonly string[] | undefined;
}

/** Sessions as they are kept, in the order of the week: in the coach's language, who reads them beside what was typed in. */
export const printedOf = (week: LiftWeek, sessions: readonly SheetSession[], isNoGym: boolean) =>
  sessions
    .toSorted((a, b) => a.weekday - b.weekday)
    .map((session) => printedSession(week, isNoGym ? withoutGym(session).session : session, ENGLISH_SHEET));

/** What a sheet of one program is a version of. */
const seriesOf = (layout: string, week: LiftWeek, from: string, choice: Omit<WeekChoice, 'layout'>): string =>
  [
    layout,
    `athlete ${week.athleteId}`,
    `program ${week.programId}`,
    from,
    ...(choice.isNoGym ? ['no gym'] : []),
    ...(choice.sessions ?? []).toSorted(),
  ].join(' / ');

/** The weekly sheets of one athlete, or the same as pocket strips: one of each program. */
export const weekDrafts = (desk: SheetDesk, athlete: StoredAthlete, choice: WeekChoice) =>
  weeksOfAthlete(desk, athlete).flatMap(({ week, goal }) => {
    const sessions = week.sessions.filter(({ name }) => choice.sessions?.includes(name) ?? true);
    if (choice.sessions !== undefined && sessions.length === 0) return [];
    const { language } = athlete.details;
    const words = sheetWordsIn(language);
    const content = layOutWeek({
      words,
      week,
      goal,
      usualWeek: plannedWeekOf(desk.db, athlete.athleteId, desk.monday),
      coach: desk.coach,
      races: racesAhead(desk.db, athlete.athleteId),
      isNoGym: choice.isNoGym,
      sessions: choice.sessions,
    });
    return {
      layout: choice.layout,
      series: seriesOf(choice.layout, week, desk.monday, choice),
      athleteId: athlete.athleteId,
      title: `${week.program}, week ${week.ordinal}`,
      startsOn: desk.monday,
      isNoGym: choice.isNoGym,
      sessions: printedOf(week, sessions, choice.isNoGym),
      reading: readingOfWeek(content),
      dressed: (stamp: Parameters<typeof stampWeek>[1]) => {
        const sheet = stampWeek(content, stamp, words);
        return { ...sheet, language, athleteId: athlete.athleteId, strips: [...layOutPocket(sheet, words)] };
      },
    };
  });

/** A card of fewer weeks is not worth printing: the next block's first weeks are printed with it. */
const FEWEST_WEEKS = 4;

const blockWeeks = (weeks: readonly StoredWeek[], at: StoredWeek): readonly StoredWeek[] => {
  const own = weeks.filter(({ blockId }) => blockId === at.blockId);
  const first = weeks.findIndex(({ blockId }) => blockId === at.blockId);
  return own.length >= FEWEST_WEEKS ? own : weeks.slice(first, first + FEWEST_WEEKS);
};

/** Maxes of the main lifts when the block began, and as they are now. */
const maxesOf = (desk: SheetDesk, resolving: Resolving, weeks: readonly LiftWeek[]) => {
  const mains = weeks.flatMap(({ sessions }) =>
    sessions.flatMap(({ slots }) => slots.filter(({ slot }) => slot.role === 'main').map(({ exercise }) => exercise)),
  );
  const from = weeks[0]?.startsOn ?? desk.monday;
  return [...new Map(mains.map((exercise) => [exercise.key, exercise.name]))].flatMap(([key, exercise]) => {
    const start = strengthAt(resolving, key, from).trend;
    const now = strengthAt(resolving, key, addDays(desk.today, 1)).trend;
    return start === undefined || now === undefined ? [] : [{ exercise, startKg: start.trendKg, nowKg: now.trendKg }];
  });
};

const blockDraft = (desk: SheetDesk, athlete: StoredAthlete, program: StoredProgram, isNoGym: boolean) => {
  const stored = programWeeks(desk.db, program.programId);
  const at = stored.find(({ startsOn }) => startsOn === desk.monday);
  if (at === undefined) return [];
  const resolving = resolvingWhole(desk, athlete, program);
  const weeks = blockWeeks(stored, at).map((week) => liftWeekOf(desk, athlete, program, week, resolving));
  const [first] = weeks;
  if (first === undefined) return [];
  const { language } = athlete.details;
  const words = sheetWordsIn(language);
  const content = layOutBlock({
    words,
    weeks,
    block: at.block,
    goal: at.goal,
    maxes: maxesOf(desk, resolving, weeks),
    coach: desk.coach,
    isNoGym,
  });
  return [
    {
      layout: 'block' as const,
      series: seriesOf('block', first, first.startsOn, { isNoGym }),
      athleteId: athlete.athleteId,
      title: `${program.name}, ${at.block}`,
      startsOn: first.startsOn,
      isNoGym,
      sessions: weeks.flatMap((week) => printedOf(week, week.sessions, isNoGym)),
      reading: content.pages,
      dressed: (stamp: Parameters<typeof stampWeek>[1]) => ({
        ...content,
        ...layOutMark(stamp, words),
        language,
        athleteId: athlete.athleteId,
      }),
    },
  ];
};

/** The cards of one athlete: of each program the block that the week stands in. */
export const blockDrafts = (desk: SheetDesk, athlete: StoredAthlete, isNoGym: boolean) => {
  const programs = athlete.archivedOn === undefined ? (desk.programs.get(athlete.athleteId) ?? []) : [];
  return programs.flatMap((program) => blockDraft(desk, athlete, program, isNoGym));
};
