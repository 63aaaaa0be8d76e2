import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { draftTotals } from '../../../src/domain/imports/totals.ts';
import { draftOf, hasOpenFolder, openFolder, readPath, refusalOf } from './reading.ts';
import { wholeHourShift } from '../../../src/domain/imports/shift.ts';

interface OpenFile {
  readonly file: string;
  readonly facts: {
    readonly records: number;
    readonly activities?: number;
    readonly running_activities?: number;
    readonly running_km?: number;
    readonly first_date: string;
    readonly last_date: string;
    readonly strength_sets?: number;
    readonly total_volume_kg?: number;
    readonly exercises?: number;
    readonly workouts?: number;
    readonly weight_unit?: string;
    readonly heaviest_set?: {
      readonly exercise: string;
      readonly kg: number;
      readonly reps: number;
      readonly date: string;
    };
  };
}

/** Files whose figures are about runs and sets, by what their names begin with. */
const TRAINING = [
  'strava-',
  'strong-',
  'hevy-',
  'fitnotes-lbs',
  'fitnotes-unit',
  'fitnotes-edge',
  'fitbod-',
  'stronglifts-',
  'liftosaur-',
  'gymbook-',
  'gymrun-',
  'simpleworkoutlog-1',
];

const openFiles = (): OpenFile[] => {
  const manifest = JSON.parse(readFileSync(`${openFolder}manifest.json`, 'utf8')) as { files: OpenFile[] };
  return manifest.files.filter(({ file }) => TRAINING.some((start) => file.startsWith(start)));
};

interface CountedHere extends Partial<OpenFile['facts']> {
  readonly why: string;
}

/** Figures that the manifest does not give, counted by hand, and the ones that are counted otherwise on purpose. */
const COUNTED_HERE: Readonly<Record<string, CountedHere>> = {
  'stronglifts-old-1.csv': { exercises: 8, total_volume_kg: 90_755, why: 'the manifest leaves both out' },
  'stronglifts-kg-2.csv': { exercises: 8, total_volume_kg: 10_545, why: 'the manifest leaves both out' },
  'gymrun-1.csv': {
    exercises: 1,
    total_volume_kg: 3000,
    strength_sets: 3,
    workouts: 1,
    heaviest_set: { exercise: 'Barbell Flat Bench Press', kg: 100, reps: 10, date: '2025-04-29' },
    why: 'the manifest has records and dates only; three sets of 100 kg × 10',
  },
  'simpleworkoutlog-1.csv': {
    workouts: 184,
    why: 'a clock time for every exercise, 1987 in all, on 184 days: a day is one session',
  },
};

const startsOf = (file: string): { startKey: string; title: string }[] =>
  draftOf(readPath(`${openFolder}${file}`)).sessions.map((session) => ({
    startKey: `${session.performedOn} ${session.timeOfDay ?? ''}`,
    title: session.title,
  }));

