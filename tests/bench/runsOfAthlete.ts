import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, type PlainDate } from '../../src/domain/kernel/plainDate.ts';
import { TODAY } from './today.ts';

/** A run of a made athlete: every day one, at half past six, until yesterday. */
interface MadeRun {
  readonly day: PlainDate;
  readonly minutes: number;
  readonly km: number;
  readonly heartRate: number;
}

const KM_A_MINUTE = 0.17;

export const madeRuns = (count: number): readonly MadeRun[] =>
  Array.from({ length: count }, (_, index) => {
    const minutes = 30 + (index % 7) * 5;
    return {
      day: addDays(TODAY, index - count),
      minutes,
      km: Math.round(minutes * KM_A_MINUTE * 100) / 100,
      heartRate: 135 + (index % 20),
    };
  });

const HEADING =
  'Activity Id,Date,Type,Route Name,Distance (km),Duration,Average Pace,Average Speed (km/h),Calories Burned,Climb (m),Average Heart Rate (bpm),Friend’s Tagged,Notes,GPX File';

/** The runs as one CSV, in the format of Runkeeper. */
export const runsAsCsv = (runs: readonly MadeRun[]): string =>
  [
    HEADING,
    ...runs.map(
      ({ day, minutes, km, heartRate }) =>
        `bench-${day},${day} 06:30:00,Running,,${km.toFixed(2)},${minutes}:00,5:53,10.2,400,0,${heartRate},,,`,
    ),
  ].join('\n');

/** Twice a week until yesterday: three lifts of five sets. In the format of Strong. */
export const liftsAsCsv = (sessions: number): string =>
  [
    'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE',
    ...Array.from({ length: sessions }, (_, session) => {
      const day = addDays(TODAY, -1 - Math.floor(((sessions - session - 1) * 7) / 2));
      return ['Squat (Barbell)', 'Deadlift (Barbell)', 'Bench Press (Barbell)'].flatMap((lift) =>
        Array.from(
          { length: 5 },
          (_set, set) =>
            `${day} 18:30:00,"Heavy legs",55m,"${lift}",${set + 1},${60 + (session % 40) * 2.5},${3 + (set % 3)},0,0,,,8`,
        ),
      );
    }).flat(),
  ].join('\n');

const SECONDS_A_SAMPLE = 30;

/** A run as GoldenCheetah keeps it: a sample every thirty seconds, far fewer than a watch writes. */
const asGoldenCheetah = (athlete: string, { day, minutes, km, heartRate }: MadeRun): string => {
  const count = (minutes * 60) / SECONDS_A_SAMPLE;
  const samples = Array.from({ length: count + 1 }, (_, index) => ({
    SECS: index * SECONDS_A_SAMPLE,
    KM: Math.round((km / count) * index * 1000) / 1000,
    HR: heartRate - 5 + (index % 10),
    KPH: 60 * KM_A_MINUTE,
  }));
  return JSON.stringify({
    RIDE: {
      STARTTIME: `${day.replaceAll('-', '/')} 06:30:00 UTC `,
      RECINTSECS: SECONDS_A_SAMPLE,
      DEVICETYPE: 'Bench',
      IDENTIFIER: ' ',
      TAGS: { Athlete: athlete, Sport: 'Run', 'Workout Code': 'Easy', Year: day.slice(0, 4) },
      SAMPLES: samples,
    },
  });
};

const FOLDERS = ['activities', 'cache', 'config', 'downloads', 'imports', 'logs', 'temp', 'workouts'];

const settingsOf = (version: string): string => `[General]
versionused=${version}
safeexit=true

[upgradesuccess]
folder=true

[opendata]
allowed=N
`;

/** An athlete in GoldenCheetah's library who was made with this version of it, so that it asks nothing and sends nothing. */
export const writeGoldenCheetahAthlete = (
  library: string,
  athlete: string,
  version: string,
  runs: readonly MadeRun[],
): void => {
  for (const folder of FOLDERS) mkdirSync(join(library, athlete, folder), { recursive: true });
  writeFileSync(join(library, athlete, 'config', 'athlete-general.ini'), settingsOf(version));
  for (const run of runs) {
    const name = `${run.day.replaceAll('-', '_')}_06_30_00.json`;
    writeFileSync(join(library, athlete, 'activities', name), asGoldenCheetah(athlete, run));
  }
};
