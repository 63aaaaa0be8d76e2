import { addDays, type PlainDate } from '../kernel/plainDate.ts';
import type { AthleteId, ProgramId, SessionId } from '../kernel/ids.ts';
import type { MassUnit } from '../kernel/quantity.ts';
import type { Prescription, SlotRole } from '../programs/program.ts';
import type { LiftWeek, SheetSession, SheetSlot } from './liftSession.ts';
import { layOutRow, type RowChange, type SheetLine } from './sheetRow.ts';
import { ENGLISH_SHEET, type SheetWords } from './sheetWords.ts';

/** Some equal sets as they stand on paper, and what they mean. */
export interface PrintedLine extends Omit<SheetLine, 'why'> {
  /** Absent for what the coach typed and Ironstride did not understand. */
  readonly prescription?: Prescription | undefined;
  /** A number in `unit`, the gym's own. */
  readonly load?: number | undefined;
  readonly unit?: MassUnit | undefined;
  readonly loadKg?: number | undefined;
}

/** A row of paper: the place in the session, and the exercise it names. */
export interface PrintedRow {
  readonly label: string;
  readonly exerciseKey: string;
  readonly exercise: string;
  readonly role: SlotRole;
  readonly noGymKey?: string | undefined;
  readonly lines: readonly PrintedLine[];
}

/** A session of paper, with all that is needed to type its results in: whose it is, of which program and when. */
export interface PrintedSession {
  readonly athleteId: AthleteId;
  readonly programId: ProgramId;
  /** 1 for the program's first week. */
  readonly weekOrdinal: number;
  readonly sessionId?: SessionId | undefined;
  readonly name: string;
  readonly plannedOn: PlainDate;
  readonly minutes: number;
  readonly rows: readonly PrintedRow[];
}

const printedRow = (row: SheetSlot, unit: MassUnit, words: SheetWords): PrintedRow => {
  const { label, lines } = layOutRow(row, [], unit, words);
  const unread = row.unread === undefined ? 0 : 1;
  return {
    label,
    exerciseKey: row.exercise.key,
    exercise: row.exercise.name,
    role: row.slot.role,
    ...(row.noGym === undefined ? {} : { noGymKey: row.noGym.key }),
    lines: lines.map(({ why: _why, ...line }, index) => {
      const prescription = row.slot.prescriptions[index - unread];
      const resolved = row.resolved[index - unread];
      return {
        ...line,
        ...(prescription === undefined ? {} : { prescription }),
        ...(resolved?.load === undefined ? {} : { load: resolved.load, unit: resolved.unit, loadKg: resolved.loadKg }),
      };
    }),
  };
};

/** What is kept of a session when it is printed, whatever the layout. */
export const printedSession = (week: LiftWeek, session: SheetSession, words: SheetWords): PrintedSession => ({
  athleteId: week.athleteId,
  programId: week.programId,
  weekOrdinal: week.ordinal,
  ...(session.sessionId === undefined ? {} : { sessionId: session.sessionId }),
  name: session.name,
  plannedOn: addDays(week.startsOn, session.weekday - 1),
  minutes: session.minutes,
  rows: session.slots.map((slot) => printedRow(slot, week.massUnit, words)),
});

/** Which row a row is: the same athlete, program, week, session and place. */
const placeOf = (session: PrintedSession, row: PrintedRow): string =>
  [session.athleteId, session.programId, session.weekOrdinal, session.name, row.label].join('/');

/** What an athlete reads of a row; two rows that read alike are unchanged. `Back squat 3×4 @ 77.5 kg (75 %), 150 s, RPE 7.5` */
const readingOf = ({ exercise, lines }: PrintedRow): string => {
  const texts = lines.map(({ target, rest, rpeCap }) =>
    [target, rest, rpeCap === undefined ? undefined : ENGLISH_SHEET.rpe(rpeCap)]
      .filter((part) => part !== undefined)
      .join(', '),
  );
  return `${exercise} ${texts.join('; ')}`;
};

/** A row that reads otherwise than it did, or is new, or is gone. */
export interface PrintedChange {
  readonly athleteId: AthleteId;
  readonly session: string;
  readonly plannedOn: PlainDate;
  readonly label: string;
  readonly change: RowChange | 'gone';
  readonly before?: string | undefined;
  readonly now?: string | undefined;
}

const byPlace = (sessions: readonly PrintedSession[]) =>
  new Map(sessions.flatMap((session) => session.rows.map((row) => [placeOf(session, row), { session, row }] as const)));

/** Every row that reads otherwise now than it did on paper. */
export const printedChanges = (
  before: readonly PrintedSession[],
  now: readonly PrintedSession[],
): readonly PrintedChange[] => {
  const [old, current] = [byPlace(before), byPlace(now)];
  const at = ({ athleteId, name, plannedOn }: PrintedSession, { label }: PrintedRow) => ({
    athleteId,
    session: name,
    plannedOn,
    label,
  });
  const differing = [...current].flatMap(([place, { session, row }]): readonly PrintedChange[] => {
    const earlier = old.get(place);
    const reading = readingOf(row);
    if (earlier === undefined) return [{ ...at(session, row), change: 'new', now: reading }];
    const was = readingOf(earlier.row);
    return was === reading ? [] : [{ ...at(session, row), change: 'changed', before: was, now: reading }];
  });
  const gone = [...old]
    .filter(([place]) => !current.has(place))
    .map(([, { session, row }]): PrintedChange => ({ ...at(session, row), change: 'gone', before: readingOf(row) }));
  return [...differing, ...gone];
};
