import { prescriptionFault } from '../programs/cellLimits.ts';
import type { ProgramEdit } from '../programs/programEdit.ts';
import { leverRises, type LeverRise, type SlotDose } from '../programs/levers.ts';
import type { Prescription, ProgressionKind } from '../programs/program.ts';
import type { ExplanationLine } from '../programs/resolve.ts';
import { printCell } from '../programs/shorthand.ts';
import { heldBack, heldFor, spared } from './holdBack.ts';
import { lastTimeLine, topLoadKg } from './liftedSession.ts';
import { proposeAsWritten } from './missedSessions.ts';
import { progressionOf } from './progressionOf.ts';
import type { Draft, Proposal, SlotCase } from './proposal.ts';
import { proposeContacts } from './proposeContacts.ts';
import { proposeLoad } from './proposeLoad.ts';
import { proposeRestart } from './proposeRestart.ts';
import { proposeRung } from './proposeRung.ts';

/** A deload says nothing of what comes next; what was only ever done in deloads goes on as written. */
const fullSessions = (given: SlotCase): SlotCase => {
  const past = given.past.filter(({ isDeload, sets }) => !isDeload && sets.length > 0);
  return { ...given, past };
};

const byRule = (kind: ProgressionKind, given: SlotCase): Draft => {
  switch (kind) {
    case 'plan':
    case 'wave':
    case 'dup':
    case 'block':
      return proposeAsWritten(given);
    case 'double':
    case 'linear':
    case 'acsm':
    case 'twoForTwo':
    case 'autoreg':
      return proposeLoad(kind, given);
    case 'ladder':
    case 'isometric':
      return proposeRung(given);
    case 'contacts':
      return proposeContacts(given);
  }
};

const kindOf = ({ next, context }: SlotCase, prescriptions = next.slot.prescriptions): ProgressionKind =>
  progressionOf({ ...next.slot, prescriptions }, context.exercise, { entryClass: context.entryClass, week: next.week });

const text = (prescriptions: readonly Prescription[]): string => printCell({ kind: 'sets', prescriptions });

/** Levers raised against what was lifted last (R2.10): its plan, at the load that was lifted where loads are compared. */
const risesOf = ({ past, next }: SlotCase, prescriptions: readonly Prescription[]): readonly LeverRise[] => {
  const newest = past.at(-1);
  if (newest === undefined) return [];
  const loadKg = topLoadKg(newest);
  const isByLoad = loadKg !== undefined && prescriptions.every(({ basis }) => basis.kind === 'load');
  const before = isByLoad
    ? newest.planned.map((one): Prescription => ({ ...one, basis: { kind: 'load', loadKg } }))
    : newest.planned;
  const dose = (of: readonly Prescription[]): SlotDose => ({
    exerciseKey: next.slot.exerciseKey,
    prescriptions: of,
    sessionsPerWeek: 1,
  });
  return leverRises(dose(before), dose(prescriptions));
};

const exerciseEdits = (given: SlotCase, draft: Draft): readonly ProgramEdit[] => {
  if (draft.exerciseKey === undefined) return [];
  const { week, session, slot } = given.next;
  const place = { kind: 'exercise', session, label: slot.label } as const;
  const change: ProgramEdit = { ...place, fromWeek: week, exerciseKey: draft.exerciseKey };
  if (draft.verdict !== 'otherExercise') return [change];
  // For one week only: the slot's own exercise comes back the week after.
  return [change, { ...place, fromWeek: week + 1, exerciseKey: slot.exerciseKey }];
};

const editsOf = (given: SlotCase, draft: Draft, kind: ProgressionKind, to: string): readonly ProgramEdit[] => {
  const { week, session, slot } = given.next;
  const { label } = slot;
  const isChanged = to !== text(slot.prescriptions);
  const exercise = exerciseEdits(given, draft);
  if (!isChanged && exercise.length === 0) return [];
  const cell: readonly ProgramEdit[] = isChanged ? [{ kind: 'cell', week, session, label, text: to }] : [];
  const after = draft.prescriptions ?? slot.prescriptions;
  // What the cell says now must not change by itself how the slot goes on.
  const isKept = draft.verdict === 'leaveOut' || draft.verdict === 'otherExercise' || kindOf(given, after) === kind;
  const rule: readonly ProgramEdit[] = isKept ? [] : [{ kind: 'progression', session, label, progression: kind }];
  return [...exercise, ...cell, ...rule];
};

