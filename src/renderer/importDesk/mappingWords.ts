import type { MappingKind, MappingRole, Separator } from '../../domain/imports/columnMapping.ts';
import type { Choice } from '../kit/Fields.tsx';

export const KINDS: readonly Choice<MappingKind>[] = [
  { value: 'sets', label: 'A set lifted' },
  { value: 'runs', label: 'A run' },
  { value: 'body', label: 'A measurement' },
  { value: 'roster', label: 'A person' },
];

export const SEPARATOR_CHOICES: readonly Choice<Separator>[] = [
  { value: ',', label: 'Comma' },
  { value: ';', label: 'Semicolon' },
  { value: '\t', label: 'Tab' },
  { value: '|', label: 'Bar' },
];

const ROLE_WORDS: Readonly<Record<MappingRole, string>> = {
  date: 'Date',
  time: 'Time of day',
  title: 'Title',
  exercise: 'Exercise',
  weight: 'Load',
  weightUnit: 'Unit of the load',
  reps: 'Reps',
  setOrder: 'Set number',
  copies: 'How many sets',
  kind: 'Kind of set',
  isWarmup: 'Warm-up, yes or no',
  rpe: 'RPE',
  rir: 'RIR',
  seconds: 'Time held',
  distance: 'Distance',
  distanceUnit: 'Unit of distance',
  duration: 'Length of the session',
  notes: 'Notes',
  sessionNotes: 'Notes on the session',
  start: 'Date',
  timeOfDay: 'Time of day',
  sport: 'Sport',
  moving: 'Duration',
  elapsed: 'Duration with pauses',
  averageHr: 'Average heart rate',
  maxHr: 'Highest heart rate',
  cadence: 'Cadence',
  ascent: 'Climb in metres',
  power: 'Power',
  id: 'ID',
  day: 'Date',
  bodyMass: 'Body mass',
  bodyFat: 'Body fat in %',
  restingHr: 'Resting heart rate',
  hrv: 'HRV (rMSSD) in ms',
  sleep: 'Sleep',
  sleepScore: 'Sleep score',
  readiness: 'Readiness',
  steps: 'Steps',
  intake: 'Calories eaten',
  name: 'Name',
  firstName: 'First name',
  lastName: 'Last name',
  email: 'E-mail',
  phone: 'Phone',
  sex: 'Sex',
  birthDate: 'Date of birth',
  birthYear: 'Year of birth',
  group: 'Group',
  massUnit: 'Unit of loads',
  role: 'Role',
};

export const roleWord = (role: MappingRole): string => ROLE_WORDS[role];

const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;

/** `Say which column is the date, and which is reps, time held or distance.` */
export const missingWords = (missing: readonly (readonly MappingRole[])[]): string => {
  const each = missing.map((roles) => listed(roles.map((role) => roleWord(role).toLocaleLowerCase())));
  return each.length === 0 ? '' : `Say which column is the ${each.join(', and which is the ')}.`;
};
