import type { RunKind, Sex } from '../../domain/athletes/athlete.ts';
import type { DistanceUnit, MassUnit } from '../../domain/kernel/quantity.ts';
import type { EntryClass } from '../../domain/programs/program.ts';
import type { Choice } from '../kit/Fields.tsx';
import { LANGUAGES, LANGUAGE_NAMES, type Language } from '../../domain/sheets/sheetLanguage.ts';

/** What can be chosen about an athlete, in words. */
export const SEX_CHOICES: readonly Choice<Sex>[] = [
  { value: 'female', label: 'Female' },
  { value: 'male', label: 'Male' },
  { value: 'other', label: 'Other' },
];

export const CLASS_CHOICES: readonly Choice<EntryClass>[] = [
  { value: 'A', label: 'A: not for six months or more' },
  { value: 'B', label: 'B: some in the last six months, none heavy' },
  { value: 'C', label: 'C: lifting now' },
];

export const MASS_CHOICES: readonly Choice<MassUnit>[] = [
  { value: 'kg', label: 'Kilograms' },
  { value: 'lb', label: 'Pounds' },
];

export const LANGUAGE_CHOICES: readonly Choice<Language>[] = LANGUAGES.map((value) => ({
  value,
  label: LANGUAGE_NAMES[value],
}));

export const DISTANCE_CHOICES: readonly Choice<DistanceUnit>[] = [
  { value: 'km', label: 'Kilometres' },
  { value: 'mi', label: 'Miles' },
];

export const RUN_CHOICES: readonly Choice<RunKind>[] = [
  { value: 'rest', label: 'No run' },
  { value: 'easy', label: 'Easy' },
  { value: 'quality', label: 'Quality (Q)' },
  { value: 'long', label: 'Long (L)' },
];
