import { massToKg, roundTo, type MassUnit } from '../kernel/quantity.ts';
import type { LoadBasis, PrescriptionExtras } from './program.ts';

/** A word of a cell: what it says, that it must be asked about, or that it cannot be. */
export type Word =
  | { readonly kind: 'basis'; readonly basis: LoadBasis }
  | { readonly kind: 'extra'; readonly extra: PrescriptionExtras }
  | { readonly kind: 'ask'; readonly expected: string; readonly choices: readonly string[] }
  | { readonly kind: 'wrong'; readonly expected: string };

interface WordForm {
  readonly pattern: RegExp;
  readonly read: (match: readonly (string | undefined)[]) => Word;
}

/** A decimal comma, unless what follows it is the next group: `70,1x5 80`. */
export const NUMBER = String.raw`\d+(?:\.\d+|,\d+(?!\d*\s*[x×*]))?`;

const END = String.raw`(?![\p{L}\d])`;

const AT = String.raw`(?:@\s*)?`;

const form = (pattern: string, read: WordForm['read']): WordForm => ({ pattern: new RegExp(pattern, 'iuy'), read });

export const numberIn = (text: string | undefined): number => Number((text ?? '').replace(',', '.'));

const basis = (value: LoadBasis): Word => ({ kind: 'basis', basis: value });

const extra = (value: PrescriptionExtras): Word => ({ kind: 'extra', extra: value });

/** A share of 1 from per cent, free of float noise. */
const share = (text: string | undefined): number => roundTo(numberIn(text) / 100, 6);

export const unitOf = (text: string | undefined): MassUnit => (text?.toLowerCase().startsWith('l') ? 'lb' : 'kg');

export const loadBasisOf = (load: number, unit: MassUnit): LoadBasis => ({
  kind: 'load',
  loadKg: roundTo(massToKg(unit, load), 6),
  unit,
});

const percentOf = (text: string | undefined, of: string | undefined): Word => {
  const fraction = share(text);
  if (of?.toLowerCase() === 'tm') return basis({ kind: 'pctTm', fraction });
  return basis({ kind: of?.toLowerCase() === 'mvc' ? 'mvc' : 'pct1rm', fraction });
};

const MOST_RPE = 10;
const LEAST_PERCENT = 30;
const MOST_PERCENT = 120;

/** A number without a unit: above 30 it is per cent, up to 10 after `@` it is an RPE, and in between nobody knows. */
const bareNumber = (text: string | undefined, hasAt: boolean): Word => {
  const value = numberIn(text);
  if (value > LEAST_PERCENT && value <= MOST_PERCENT) return percentOf(text, undefined);
  if (value <= MOST_RPE && hasAt) return basis({ kind: 'rpe', rpe: value });
  const choices = value <= MOST_RPE ? [`RPE${value}`, `${value}kg`] : [`${value}kg`, `${value}lb`];
  if (value > MOST_RPE && value <= LEAST_PERCENT) choices.push(`${value}%`);
  return { kind: 'ask', expected: 'a unit: per cent, kg, lb or RPE', choices };
};

const MINUTE_S = 60;

/** Every word that may follow `3x5`, the more telling ones first. */
const FORMS: readonly WordForm[] = [
  form(String.raw`"((?:[^"]|"")*)"`, ([, cue = '']) => {
    const text = cue.replaceAll('""', '"').trim();
    return text === '' ? { kind: 'wrong', expected: 'a cue between the quotes' } : extra({ cue: text });
  }),
  form(String.raw`(?:cap|(?:RPE\s*)?(?:<=|≤))\s*(${NUMBER})${END}`, ([, cap]) => extra({ rpeCap: numberIn(cap) })),
  form(String.raw`r(\d+)(?:['′’]|\s*min)(\d{1,2})?${END}`, ([, minutes, seconds]) =>
    extra({ restS: numberIn(minutes) * MINUTE_S + Number(seconds ?? 0) }),
  ),
  form(String.raw`r(\d+):(\d\d)${END}`, ([, minutes, seconds]) =>
    extra({ restS: numberIn(minutes) * MINUTE_S + numberIn(seconds) }),
  ),
  form(String.raw`r(\d+)\s*s?${END}`, ([, seconds]) => extra({ restS: numberIn(seconds) })),
  form(String.raw`t((?:[\dX][-/]?){2,3}[\dX])${END}`, ([, tempo = '']) =>
    extra({ tempo: tempo.replaceAll(/[-/]/g, '').toUpperCase() }),
  ),
  form(String.raw`${AT}RPE\s*(${NUMBER})${END}`, ([, rpe]) => basis({ kind: 'rpe', rpe: numberIn(rpe) })),
  form(String.raw`${AT}RIR\s*(${NUMBER})${END}`, ([, rir]) => basis({ kind: 'rir', rir: numberIn(rir) })),
  form(String.raw`${AT}(${NUMBER})\s*RIR${END}`, ([, rir]) => basis({ kind: 'rir', rir: numberIn(rir) })),
  form(String.raw`${AT}(${NUMBER})\s*%\s*(?:(TM|MVC)|(?:of\s*)?e?1RM)?${END}`, ([, percent, of]) =>
    percentOf(percent, of),
  ),
  form(String.raw`${AT}(${NUMBER})\s*(kg|lbs?)${END}`, ([, load, unit]) =>
    basis(loadBasisOf(numberIn(load), unitOf(unit))),
  ),
  form(String.raw`${AT}(\d+)\s*RM${END}`, ([, rm]) => basis({ kind: 'rm', rm: numberIn(rm) })),
  form(String.raw`${AT}(?:bw|bodyweight)${END}`, () => basis({ kind: 'bodyweight' })),
  form(String.raw`rung(?:\s*([+\-−])\s*(\d+))?${END}`, ([, sign, by]) => {
    const rung = Number(by ?? 0) * (sign === '+' ? 1 : -1);
    return basis(rung === 0 ? { kind: 'bodyweight' } : { kind: 'bodyweight', rung });
  }),
  form(String.raw`(@)\s*(${NUMBER})${END}`, ([, , value]) => bareNumber(value, true)),
  form(String.raw`(${NUMBER})${END}`, ([, value]) => bareNumber(value, false)),
];

export interface WordAt {
  readonly word: Word;
  readonly to: number;
}

/** The word that begins at this place of a cell, and where it ends; `undefined` when none does. */
export const wordAt = (text: string, from: number): WordAt | undefined => {
  for (const { pattern, read } of FORMS) {
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    if (match !== null) return { word: read(match), to: from + match[0].length };
  }
  return undefined;
};

/** A loose word, for marking what is not understood: up to the next space or comma, quotes kept whole. */
export const looseWordEnd = (text: string, from: number): number => {
  const loose = /"[^"]*"?|[^\s,]+/uy;
  loose.lastIndex = from;
  const match = loose.exec(text);
  return match === null ? from + 1 : from + match[0].length;
};
