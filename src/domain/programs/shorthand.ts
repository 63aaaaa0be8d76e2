import { massIn, roundTo } from '../kernel/quantity.ts';
import { LIMITS, prescriptionFault } from './cellLimits.ts';
import { looseWordEnd, NUMBER, numberIn, unitOf, wordAt, type Word } from './cellWords.ts';
import type { Cell, LoadBasis, Prescription, PrescriptionExtras, Step } from './program.ts';

/** A place in a cell that was not understood, must be asked about, or cannot be. `from` and `to` count characters. */
export interface CellMark {
  readonly from: number;
  readonly to: number;
  readonly why: 'unknown' | 'ambiguous' | 'outOfRange';
  readonly found: string;
  readonly expected: string;
  /** What it could mean, ready to be typed in its place. */
  readonly choices?: readonly string[] | undefined;
}

/** A cell as typed. With a mark in it the cell is `unread`: kept, never half understood. */
export interface CellReading {
  readonly cell: Cell;
  readonly marks: readonly CellMark[];
}

const SETS_EXPECTED = 'sets as 3x5, 3x4-6, 3x30s, 5x4x3s, 3x8c or 3x20m';
const WORD_EXPECTED = `a load (85%, 90%TM, 100kg, RPE8, RIR2, 4RM, bw, rung+1), cap8, t3110, r3' or "a cue"`;
const STEP_EXPECTED = '+2.5, +2.5%, +1rep, +1set, +5s, +1rung or =';

const HEAD = new RegExp(
  String.raw`(\d+)\s*[x×*]\s*(?:(\d+)\s*[x×*]\s*(\d+)\s*s(?![\p{L}\d])|(\d+)(?:\s*[-–]\s*(\d+))?(?:\s*(s|c|m)(?![\p{L}\d]))?)(?:\s*(\/)\s*(?:side|leg|arm))?`,
  'iuy',
);

const STEP = new RegExp(String.raw`([+\-−])\s*(${NUMBER})\s*(%|kg|lbs?|reps?|sets?|s|c|m|rungs?)?(?![\p{L}\d])`, 'iuy');

const matchAt = (pattern: RegExp, text: string, from: number): RegExpExecArray | null => {
  pattern.lastIndex = from;
  return pattern.exec(text);
};

const skipSpace = (text: string, from: number): number => {
  let at = from;
  while (/\s/u.test(text.charAt(at))) at += 1;
  return at;
};

type Amount = Pick<Prescription, 'sets' | 'reps' | 'repsTo' | 'holdS' | 'contacts' | 'distanceM' | 'isPerSide'>;

const amountOf = ([, sets, holds, heldS, amount, amountTo, unit, side]: RegExpExecArray): Amount => {
  const of = unit?.toLowerCase();
  const count = numberIn(amount);
  return {
    sets: numberIn(sets),
    ...(side === undefined ? {} : { isPerSide: true }),
    ...(holds !== undefined && { reps: numberIn(holds), holdS: numberIn(heldS) }),
    ...(holds === undefined && of === undefined && { reps: count }),
    ...(amountTo === undefined ? {} : { repsTo: numberIn(amountTo) }),
    ...(of === 's' && { holdS: count }),
    ...(of === 'c' && { contacts: count }),
    ...(of === 'm' && { distanceM: count }),
  };
};

/** What the words after `3x5` add up to. */
interface Said {
  readonly basis?: LoadBasis | undefined;
  readonly extras: PrescriptionExtras;
  readonly to: number;
  readonly marks: readonly CellMark[];
}

const markOf = (text: string, from: number, to: number, word: Word | undefined): CellMark => {
  const place = { from, to, found: text.slice(from, to) };
  if (word?.kind === 'ask') return { ...place, why: 'ambiguous', expected: word.expected, choices: word.choices };
  if (word?.kind === 'wrong') return { ...place, why: 'outOfRange', expected: word.expected };
  return { ...place, why: 'unknown', expected: WORD_EXPECTED };
};

const isSaidTwice = (word: Word, basis: LoadBasis | undefined, extras: PrescriptionExtras): boolean => {
  if (word.kind === 'basis') return basis !== undefined;
  return word.kind === 'extra' && Object.keys(word.extra).some((key) => Object.hasOwn(extras, key));
};

