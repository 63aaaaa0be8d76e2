import type { RunKind } from '../../../src/domain/athletes/athlete.ts';
import type { AthleteId } from '../../../src/domain/kernel/ids.ts';
import { WEEKDAYS, type PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import { detailsOf, settled, type Desk } from '../openDesk.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const KINDS: Readonly<Record<string, RunKind>> = { E: 'easy', Q: 'quality', L: 'long' };

/** `Tue Q, Thu E, Sun L` as a usual week with time for lifting every day. */
export const usualWeekOf = (text: string, liftMinutes = 60) => {
  const runs = new Map(
    text.split(', ').map((part): [string, RunKind] => [part.slice(0, 3), KINDS[part.slice(4)] ?? 'easy']),
  );
  return WEEKDAYS.map((weekday) => ({
    weekday,
    run: runs.get(DAYS[weekday - 1] ?? '') ?? ('rest' as const),
    liftMinutes,
  }));
};

interface Lifter {
  readonly name: string;
  readonly runs: string;
  readonly startsOn: PlainDate;
  readonly sessions?: number;
  readonly weeks?: number;
  readonly entryClass?: 'A' | 'B' | 'C';
}

/** An athlete with a usual week and a program of squats, 45 minutes a session. */
export const addLifter = async (
  { client }: Pick<Desk, 'client'>,
  { name, runs, startsOn, sessions = 2, weeks = 4, entryClass = 'C' }: Lifter,
): Promise<AthleteId> => {
  const details = { ...detailsOf(name), entryClass, usualWeek: usualWeekOf(runs) };
  const { athleteId } = settled(await client.athletes.add({ details }));
  await addProgram({ client }, athleteId, { name: 'Winter', startsOn, sessions, weeks });
  return athleteId;
};

export const addProgram = async (
  { client }: Pick<Desk, 'client'>,
  athleteId: AthleteId,
  {
    name,
    startsOn,
    sessions,
    weeks,
  }: { readonly name: string; readonly startsOn: PlainDate; readonly sessions: number; readonly weeks: number },
) => {
  const { programId } = settled(await client.programs.create({ athleteId, name, startsOn, weeks }));
  const edits = Array.from({ length: sessions }, (_, at) =>
    Array.from({ length: weeks }, (_week, week) => ({
      kind: 'cell' as const,
      week: week + 1,
      session: 'ABCDE'[at] ?? 'A',
      label: 'A1',
      exerciseKey: 'sq_back',
      text: '3x5@80',
      newSession: { weekday: WEEKDAYS[at] ?? 1, minutes: 45 },
    })),
  ).flat();
  settled(await client.programs.edit({ programId, revision: 1, edits }));
  return programId;
};
