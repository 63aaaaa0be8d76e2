import { FRENCH_SHEET } from './languages/french.ts';
import { GERMAN_SHEET } from './languages/german.ts';
import { PORTUGUESE_SHEET } from './languages/portuguese.ts';
import { SPANISH_SHEET } from './languages/spanish.ts';
import { ENGLISH_SHEET, type SheetWords } from './sheetWords.ts';

/** Languages that an athlete's sheets can be printed in. Names of exercises and cues stay as the library has them. */
export const LANGUAGES = ['en', 'de', 'es', 'fr', 'pt'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Each by its own name. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  pt: 'Português',
};

const WORDS: Readonly<Record<Language, SheetWords>> = {
  en: ENGLISH_SHEET,
  de: GERMAN_SHEET,
  es: SPANISH_SHEET,
  fr: FRENCH_SHEET,
  pt: PORTUGUESE_SHEET,
};

/** Every word of a sheet in a language; English where none was chosen. */
export const sheetWordsIn = (language: Language | undefined): SheetWords => WORDS[language ?? 'en'];
