/** Equipment words of printed names, by the spelling the key uses. Longer spellings first. */
const EQUIPMENT_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:smith machine|smith)\b/g, 'smith'],
  [/\b(?:trap bar|hex bar|trapbar|hexbar)\b/g, 'trap bar'],
  [/\b(?:safety squat bar|safety bar|ssb)\b/g, 'safety bar'],
  [/\b(?:ez bar|ez curl bar|ezbar)\b/g, 'ez bar'],
  [/\b(?:barbell|bb)\b/g, 'barbell'],
  [/\b(?:dumbbell|dumbell|dumb bell|db)\b/g, 'dumbbell'],
  [/\b(?:kettlebell|kettle bell|kb)\b/g, 'kettlebell'],
  [/\b(?:resistance band|banded|band)\b/g, 'band'],
  [/\b(?:body weight|bodyweight|bw)\b/g, 'bodyweight'],
  [/\b(?:cable)\b/g, 'cable'],
  [/\b(?:machine)\b/g, 'machine'],
];

/** Spellings that mean the same words, applied in order. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\b(push|pull|chin|sit|step|press) ?up\b/g, '$1 up'],
  [/\bpress up\b/g, 'push up'],
  [/\bpull down\b/g, 'pulldown'],
  [/\bdead lift\b/g, 'deadlift'],
  [/\bdead bug\b/g, 'deadbug'],
  [/\bbird dog\b/g, 'birddog'],
  [/\bbentover\b/g, 'bent over'],
  [/\brdl\b/g, 'romanian deadlift'],
  [/\bsldl\b/g, 'stiff leg deadlift'],
  [/\bohp\b/g, 'overhead press'],
  [/\b(?:1|one|single) (?:leg|legged)\b/g, 'single leg'],
  [/\b(?:1|one|single) arm\b/g, 'single arm'],
  [/\bsl\b/g, 'single leg'],
  [/\bdouble (?:leg|legged)\b/g, 'double leg'],
];

/** Plural and singular name the same lift; `press` and `plus` keep their s. */
const singular = (word: string): string => {
  if (word.length < 3 || word.endsWith('ss') || word.endsWith('us')) return word;
  return word.endsWith('s') ? word.slice(0, -1) : word;
};

const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Compatibility form, lower case, no zero-width characters, words only, singular. */
const plainWords = (printed: string): string => {
  const folded = printed
    .normalize('NFKC')
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
    .toLowerCase()
    .replace(/['’]/g, '');
  const words = collapse(folded.replace(/[^\p{L}\p{N}]+/gu, ' '));
  return words.split(' ').map(singular).join(' ');
};

/** A printed name split into the lift and what it is done with. */
export interface PrintedName {
  readonly lift: string;
  /** Equipment named, in a fixed order; usually none or one. */
  readonly equipment: readonly string[];
}

/** Reads "Squat (Barbell)", "Barbell Squat" and "BB squats" as the same lift and equipment. */
export const readName = (printed: string): PrintedName => {
  let lift = plainWords(printed);
  const equipment: string[] = [];
  for (const [pattern, word] of EQUIPMENT_WORDS) {
    const without = collapse(lift.replace(pattern, ' '));
    if (without === lift || without === '') continue;
    equipment.push(word);
    lift = without;
  }
  for (const [pattern, words] of SPELLINGS) lift = collapse(lift.replace(pattern, words));
  return { lift, equipment: equipment.toSorted() };
};

/** Programs and files name the same few lifts again and again; two dozen patterns are not tried on each of them. */
const known = new Map<string, string>();
const MOST_KNOWN = 4000;

/** The normalised name under which a decision of the coach is remembered, for example `squat (barbell)`. */
export const nameKey = (printed: string): string => {
  const before = known.get(printed);
  if (before !== undefined) return before;
  const { lift, equipment } = readName(printed);
  const key = equipment.length === 0 ? lift : `${lift} (${equipment.join(', ')})`;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(printed, key);
  return key;
};