/** Reads words up to the comma that ends the group. */
const readWords = (text: string, from: number): Said => {
  let basis: LoadBasis | undefined;
  let extras: PrescriptionExtras = {};
  const marks: CellMark[] = [];
  let at = skipSpace(text, from);
  while (at < text.length && text.charAt(at) !== ',') {
    const found = wordAt(text, at);
    const to = found?.to ?? looseWordEnd(text, at);
    const word = found?.word;
    if (word === undefined || word.kind === 'ask' || word.kind === 'wrong') marks.push(markOf(text, at, to, word));
    else if (isSaidTwice(word, basis, extras)) marks.push({ ...markOf(text, at, to, undefined), expected: 'it once' });
    else if (word.kind === 'basis') basis = word.basis;
    else extras = { ...extras, ...word.extra };
    at = skipSpace(text, to);
  }
  return { basis, extras, to: at, marks };
};

interface GroupReading {
  readonly prescription?: Prescription | undefined;
  readonly to: number;
  readonly marks: readonly CellMark[];
}

const readGroup = (text: string, from: number): GroupReading => {
  const head = matchAt(HEAD, text, from);
  if (head === null) {
    const to = looseWordEnd(text, from);
    const mark: CellMark = { from, to, why: 'unknown', found: text.slice(from, to), expected: SETS_EXPECTED };
    const rest = readWords(text, to);
    return { to: rest.to, marks: [mark, ...rest.marks] };
  }
  const said = readWords(text, from + head[0].length);
  const prescription: Prescription = { ...amountOf(head), basis: said.basis ?? { kind: 'open' }, ...said.extras };
  const fault = prescriptionFault(prescription);
  const to = text.slice(0, said.to).trimEnd().length;
  const marks: readonly CellMark[] =
    fault === undefined
      ? said.marks
      : [...said.marks, { from, to, why: 'outOfRange', found: text.slice(from, to), expected: fault }];
  return { prescription, to: said.to, marks };
};

const readSets = (text: string): CellReading => {
  const prescriptions: Prescription[] = [];
  const marks: CellMark[] = [];
  let at = skipSpace(text, 0);
  while (at < text.length) {
    const group = readGroup(text, at);
    if (group.prescription !== undefined) prescriptions.push(group.prescription);
    marks.push(...group.marks);
    at = skipSpace(text, group.to + 1);
  }
  return marks.length > 0
    ? { cell: { kind: 'unread', text: text.trim() }, marks }
    : { cell: { kind: 'sets', prescriptions }, marks };
};

const STEP_OF: Readonly<Record<string, Step['of']>> = {
  '%': 'percent',
  rep: 'reps',
  set: 'sets',
  s: 'holdS',
  c: 'contacts',
  m: 'distanceM',
  rung: 'rung',
};

const MOST_STEP = 500;

const stepOf = ([, sign, amount, of]: RegExpExecArray): Step => {
  const by = numberIn(amount) * (sign === '+' ? 1 : -1);
  const word = of?.toLowerCase();
  if (word === undefined) return { of: 'load', by };
  if (/^(?:kg|lb)/u.test(word)) return { of: 'load', by, unit: unitOf(word) };
  return { of: STEP_OF[word] ?? STEP_OF[word.slice(0, -1)] ?? 'load', by };
};

const isStepPossible = ({ of, by }: Step): boolean =>
  by !== 0 &&
  Math.abs(by) <= MOST_STEP &&
  (of === 'load' || of === 'percent' || Number.isInteger(by)) &&
  (of !== 'rung' || Math.abs(by) <= LIMITS.rung);

const extrasFault = (extras: PrescriptionExtras): string | undefined =>
  prescriptionFault({ sets: 1, reps: 1, basis: { kind: 'open' }, ...extras });

/** Reads `=`, `+2.5 -1set`, `= r3'`. */
const readChange = (text: string): CellReading => {
  const steps: Step[] = [];
  const marks: CellMark[] = [];
  let extras: PrescriptionExtras = {};
  let at = skipSpace(text, text.trimStart().startsWith('=') ? text.indexOf('=') + 1 : 0);
  while (at < text.length) {
    const match = matchAt(STEP, text, at);
    const found = match === null ? wordAt(text, at) : undefined;
    const to = match === null ? (found?.to ?? looseWordEnd(text, at)) : at + match[0].length;
    const step = match === null ? undefined : stepOf(match);
    const mark = { from: at, to, found: text.slice(at, to), expected: STEP_EXPECTED };
    if (step !== undefined && isStepPossible(step)) steps.push(step);
    else if (step !== undefined) marks.push({ ...mark, why: 'outOfRange' });
    else if (found?.word.kind === 'extra' && !isSaidTwice(found.word, undefined, extras)) {
      const fault = extrasFault(found.word.extra);
      if (fault === undefined) extras = { ...extras, ...found.word.extra };
      else marks.push({ ...mark, why: 'outOfRange', expected: fault });
    } else marks.push({ ...mark, why: 'unknown' });
    at = skipSpace(text, to);
  }
  return marks.length > 0
    ? { cell: { kind: 'unread', text: text.trim() }, marks }
    : { cell: { kind: 'change', steps, extras }, marks };
};