const proposalOf = (given: SlotCase, draft: Draft, kind: ProgressionKind): Proposal => {
  const planned = given.next.slot.prescriptions;
  const wanted = draft.prescriptions ?? planned;
  const isPossible = wanted.length > 0 && wanted.every((one) => prescriptionFault(one) === undefined);
  const prescriptions = isPossible ? wanted : planned;
  const to = draft.verdict === 'leaveOut' ? 'x' : text(prescriptions);
  const edits = editsOf(given, isPossible ? draft : { ...draft, prescriptions }, kind, to);
  const newest = given.past.at(-1);
  const last = newest === undefined ? [] : [lastTimeLine(newest, given.context.gym)];
  // A change that the plan makes anyway needs nobody's yes.
  const isPlans = edits.length === 0 && draft.verdict !== 'hold';
  return {
    verdict: isPlans ? 'asPlanned' : draft.verdict,
    progression: kind,
    text: to,
    ...(draft.exerciseKey === undefined ? {} : { exerciseKey: draft.exerciseKey }),
    raised: draft.verdict === 'leaveOut' || draft.exerciseKey !== undefined ? [] : risesOf(given, prescriptions),
    why: [...last, ...draft.why],
    edits,
  };
};

interface Drafted {
  readonly given: SlotCase;
  readonly kind: ProgressionKind;
  readonly draft: Draft;
}

const drafted = (all: SlotCase): Drafted | undefined => {
  const given = fullSessions(all);
  if (all.past.every(({ sets }) => sets.length === 0) || given.next.slot.prescriptions.length === 0) return undefined;
  const kind = kindOf(given);
  const onlyDeloads: Draft = {
    verdict: 'asPlanned',
    why: [{ label: 'Last time', value: 'Only a deload so far: nothing to go on from', rule: 'R2.6' }],
  };
  const draft = spared(given) ?? proposeRestart(given) ?? (given.past.length === 0 ? onlyDeloads : byRule(kind, given));
  return { given, kind, draft: heldBack(draft, given) };
};

/**
 * What a slot should do next by its own rule (R2.1, R2.4 to R2.9, R2.13), from its past sessions; never a raise where the light,
 * pain, the week or a missed session speaks against it, and never more than a tenth of the load. `undefined` for a slot that was
 * never lifted: without data nothing is proposed.
 */
export const proposeNext = (given: SlotCase): Proposal | undefined => {
  const found = drafted(given);
  return found === undefined ? undefined : proposalOf(found.given, found.draft, found.kind);
};

/** Weeks in which two slots of a session may rise, and how many later (R2.10). */
const FIRST_WEEKS = 8;
const FIRST_SLOTS = 2;
const LATER_SLOTS = 4;

const isRising = ({ verdict, raised }: Proposal): boolean =>
  verdict === 'raise' || verdict === 'harderExercise' || (verdict === 'asPlanned' && raised.length > 0);

/** What the plan raises by itself comes first, then the main lifts, then the rest as they stand. */
const rank = ({ verdict }: Proposal, { next }: SlotCase): number =>
  verdict === 'asPlanned' ? 0 : next.slot.role === 'main' ? 1 : 2;

const LIMIT_WORD: Readonly<Record<number, string>> = { [FIRST_SLOTS]: 'two', [LATER_SLOTS]: 'four' };

/**
 * The proposals of one session, in the order of its slots, with the lever rule (R2.10): two slots rise in the first eight weeks of a
 * program, four later; the others are held.
 */
export const proposeSession = (cases: readonly SlotCase[]): readonly (Proposal | undefined)[] => {
  const all = cases.map((given) => ({ given, found: drafted(given), first: proposeNext(given) }));
  const limit = (cases[0]?.next.week ?? 1) <= FIRST_WEEKS ? FIRST_SLOTS : LATER_SLOTS;
  const rising = all
    .flatMap(({ given, first }, place) => (first !== undefined && isRising(first) ? [{ place, given, first }] : []))
    .toSorted((a, b) => rank(a.first, a.given) - rank(b.first, b.given) || a.place - b.place);
  const tooMany = new Set(rising.slice(limit).map(({ place }) => place));
  const reason: ExplanationLine = {
    label: 'Held',
    value: `${LIMIT_WORD[limit] ?? limit} slots already rise in this session`,
    rule: 'R2.10',
  };
  return all.map(({ found, first }, place) => {
    if (found === undefined || first?.verdict === 'asPlanned' || !tooMany.has(place)) return first;
    return proposalOf(found.given, heldFor(found.draft, reason), found.kind);
  });
};