describe.skipIf(!hasOpenFolder)('real exports (skipped where ../shared/csv/open is not there)', () => {
  const files = hasOpenFolder ? openFiles() : [];
  const table: string[] = [];

  test.each(files)('$file gives the figures computed independently', ({ file, facts: stated }) => {
    const { why = '', ...ours } = COUNTED_HERE[file] ?? {};
    const facts = { ...stated, ...ours };
    const draft = draftOf(readPath(`${openFolder}${file}`));
    const totals = draftTotals(draft);
    const unit = draft.assumptions.find(({ what }) => what === 'massUnit')?.chosen ?? 'stated';
    const km = (totals.distanceM / 1000).toFixed(3);
    const tonnage = totals.tonnageKg.toFixed(1);
    const dates = `${totals.firstDate} … ${totals.lastDate}`;
    table.push(
      [file, draft.format, draft.rows, totals.runs, km, totals.sessions, totals.sets, tonnage, unit, dates].join(
        ' | ',
      ) + ` | ${draft.problems.length} problems${why === '' ? '' : ` | ${why}`}`,
    );
    const { heaviestSet } = totals;
    const inferred = facts.weight_unit?.includes('INFERRED') === true ? facts.weight_unit.slice(0, 2) : unit;
    const isStrength = facts.strength_sets !== undefined;
    expect({
      rows: draft.rows,
      dates: [totals.firstDate, totals.lastDate],
      activities: draft.activities.length,
      runs: totals.runs,
      sets: totals.sets,
      workouts: totals.sessions,
      exercises: totals.exercises,
      unit,
      heaviest: heaviestSet && [
        heaviestSet.exercise,
        heaviestSet.loadKg.toFixed(2),
        heaviestSet.reps,
        heaviestSet.performedOn,
      ],
    }).toEqual({
      rows: facts.records,
      dates: [facts.first_date, facts.last_date],
      activities: facts.activities ?? 0,
      runs: facts.running_activities ?? 0,
      sets: facts.strength_sets ?? 0,
      workouts: facts.workouts ?? 0,
      exercises: isStrength ? facts.exercises : 0,
      unit: inferred,
      heaviest: facts.heaviest_set && [
        facts.heaviest_set.exercise,
        facts.heaviest_set.kg.toFixed(2),
        facts.heaviest_set.reps,
        facts.heaviest_set.date,
      ],
    });
    expect(Math.abs(totals.tonnageKg - (facts.total_volume_kg ?? 0))).toBeLessThan(0.1);
    expect(Math.abs(totals.distanceM / 1000 - (facts.running_km ?? 0))).toBeLessThan(0.001);
  });

  test.each([
    ['roster-1.csv', 'roster', 10, { athletes: 10 }],
    ['roster-xc-2.csv', 'roster', 2, { athletes: 2 }],
    ['simpleworkoutlog-cardio-2.csv', 'simple-workout-log-cardio', 12, { activities: 12 }],
  ])('%s is a list of another kind, read whole', (file, format, rows, counts) => {
    const draft = draftOf(readPath(`${openFolder}${file}`));
    table.push(
      [file, draft.format, draft.rows, JSON.stringify(counts), `${draft.problems.length} problems`].join(' | '),
    );
    expect([draft.format, draft.rows, draft.problems]).toEqual([format, rows, []]);
    expect({ athletes: draft.athletes.length, activities: draft.activities.length }).toEqual({
      athletes: 0,
      activities: 0,
      ...counts,
    });
  });

  // The manifest counts 62 rows below a heading; there is none, and the file has 63 lines.
  test('headerless-1.csv is asked about, with a guess by which every row is a set', () => {
    const { sample } = refusalOf(readPath(`${openFolder}headerless-1.csv`));
    const mapping = sample?.guess.mapping;
    expect(mapping).toMatchObject({ kind: 'sets', hasHeading: false });
    const draft = draftOf(readPath(`${openFolder}headerless-1.csv`, mapping === undefined ? {} : { mapping }));
    table.push(['headerless-1.csv', draft.format, draft.rows, draftTotals(draft).sets].join(' | '));
    expect([draft.rows, draftTotals(draft).sets, draft.problems]).toEqual([63, 63, []]);
  });

  test.each([
    ['strava-snapshot-a-7.csv', 'strava-snapshot-b-8.csv', 1845],
    ['garmin-sv-snapshot-a-7.csv', 'garmin-sv-snapshot-b-8.csv', 1132],
  ])('%s and a longer export of the same athlete have every activity once', (first, second, union) => {
    const keys = (file: string): string[] =>
      draftOf(readPath(`${openFolder}${file}`)).activities.map(({ importKey }) => importKey);
    const later = new Set(keys(second));
    expect(keys(first).filter((key) => !later.has(key))).toEqual([]);
    expect(later.size).toBe(union);
  });

  test('a history exported again one hour earlier is recognised', () => {
    const shift = wholeHourShift(startsOf('strong-tzshift-a-7.csv'), startsOf('strong-tzshift-b-8.csv'));
    expect(shift).toBe(1);
    console.log(table.join('\n'));
  });
});
