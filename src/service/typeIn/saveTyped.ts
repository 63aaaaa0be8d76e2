import type { Contract } from '../../contract/contract.ts';
import type { ParsedInputOf } from '../../contract/derive.ts';
import type { Failure } from '../../domain/kernel/failure.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import type { PrintedSession } from '../../domain/sheets/printedSession.ts';
import { readFoot, type FootProblem, type SessionFacts } from '../../domain/typeIn/typedFoot.ts';
import { draftSession, type DraftSet, type SessionProblem } from '../../domain/typeIn/typedSession.ts';
import type { StoredAthlete } from '../athletes/athleteStore.ts';
import type { WriteDb } from '../db/sql.ts';
import { exerciseIdOf } from '../exercises/exerciseStore.ts';
import {
  deleteLiftSession,
  recordLiftSession,
  rewriteLiftSession,
  type NewLiftSession,
} from '../training/trainingStore.ts';
import { addToCheckIn, takeFromCheckIn } from './footStore.ts';
import {
  deleteTyping,
  insertTyping,
  recordedFor,
  setsOffPaper,
  typingOf,
  updateTyping,
  type NewTyping,
  type StoredTyping,
} from './typedSessionStore.ts';

export type TypedSession = ParsedInputOf<Contract['typeIn']['save']>['sessions'][number];

type Refusal = Extract<Failure, { readonly tag: 'TypingNotUnderstood' | 'NothingLifted' | 'ExerciseNotFound' }>;

/** A typed session beside the paper it was typed from, and the planned session it stands for today. */
export interface TypedFromPaper {
  readonly typed: TypedSession;
  readonly printed: PrintedSession;
  readonly sessionId: number | undefined;
}

export interface Outcome {
  readonly recorded: number;
  readonly sets: number;
  readonly notDone: number;
}

const NOTHING: Outcome = { recorded: 0, sets: 0, notDone: 0 };

const FIELD_WORDS: Readonly<Record<FootProblem['field'], string>> = {
  felt: 'how it felt',
  painPlace: 'where it hurt',
  pain: 'pain',
  sleep: 'sleep',
  effort: 'session RPE',
  minutes: 'minutes',
  notes: 'notes',
};

const placeText = ({ label, box }: SessionProblem): string => `${label}, ${box === 'rpe' ? 'RPE' : `set ${box + 1}`}`;

const notUnderstood = (session: string, place: string, problem: { found: string; expected: string }): Refusal => ({
  tag: 'TypingNotUnderstood',
  session,
  place,
  found: problem.found,
  expected: problem.expected,
});

interface Read {
  readonly sets: readonly DraftSet[];
  readonly facts: SessionFacts;
}

const readTyped = ({ typed, printed }: TypedFromPaper, athlete: StoredAthlete): Result<Read, Refusal> => {
  const { sets, problems } = draftSession(printed.rows, typed.rows, athlete.details.massUnit);
  const [problem] = problems;
  if (problem !== undefined) return fail(notUnderstood(typed.name, placeText(problem), problem));
  const foot = readFoot(typed.foot);
  const [slip] = foot.problems;
  if (slip !== undefined) return fail(notUnderstood(typed.name, FIELD_WORDS[slip.field], slip));
  if (sets.length === 0) return fail({ tag: 'NothingLifted', session: typed.name });
  return ok({ sets, facts: foot.facts });
};

/** The session as it is recorded. Sets of `known` that have no row on paper stay with it. */
const asLifted = (
  db: WriteDb,
  { typed, printed, sessionId }: TypedFromPaper,
  { sets, facts }: Read,
  known: number | undefined,
): Result<NewLiftSession, Refusal> => {
  const lifted: NewLiftSession['sets'][number][] = [];
  const off = known === undefined ? [] : setsOffPaper(db, known, printed);
  for (const { exerciseKey, holdS, reps, distanceM, loadKg, rpe, notes } of [...sets, ...off]) {
    const exerciseId = exerciseIdOf(db, exerciseKey);
    if (exerciseId === undefined) return fail({ tag: 'ExerciseNotFound', exerciseKey });
    lifted.push({ exerciseId, kind: 'work', reps, durationS: holdS, distanceM, loadKg, rpe, notes });
  }
  const { durationS, rpe, feeling, notes } = facts;
  return ok({ performedOn: typed.on, title: typed.name, sessionId, durationS, rpe, feeling, notes, sets: lifted });
};

