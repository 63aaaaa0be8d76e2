import { LOAD_MODES, PATTERNS, type Exercise, type LoadMode, type Pattern, type Stress } from './exercise.ts';

const COLUMNS = 13;

/** One line of comma-separated values; a field in double quotes may hold commas and doubled quotes. */
const splitLine = (line: string): readonly string[] => {
  const fields: string[] = [];
  let field = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const char = line.charAt(at);
    if (char === '"' && isQuoted && line.charAt(at + 1) === '"') {
      field += '"';
      at += 1;
    } else if (char === '"') {
      isQuoted = !isQuoted;
    } else if (char === ',' && !isQuoted) {
      fields.push(field);
      field = '';
    } else {
      field += char;
    }
  }
  return [...fields, field];
};

const listed = (text: string): readonly string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/**
 * Comma is "and", slash is "or": `db/kb, box` is [[db, kb], [box]]. A group that offers `none` asks for nothing.
 */
export const parseEquipment = (text: string): readonly (readonly string[])[] =>
  listed(text)
    .map((group) => group.split('/').map((item) => item.trim()))
    .filter((group) => !group.includes('none'));

/** Rest in seconds; of a range the longer end, because too much rest costs only time. */
const parseRest = (text: string): number | undefined => {
  const seconds = Number(text.split('-').at(-1));
  return text !== '' && Number.isFinite(seconds) ? seconds : undefined;
};

const asPattern = (text: string): Pattern => PATTERNS.find((pattern) => pattern === text) ?? 'other';

const asLoadMode = (text: string, line: number): LoadMode => {
  const mode = LOAD_MODES.find((one) => one === text);
  if (mode === undefined) throw new RangeError(`exercise library, line ${line}: load mode "${text}"`);
  return mode;
};

const keyOrNothing = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

/** Six digits, `K A H G L I`. */
const parseStress = (text: string, line: number): Stress => {
  if (!/^[0-3]( [0-3]){5}$/.test(text)) throw new RangeError(`exercise library, line ${line}: stress "${text}"`);
  const [K = 0, A = 0, H = 0, G = 0, L = 0, I = 0] = text.split(' ').map(Number);
  return { K, A, H, G, L, I };
};

/** The lines of a CSV below its header, each with its number. A mark of byte order and empty lines are passed over. */
const linesOf = (csvText: string): readonly { readonly fields: readonly string[]; readonly line: number }[] =>
  csvText
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((text, index) => ({ text, line: index + 1 }))
    .filter(({ text, line }) => line > 1 && text.trim() !== '')
    .map(({ text, line }) => ({ fields: splitLine(text), line }));

/** Cues by exercise: `id,cue`, the lines of a cue apart by ` / `. */
const parseCues = (csvText: string): ReadonlyMap<string, readonly string[]> =>
  new Map(linesOf(csvText).map(({ fields: [key = '', cue = ''] }) => [key, cue.split(' / ')]));

const toExercise = (
  fields: readonly string[],
  line: number,
  cuesOf: ReadonlyMap<string, readonly string[]>,
): Exercise => {
  if (fields.length !== COLUMNS) throw new RangeError(`exercise library, line ${line}: ${fields.length} fields`);
  const [key = '', name = '', pattern = '', equipment = '', isUnilateral, level, regress, progress] = fields;
  const [muscles = '', usualDose = '', rest = '', stress = '', loadMode = ''] = fields.slice(8);
  return {
    key,
    name,
    pattern: asPattern(pattern),
    equipment: parseEquipment(equipment),
    isUnilateral: isUnilateral === '1',
    level: Number(level),
    regressKey: keyOrNothing(regress),
    progressKey: keyOrNothing(progress),
    muscles: listed(muscles),
    usualDose,
    restS: parseRest(rest),
    loadMode: asLoadMode(loadMode, line),
    cues: cuesOf.get(key) ?? [],
    stress: parseStress(stress, line),
    isOwn: false,
  };
};