/** `rung+1` alone is a step up the ladder from the week before. */
const ladderStep = (text: string): string => text.replace(/^\s*rung\s*([+\-−]\s*\d+)\s*$/iu, '$1rung');

/**
 * Reads one cell of the grid (editor.md, *Cell shorthand*). Nothing is dropped and nothing is guessed: a cell with a word that
 * is not understood, that could mean two things, or that cannot be, comes back as it was typed with the places marked.
 */
export const readCell = (typed: string): CellReading => {
  const text = ladderStep(typed);
  const bare = text.trim();
  if (bare === '' || /^[-–−]$/u.test(bare)) return { cell: { kind: 'none' }, marks: [] };
  if (/^[x×]$/iu.test(bare)) return { cell: { kind: 'skipped' }, marks: [] };
  return /^(?:=|[+\-−]\s*\d)/u.test(bare) ? readChange(text) : readSets(text);
};

const plain = (value: number): string => String(roundTo(value, 4));

const printBasis = (basis: LoadBasis): string => {
  switch (basis.kind) {
    case 'pct1rm':
      return ` @${plain(basis.fraction * 100)}%`;
    case 'pctTm':
      return ` @${plain(basis.fraction * 100)}%TM`;
    case 'mvc':
      return ` @${plain(basis.fraction * 100)}%MVC`;
    case 'rpe':
      return ` RPE${plain(basis.rpe)}`;
    case 'rir':
      return ` RIR${plain(basis.rir)}`;
    case 'rm':
      return ` ${basis.rm}RM`;
    case 'load':
      return ` ${plain(massIn(basis.unit ?? 'kg', basis.loadKg))}${basis.unit ?? 'kg'}`;
    case 'bodyweight':
      return basis.rung === undefined ? ' bw' : ` rung${basis.rung > 0 ? '+' : ''}${basis.rung}`;
    case 'open':
      return '';
  }
};

const printAmount = (one: Prescription): string => {
  const side = one.isPerSide === true ? '/side' : '';
  if (one.contacts !== undefined) return `${one.sets}x${one.contacts}c${side}`;
  if (one.distanceM !== undefined) return `${one.sets}x${one.distanceM}m${side}`;
  const range = one.repsTo === undefined ? '' : `-${one.repsTo}`;
  if (one.holdS === undefined) return `${one.sets}x${one.reps ?? ''}${range}${side}`;
  return one.reps === undefined ? `${one.sets}x${one.holdS}s${side}` : `${one.sets}x${one.reps}x${one.holdS}s${side}`;
};

const printRest = (restS: number): string => (restS > 0 && restS % 60 === 0 ? `r${restS / 60}'` : `r${restS}`);

const printExtras = ({ rpeCap, tempo, restS, cue }: PrescriptionExtras): string =>
  [
    ...(rpeCap === undefined ? [] : [` cap${plain(rpeCap)}`]),
    ...(tempo === undefined ? [] : [` t${tempo}`]),
    ...(restS === undefined ? [] : [` ${printRest(restS)}`]),
    ...(cue === undefined ? [] : [` "${cue.replaceAll('"', '""')}"`]),
  ].join('');

const STEP_WORD: Readonly<Record<Step['of'], string>> = {
  load: '',
  percent: '%',
  reps: 'rep',
  sets: 'set',
  holdS: 's',
  contacts: 'c',
  distanceM: 'm',
  rung: 'rung',
};

const printStep = ({ of, by, unit }: Step): string => `${by > 0 ? '+' : ''}${plain(by)}${unit ?? STEP_WORD[of]}`;

/** Some equal sets in shorthand: `4x3 @85% cap8 r3'`. */
export const printPrescription = (one: Prescription): string =>
  `${printAmount(one)}${printBasis(one.basis)}${printExtras(one)}`;

/** A cell in the shorthand in which it is typed; read again it is the same cell. */
export const printCell = (cell: Cell): string => {
  switch (cell.kind) {
    case 'none':
      return '';
    case 'skipped':
      return 'x';
    case 'unread':
      return cell.text;
    case 'sets':
      return cell.prescriptions.map(printPrescription).join(', ');
    case 'change':
      return `${cell.steps.length === 0 ? '=' : cell.steps.map(printStep).join(' ')}${printExtras(cell.extras)}`;
  }
};