/** What the sheet had said of sleep and pain is taken back before it says it anew. */
const forgetFoot = (db: WriteDb, athleteId: number, before: StoredTyping | undefined): void => {
  if (before?.liftSessionId !== undefined) takeFromCheckIn(db, athleteId, before.on, readFoot(before.foot).facts);
};

/** Only of the same paper: the same letters on another mean other sets. */
const isSame = (typed: TypedSession, before: StoredTyping, sheetCode: string | undefined): boolean =>
  sheetCode !== undefined &&
  before.sheetCode === sheetCode &&
  before.on === typed.on &&
  (before.liftSessionId === undefined) === (typed.state === 'notDone') &&
  JSON.stringify([before.rows, before.foot]) === JSON.stringify([typed.rows, typed.foot]);

const keep = (db: WriteDb, { printed }: TypedFromPaper, before: StoredTyping | undefined, typing: NewTyping): void => {
  if (before === undefined) insertTyping(db, printed, typing);
  else updateTyping(db, before.id, typing);
};

/** The recorded session that this one is, however it was recorded. */
const knownOf = (
  db: WriteDb,
  athleteId: number,
  { sessionId }: TypedFromPaper,
  before: StoredTyping | undefined,
): number | undefined =>
  before?.liftSessionId ?? (sessionId === undefined ? undefined : recordedFor(db, athleteId, sessionId)?.id);

const saveDone = (
  db: WriteDb,
  athlete: StoredAthlete,
  one: TypedFromPaper,
  before: StoredTyping | undefined,
  sheetCode: string | undefined,
): Result<Outcome, Refusal> => {
  const { athleteId } = athlete;
  const read = readTyped(one, athlete);
  if (!read.ok) return read;
  const known = knownOf(db, athleteId, one, before);
  const lifted = asLifted(db, one, read.value, known);
  if (!lifted.ok) return lifted;
  forgetFoot(db, athleteId, before);
  if (known !== undefined) rewriteLiftSession(db, athleteId, known, lifted.value);
  const liftSessionId = known ?? recordLiftSession(db, athleteId, lifted.value);
  const { on, rows, foot } = one.typed;
  keep(db, one, before, { liftSessionId, on, sheetCode, rows, foot });
  addToCheckIn(db, athleteId, on, read.value.facts);
  return ok({ recorded: 1, sets: lifted.value.sets.length, notDone: 0 });
};

/** What was recorded of a session goes; of one that was not done it is remembered that it was not. */
const saveNotDone = (
  db: WriteDb,
  athlete: StoredAthlete,
  one: TypedFromPaper,
  before: StoredTyping | undefined,
  sheetCode: string | undefined,
): Outcome => {
  const { athleteId } = athlete;
  const { state, on, rows, foot } = one.typed;
  const known = knownOf(db, athleteId, one, before);
  forgetFoot(db, athleteId, before);
  if (before !== undefined) deleteTyping(db, before.id);
  if (known !== undefined) deleteLiftSession(db, athleteId, known);
  if (state === 'open') return NOTHING;
  insertTyping(db, one.printed, { on, sheetCode, rows, foot });
  return { ...NOTHING, notDone: 1 };
};

/** Writes one session as it was typed; nothing where it says the same as before. */
export const saveTyped = (
  db: WriteDb,
  athlete: StoredAthlete,
  one: TypedFromPaper,
  sheetCode: string | undefined,
): Result<Outcome, Refusal> => {
  const before = typingOf(db, one.printed, one.sessionId);
  if (before !== undefined && one.typed.state !== 'open' && isSame(one.typed, before, sheetCode)) return ok(NOTHING);
  if (one.typed.state === 'done') return saveDone(db, athlete, one, before, sheetCode);
  return ok(saveNotDone(db, athlete, one, before, sheetCode));
};
