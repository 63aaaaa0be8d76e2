import type { ActivityRole } from './activityList.ts';
import type { Importer } from './importer.ts';
import type { WellnessRole } from './wellnessList.ts';
import { activityImporter } from './activityList.ts';
import { placesOf, roleWords, withAll } from './columnRoles.ts';
import { refusingImporter } from './refusingImporter.ts';
import { cellOf } from './tableReading.ts';
import { wellnessImporter } from './wellnessList.ts';

const WORKOUT_WORDS = roleWords<ActivityRole>([
  ['start', 'workout start time'],
  ['sport', 'activity name'],
  ['distance', 'distance'],
  ['moving', 'duration'],
  ['averageHr', 'average hr'],
  ['maxHr', 'max hr'],
  ['ascent', 'altitude gain'],
]);

const SLEEP_WORDS = roleWords<WellnessRole>([
  ['day', 'wake onset, cycle start time'],
  ['key', 'cycle start time'],
  ['restingHr', 'resting heart rate'],
  ['hrv', 'heart rate variability'],
  ['sleep', 'asleep duration'],
  ['sleepScore', 'sleep performance %'],
  ['readiness', 'recovery score %'],
]);

const napColumn = (heading: readonly string[]): number =>
  heading.findIndex((cell) => cell.trim().toLowerCase() === 'nap');

/** Whoop's export: local times, newest first; a night counts for the day it ends on. */
export const WHOOP_IMPORTERS: readonly Importer[] = [
  activityImporter({
    format: 'whoop-workouts',
    name: 'Whoop workouts',
    knownBy: 'Cycle start time, …, Workout start time, …, Activity name (workouts.csv)',
    source: 'whoop',
    find: (heading) => withAll(placesOf(heading, WORKOUT_WORDS), ['start', 'sport', 'moving']),
    rulesFor: () => ({ secondsPerNumber: 60 }),
  }),
  wellnessImporter({
    format: 'whoop-cycles',
    name: 'Whoop recovery and sleep',
    knownBy: 'Cycle start time, …, Recovery score %, Resting heart rate (bpm), … (physiological_cycles.csv)',
    source: 'whoop-cycle',
    find: (heading) => withAll(placesOf(heading, SLEEP_WORDS), ['day', 'readiness', 'restingHr']),
    secondsPerSleep: 60,
    passedOverAs: ({ plan }) => {
      const [wake] = plan.startColumns;
      return (row) => (cellOf(row, wake).trim() === '' ? 'cycle without a night' : undefined);
    },
  }),
  wellnessImporter({
    format: 'whoop-sleeps',
    name: 'Whoop sleeps',
    knownBy: 'Cycle start time, …, Sleep onset, Wake onset, Sleep performance %, … (sleeps.csv)',
    source: 'whoop-sleep',
    find: (heading) => withAll(placesOf(heading, SLEEP_WORDS), ['day', 'key', 'sleep', 'sleepScore']),
    secondsPerSleep: 60,
    passedOverAs: (reading) => {
      const nap = napColumn(reading.table.heading);
      return (row) => (nap >= 0 && /^true$/iu.test(cellOf(row, nap).trim()) ? 'nap' : undefined);
    },
  }),
  refusingImporter({
    format: 'whoop-journal',
    name: 'Whoop journal',
    knownBy: 'Cycle start time, …, Question text, Answered yes (journal_entries.csv)',
    isHeading: (names) => names.includes('question text') && names.includes('answered yes'),
    found: 'the journal of Whoop: answers to questions',
    expected: 'physiological_cycles.csv, sleeps.csv or workouts.csv of the same export',
  }),
];