/**
 * The exercises of `resources/exercises.csv` (§9), in its order, with the cues of `resources/cues.csv`. The files ship
 * with the product, so a broken line is a defect and throws a `RangeError` with its number.
 */
export const parseLibrary = (exercisesCsv: string, cuesCsv: string): Exercise[] => {
  const cuesOf = parseCues(cuesCsv);
  return linesOf(exercisesCsv).map(({ fields, line }) => toExercise(fields, line, cuesOf));
};

export interface LadderFault {
  readonly key: string;
  readonly fault: 'duplicateKey' | 'missingRegress' | 'missingProgress' | 'harderRegress' | 'easierProgress' | 'cycle';
}

const isInCycle = (
  start: Exercise,
  byKey: ReadonlyMap<string, Exercise>,
  next: 'regressKey' | 'progressKey',
): boolean => {
  const visited = new Set<string>();
  let at: Exercise | undefined = start;
  while (at !== undefined && !visited.has(at.key)) {
    visited.add(at.key);
    at = byKey.get(at[next] ?? '');
  }
  return at?.key === start.key;
};

const faultsOf = (exercise: Exercise, byKey: ReadonlyMap<string, Exercise>): readonly LadderFault['fault'][] => {
  const regress = byKey.get(exercise.regressKey ?? '');
  const progress = byKey.get(exercise.progressKey ?? '');
  const faults: LadderFault['fault'][] = [];
  if (exercise.regressKey !== undefined && regress === undefined) faults.push('missingRegress');
  if (exercise.progressKey !== undefined && progress === undefined) faults.push('missingProgress');
  if (regress !== undefined && regress.level > exercise.level) faults.push('harderRegress');
  if (progress !== undefined && progress.level < exercise.level) faults.push('easierProgress');
  if (isInCycle(exercise, byKey, 'regressKey') || isInCycle(exercise, byKey, 'progressKey')) faults.push('cycle');
  return faults;
};

/** What is wrong with the ladders (§9): every rung exists, none leads back to itself, up is never easier, down never harder. */
export const ladderFaults = (exercises: readonly Exercise[]): readonly LadderFault[] => {
  const byKey = new Map(exercises.map((exercise) => [exercise.key, exercise]));
  return exercises.flatMap((exercise) => [
    ...(byKey.get(exercise.key) === exercise ? [] : [{ key: exercise.key, fault: 'duplicateKey' as const }]),
    ...faultsOf(exercise, byKey).map((fault) => ({ key: exercise.key, fault })),
  ]);
};

const chainFrom = (
  start: Exercise,
  byKey: ReadonlyMap<string, Exercise>,
  next: 'regressKey' | 'progressKey',
): readonly Exercise[] => {
  const chain: Exercise[] = [];
  for (
    let at = byKey.get(start[next] ?? '');
    at !== undefined && at.key !== start.key && !chain.includes(at);
    at = byKey.get(at[next] ?? '')
  ) {
    chain.push(at);
  }
  return chain;
};

/** The ladder an exercise stands on: the easier steps below it, easiest first, and the harder ones above it. */
export const ladderOf = (
  exercise: Exercise,
  exercises: readonly Exercise[],
): { readonly easier: readonly Exercise[]; readonly harder: readonly Exercise[] } => {
  const byKey = new Map(exercises.map((one) => [one.key, one]));
  return {
    easier: chainFrom(exercise, byKey, 'regressKey').toReversed(),
    harder: chainFrom(exercise, byKey, 'progressKey'),
  };
};

/** Whether, with this exercise among the others, its ladder leads back to itself, or the same step is easier and harder. */
export const ladderLoops = (exercise: Exercise, others: readonly Exercise[]): boolean => {
  const all = [...others.filter((one) => one.key !== exercise.key), exercise];
  const byKey = new Map(all.map((one) => [one.key, one]));
  if (isInCycle(exercise, byKey, 'regressKey') || isInCycle(exercise, byKey, 'progressKey')) return true;
  const { easier, harder } = ladderOf(exercise, all);
  return easier.some((step) => harder.includes(step));
};
