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
export const addedWords = (reading: ImportReading): string => {
  const { runs, sets, sessions, completed, otherActivities, wellness, athletes } = reading;
  const newSets = sets.added - completed.sets;
  return listed([
    ...some(runs.added, 'run'),
    ...(newSets === 0
      ? some(sessions.added, 'session')
      : [`${counted(newSets, 'set')} in ${counted(sessions.added, 'session')}`]),
    ...(completed.sets === 0
      ? []
      : [
          `${counted(completed.sets, 'set')} that complete${completed.sets === 1 ? 's' : ''} ${counted(completed.sessions, 'session')}`,
        ]),
    ...some(otherActivities.added, 'other activity', 'other activities'),
    ...some(wellness.added, 'measurement'),
    ...some(athletes.added, 'athlete'),
  ]);
};

/** `12 runs added, 3 merged with what another app had told`. */
export const receiptWords = (reading: ImportReading): string => {
  const added = addedWords(reading);
  const parts = [
    ...(added === '' ? [] : [`${added} added`]),
    ...(reading.runs.merged === 0 ? [] : [`${counted(reading.runs.merged, 'run')} merged with another app’s`]),
  ];
  return parts.length === 0 ? 'nothing new' : parts.join(', ');
};

export const duplicateWords = ({ runs, sets, otherActivities, wellness, athletes }: ImportReading): string =>
  listed([
    ...some(runs.duplicate, 'run'),
    ...some(sets.duplicate, 'set'),
    ...some(otherActivities.duplicate, 'other activity', 'other activities'),
    ...some(wellness.duplicate, 'measurement'),
    ...some(athletes.duplicate, 'athlete'),
  ]);

export const problemWords = ({ problemCount }: ImportReading): string =>
  `${counted(problemCount, 'thing')} not taken as ${problemCount === 1 ? 'it stands' : 'they stand'}`;

/** `3 entries stand otherwise in the file`; empty when none does. */
export const changeWords = ({ changeCount }: ImportReading): string =>
  changeCount === 0
    ? ''
    : `${counted(changeCount, 'entry', 'entries')} that ${changeCount === 1 ? 'is' : 'are'} here otherwise`;

/** Rows that are understood and are no training: `12 rest timers`. */
export const passedOverWords = ({ passedOver }: ImportReading): string =>
  listed(Object.entries(passedOver).map(([kind, rows]) => `${kind}: ${counted(rows, 'row')}`));

export const spanWords = ({ firstDate, lastDate }: ImportReading): string => {
  if (firstDate === undefined || lastDate === undefined) return '';
  return firstDate === lastDate ? fullDay(firstDate) : `${fullDay(firstDate)} – ${fullDay(lastDate)}`;
};

/** The one button: `Import 12 runs and 340 sets for 2 athletes`. */
export const importWords = (readings: readonly ImportReading[], athletes: number): string => {
  if (readings.length === 0) return 'Import';
  const sum = (of: (reading: ImportReading) => number): number =>
    readings.reduce((total, reading) => total + of(reading), 0);
  const runs = sum((reading) => reading.runs.added);
  const sets = sum((reading) => reading.sets.added);
  const others = sum((reading) => reading.otherActivities.added);
  const people = sum((reading) => reading.athletes.added);
  const measurements = sum((reading) => reading.wellness.added);
  const done = listed([
    ...some(runs, 'run'),
    ...some(sets, 'set'),
    ...some(others, 'other activity', 'other activities'),
    ...some(measurements, 'measurement'),
  ]);
  const newcomers = people === 0 ? '' : `add ${counted(people, 'athlete')}`;
  if (done === '') return newcomers === '' ? 'Nothing new to import' : `Add ${counted(people, 'athlete')}`;
  const whose = athletes === 0 ? '' : ` for ${counted(athletes, 'athlete')}`;
  return `Import ${done}${whose}${newcomers === '' ? '' : ` and ${newcomers}`}`;
};

const WHY: Readonly<Record<ExerciseQuestion['why'], string>> = {
  memory: 'as last time',
  synonym: 'another name for it',
  name: 'the same name',
  similar: 'not certain',
  new: 'not in the library',
};

export const whyWords = (why: ExerciseQuestion['why']): string => WHY[why];

/** Why a file waits for what its columns hold, in one breath: the list of known apps is no help here. */
export const columnsQuestion = (refusal: FileRefusal): string =>
  refusal.reason === 'unknownFormat'
    ? 'No app is known that writes these columns. Say once what they hold; it is remembered for the next such file.'
    : refusalSentence(refusal);

/** Why a file is not taken, as a sentence that stands on its own. */
export const refusalSentence = (refusal: FileRefusal): string => {
  const text = refusalText(refusal);
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
};
