import {
  LOAD_MODES,
  PATTERNS,
  type Exercise,
  type LoadMode,
  type Pattern,
  type Stress,
} from '../../domain/exercises/exercise.ts';
import type { Choice } from '../kit/Fields.tsx';

const PATTERN_WORDS: Readonly<Record<Pattern, string>> = {
  squat: 'Squat',
  hinge: 'Hinge',
  lunge: 'Lunge',
  push: 'Push',
  pull: 'Pull',
  trunk: 'Trunk',
  carry: 'Carry',
  calf: 'Calf and foot',
  hip: 'Hip',
  'plyo-low': 'Jumps, light',
  'plyo-med': 'Jumps, medium',
  'plyo-high': 'Jumps, hard',
  other: 'Other',
};

const LOAD_MODE_WORDS: Readonly<Record<LoadMode, string>> = {
  kg: 'By load',
  reps: 'By repetitions',
  'reps/kg': 'By repetitions, then load',
  seconds: 'By time held',
  contacts: 'By ground contacts',
  tempo: 'By tempo',
  '%MVC': 'By effort',
};

/** What each letter of the stress of an exercise stands for, in the order shown. */
export const STRESS_WORDS: readonly { readonly letter: keyof Stress; readonly word: string }[] = [
  { letter: 'K', word: 'Knee' },
  { letter: 'A', word: 'Calf and foot' },
  { letter: 'H', word: 'Hamstring' },
  { letter: 'G', word: 'Groin' },
  { letter: 'L', word: 'Low back' },
  { letter: 'I', word: 'Impact' },
];

export const patternWord = (pattern: Pattern): string => PATTERN_WORDS[pattern];

export const loadModeWord = (mode: LoadMode): string => LOAD_MODE_WORDS[mode];

export const PATTERN_CHOICES: readonly Choice<Pattern>[] = PATTERNS.map((value) => ({
  value,
  label: PATTERN_WORDS[value],
}));

export const LOAD_MODE_CHOICES: readonly Choice<LoadMode>[] = LOAD_MODES.map((value) => ({
  value,
  label: LOAD_MODE_WORDS[value],
}));

/** `3-6 a side` with a dash that reads as "to"; empty when nobody has said. */
export const doseText = ({ usualDose, isUnilateral }: Pick<Exercise, 'usualDose' | 'isUnilateral'>): string =>
  usualDose === ''
    ? ''
    : `${usualDose.replace(/(\d)-(\d)/gu, '$1–$2').replace('/side', ' a side')}${
        isUnilateral && !usualDose.includes('/side') ? ' a side' : ''
      }`;
