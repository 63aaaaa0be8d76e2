import { refusalText } from '../../contract/errorText.ts';
import type { FileRefusal } from '../../domain/imports/draft.ts';
import { counted, fullDay } from '../format.ts';
import type { ExerciseQuestion, ImportReading } from './deskFiles.ts';

const listed = (parts: readonly string[]): string => {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
};

const some = (value: number, one: string, many?: string): string[] => (value === 0 ? [] : [counted(value, one, many)]);

/** `12 runs and 340 sets in 18 sessions`; empty when there is nothing. */
export const addedWords = ({ runs, sets, sessions, otherActivities, wellness }: ImportReading): string =>
  listed([
    ...some(runs.added, 'run'),
    ...(sets.added === 0
      ? some(sessions.added, 'session')
      : [`${counted(sets.added, 'set')} in ${counted(sessions.added, 'session')}`]),
    ...some(otherActivities.added, 'other activity', 'other activities'),
    ...some(wellness.added, 'measurement'),
  ]);

export const duplicateWords = ({ runs, sets, otherActivities, wellness }: ImportReading): string =>
  listed([
    ...some(runs.duplicate, 'run'),
    ...some(sets.duplicate, 'set'),
    ...some(otherActivities.duplicate, 'other activity', 'other activities'),
    ...some(wellness.duplicate, 'measurement'),
  ]);

/** Rows that are understood and are no training: `12 rest timers`. */
export const passedOverWords = ({ passedOver }: ImportReading): string =>
  listed(Object.entries(passedOver).map(([kind, rows]) => `${kind}: ${counted(rows, 'row')}`));

export const spanWords = ({ firstDate, lastDate }: ImportReading): string => {
  if (firstDate === undefined || lastDate === undefined) return '';
  return firstDate === lastDate ? fullDay(firstDate) : `${fullDay(firstDate)} – ${fullDay(lastDate)}`;
};

/** The one button: `Import 12 runs and 340 sets for 2 athletes`. */
export const importWords = (readings: readonly ImportReading[], athletes: number): string => {
  const sum = (of: (reading: ImportReading) => number): number =>
    readings.reduce((total, reading) => total + of(reading), 0);
  const runs = sum((reading) => reading.runs.added);
  const sets = sum((reading) => reading.sets.added);
  const others = sum((reading) => reading.otherActivities.added);
  const measurements = sum((reading) => reading.wellness.added);
  const what = listed([
    ...some(runs, 'run'),
    ...some(sets, 'set'),
    ...some(others, 'other activity', 'other activities'),
    ...some(measurements, 'measurement'),
  ]);
  if (what === '') return 'Nothing new to import';
  return `Import ${what}${athletes === 0 ? '' : ` for ${counted(athletes, 'athlete')}`}`;
};

const WHY: Readonly<Record<ExerciseQuestion['why'], string>> = {
  memory: 'as last time',
  synonym: 'another name for it',
  name: 'the same name',
  similar: 'not certain',
  new: 'not in the library',
};

export const whyWords = (why: ExerciseQuestion['why']): string => WHY[why];

/** Why a file is not taken, as a sentence that stands on its own. */
export const refusalSentence = (refusal: FileRefusal): string => {
  const text = refusalText(refusal);
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
};
