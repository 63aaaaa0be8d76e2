import type { Exercise, Pattern } from './exercise.ts';
import { nameKey, readName } from './nameKey.ts';
import { SYNONYMS } from './synonyms.ts';

interface NameCandidate {
  readonly key: string;
  /** 0 nothing in common, 1 the same words. */
  readonly similarity: number;
}

/** What a printed name is: surely one exercise, one of a few, or none that we have. */
export type NameMatch =
  | { readonly kind: 'known'; readonly key: string; readonly why: 'memory' | 'synonym' | 'name' }
  | { readonly kind: 'doubtful'; readonly candidates: readonly NameCandidate[] }
  | { readonly kind: 'unknown' };

const LEAST_SIMILARITY = 0.5;

const MOST_CANDIDATES = 5;

/** Words and their beginnings: names that share whole words are near, misspelt ones still somewhat. */
const pairsOf = (text: string): ReadonlySet<string> => {
  const pairs = text.split(' ').flatMap((word) => {
    const padded = `^${word}$`;
    return Array.from({ length: padded.length - 1 }, (_, at) => padded.slice(at, at + 2));
  });
  return new Set(pairs);
};

/** Dice's coefficient of the letter pairs of two normalised names. */
const similarityOf = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
};

/** Letter pairs of every synonym, by the exercise it stands for. */
const synonymPairs = (): ReadonlyMap<string, readonly ReadonlySet<string>[]> => {
  const byKey = new Map<string, ReadonlySet<string>[]>();
  for (const [name, key] of SYNONYMS) byKey.set(key, [...(byKey.get(key) ?? []), pairsOf(name)]);
  return byKey;
};

const SYNONYM_PAIRS = synonymPairs();

const candidatesFor = (wantedKey: string, exercises: readonly Exercise[]): readonly NameCandidate[] => {
  const wanted = pairsOf(wantedKey);
  return exercises
    .map(({ key, name }) => {
      const names = [pairsOf(nameKey(name)), ...(SYNONYM_PAIRS.get(key) ?? [])];
      return { key, similarity: Math.max(...names.map((pairs) => similarityOf(wanted, pairs))) };
    })
    .filter((candidate) => candidate.similarity >= LEAST_SIMILARITY)
    .toSorted((a, b) => b.similarity - a.similarity)
    .slice(0, MOST_CANDIDATES);
};

/** A row is never proposed to be a squat: where the words tell the pattern, only exercises of that pattern are near. */
const ofGuessedPattern = (printedName: string, exercises: readonly Exercise[]): readonly Exercise[] => {
  const pattern = patternGuess(printedName);
  return pattern === 'other' ? exercises : exercises.filter((exercise) => exercise.pattern === pattern);
};

interface NameIndex {
  readonly keys: ReadonlySet<string>;
  /** By `nameKey`; more than one where two exercises are called alike. */
  readonly byName: ReadonlyMap<string, readonly Exercise[]>;
}

const indexes = new WeakMap<readonly Exercise[], NameIndex>();

const indexOf = (exercises: readonly Exercise[]): NameIndex => {
  const known = indexes.get(exercises);
  if (known !== undefined) return known;
  const index = {
    keys: new Set(exercises.map(({ key }) => key)),
    byName: Map.groupBy(exercises, ({ name }) => nameKey(name)),
  };
  indexes.set(exercises, index);
  return index;
};

/**
 * Finds the exercise a file's name stands for: what the coach said before (`memory`, by `nameKey`), then a name that is
 * the same, then a known synonym. Anything less certain is only proposed, best first; nothing is ever guessed.
 */
export const matchExercise = (
  printedName: string,
  exercises: readonly Exercise[],
  memory: ReadonlyMap<string, string>,
): NameMatch => {
  const wanted = nameKey(printedName);
  const { keys, byName } = indexOf(exercises);
  const isKept = (key: string | undefined): key is string => key !== undefined && keys.has(key);
  const remembered = memory.get(wanted);
  if (isKept(remembered)) return { kind: 'known', key: remembered, why: 'memory' };
  const [same, alsoSame] = byName.get(wanted) ?? [];
  if (same !== undefined && alsoSame === undefined) return { kind: 'known', key: same.key, why: 'name' };
  const synonym = same === undefined ? SYNONYMS.get(wanted) : undefined;
  if (isKept(synonym)) return { kind: 'known', key: synonym, why: 'synonym' };
  const candidates = candidatesFor(wanted, ofGuessedPattern(printedName, exercises));
  return candidates.length === 0 ? { kind: 'unknown' } : { kind: 'doubtful', candidates };
};

/** First match wins: the more telling words stand first. */
const PATTERN_WORDS: readonly (readonly [RegExp, Pattern])[] = [
  [/\b(?:drop jump|depth jump|hurdle|bound|bounding)\b/, 'plyo-high'],
  [/\b(?:pogo|rope|skipping|snap|box jump)\b/, 'plyo-low'],
  [/\b(?:jump|hop|skip|plyo)/, 'plyo-med'],
  [/\b(?:calf|soleus|tibialis|tib|heel|toe|plantar|dorsiflexion|ankle)\b/, 'calf'],
  [/\b(?:carry|walk with|farmer|suitcase|yoke)\b/, 'carry'],
  [
    /\b(?:adduct|abduct|adduction|abduction|adductor|abductor|clam|clamshell|copenhagen|hip flexion|hip flexor|hip hike)/,
    'hip',
  ],
  [/\b(?:lunge|split squat|step up|step down|pistol|bulgarian|single leg squat|skater)\b/, 'lunge'],
  [
    /\b(?:plank|ab|abs|abdominal|crunch|sit up|deadbug|birddog|rollout|pallof|woodchop|russian twist|leg raise|knee raise|hollow|core)\b/,
    'trunk',
  ],
  [
    /\b(?:deadlift|hip thrust|bridge|good morning|swing|hamstring|leg curl|back extension|hyperextension|nordic|hinge|pull through|reverse hyper|clean|snatch)\b/,
    'hinge',
  ],
  [/\b(?:squat|leg press|leg extension|wall sit|hack)\b/, 'squat'],
  [/\b(?:row|pull up|chin up|pulldown|pullover|face pull|rear delt|curl|shrug)\b/, 'pull'],
  [/\b(?:press|push up|bench|dip|fly|flye|tricep|triceps|pushdown|lateral raise|front raise)\b/, 'push'],
];

/** The likeliest movement pattern of an exercise only its name is known of; `other` when no word tells. */
export const patternGuess = (printed: string): Pattern => {
  const { lift } = readName(printed);
  return PATTERN_WORDS.find(([words]) => words.test(lift))?.[1] ?? 'other';
};
