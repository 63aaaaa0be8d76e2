import { PAIN_REGIONS, type PainRegion } from '../wellness/substitution.ts';

/** The foot of a session on paper, as it was typed. */
export interface TypedFoot {
  readonly felt: string;
  readonly painPlace: string;
  readonly pain: string;
  readonly sleep: string;
  readonly effort: string;
  readonly minutes: string;
  readonly notes: string;
}

export const EMPTY_FOOT: TypedFoot = {
  felt: '',
  painPlace: '',
  pain: '',
  sleep: '',
  effort: '',
  minutes: '',
  notes: '',
};

/** What the athlete wrote after a session. What was left empty is not known. */
export interface SessionFacts {
  /** How it felt, 1 (bad) to 5 (good). */
  readonly feeling?: number | undefined;
  readonly painSite?: string | undefined;
  readonly painRegion?: PainRegion | undefined;
  /** 0 to 10. */
  readonly painScore?: number | undefined;
  /** Hours, 0 to 24. */
  readonly sleepH?: number | undefined;
  /** How hard the whole session was, 0 to 10. */
  readonly rpe?: number | undefined;
  readonly durationS?: number | undefined;
  readonly notes?: string | undefined;
}

export interface FootProblem {
  readonly field: keyof TypedFoot;
  readonly found: string;
  readonly expected: string;
}

interface Range {
  readonly field: keyof TypedFoot;
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
  readonly expected: string;
}

const RANGES: readonly Range[] = [
  { field: 'felt', least: 1, most: 5, isWhole: true, expected: 'a whole number from 1 (bad) to 5 (good)' },
  { field: 'pain', least: 0, most: 10, isWhole: true, expected: 'a whole number from 0 (none) to 10' },
  { field: 'sleep', least: 0, most: 24, isWhole: false, expected: 'hours from 0 to 24, as 7.5 or 7:30' },
  { field: 'effort', least: 0, most: 10, isWhole: false, expected: 'an RPE from 0 to 10' },
  { field: 'minutes', least: 1, most: 600, isWhole: true, expected: 'whole minutes from 1 to 600' },
];

/** `7.5`, `7,5`, and of hours `7:30` or `7h30`; not a number for anything else. */
const numberIn = (text: string, isHours: boolean): number => {
  const clock = isHours ? /^(\d{1,2})(?::|h)([0-5]\d)$/u.exec(text) : null;
  if (clock !== null) return Number(clock[1]) + Number(clock[2]) / 60;
  return /^\d+(?:[.,]\d+)?$/u.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
};

const PLACES: Readonly<Record<PainRegion, RegExp>> = {
  K: /knee|patell|it band|itb/u,
  A: /ankle|calf|calves|achilles|foot|feet|heel|shin|plantar|toe|soleus/u,
  H: /hamstring|back of (?:the )?thigh/u,
  G: /groin|hip|adductor|glute/u,
  L: /low(?:er)? back|back|spine|lumbar|sacr/u,
};

/** The region of a place as people write it: `left knee` is K; `undefined` for a place that no rule knows. */
export const painRegionOf = (place: string): PainRegion | undefined => {
  const text = place.trim().toLowerCase();
  return PAIN_REGIONS.find((region) => text === region.toLowerCase() || PLACES[region].test(text));
};

const textOf = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());

/** Reads the foot of a session: what can be, and what of it is not understood. A place without a score is kept as it is. */
export const readFoot = (
  typed: TypedFoot,
): { readonly facts: SessionFacts; readonly problems: readonly FootProblem[] } => {
  const problems: FootProblem[] = [];
  const numbers = new Map<keyof TypedFoot, number>();
  for (const { field, least, most, isWhole, expected } of RANGES) {
    const text = typed[field].trim();
    if (text === '') continue;
    const number = numberIn(text, field === 'sleep');
    const isRight = number >= least && number <= most && (!isWhole || Number.isInteger(number));
    if (isRight) numbers.set(field, number);
    else problems.push({ field, found: text, expected });
  }
  const minutes = numbers.get('minutes');
  const painSite = textOf(typed.painPlace);
  const facts: SessionFacts = {
    feeling: numbers.get('felt'),
    painSite,
    painRegion: painSite === undefined ? undefined : painRegionOf(painSite),
    painScore: numbers.get('pain'),
    sleepH: numbers.get('sleep'),
    rpe: numbers.get('effort'),
    durationS: minutes === undefined ? undefined : minutes * 60,
    notes: textOf(typed.notes),
  };
  return { facts, problems };
};
