import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import type { ImportDraft } from '../../../src/domain/imports/draft.ts';
import { draftTotals } from '../../../src/domain/imports/totals.ts';
import { draftOf, hasOpenFolder, openFolder, readPath } from './reading.ts';

interface OpenFile {
  readonly file: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

const OURS =
  /^(?:apple|concept2|diary|elitehrv|fitnotes-body|garmin|hrv4training|intervals|mfp|oura|polar|runkeeper|trainingpeaks|whoop|withings)/u;

const openFiles = (): OpenFile[] => {
  const manifest = JSON.parse(readFileSync(`${openFolder}manifest.json`, 'utf8')) as { files: OpenFile[] };
  return manifest.files.filter(({ file }) => OURS.test(file));
};

interface Figures {
  readonly rows: number | undefined;
  readonly activities: number | undefined;
  readonly runs: number | undefined;
  readonly runKm: number | undefined;
  readonly runHours: number | undefined;
  readonly measurements: number | undefined;
  readonly lowest: number | undefined;
  readonly highest: number | undefined;
  readonly firstDate: string | undefined;
  readonly lastDate: string | undefined;
}

/**
 * Where we count otherwise than the manifest, what we count, and why; each is among what the import itself reports.
 * Two cells that only naive reading takes for hundreds of kilometres, and days without a value.
 */
const OTHERWISE: Readonly<Record<string, { readonly why: string; readonly figures: Partial<Figures> }>> = {
  'garmin-en-1.csv': { why: 'a track run of 450 m in 1:39 is not 450 km', figures: { runKm: 3500.12 } },
  'garmin-de-resaved-4.csv': { why: '“2,81” in 12:06 at 4:18 is 2.81 km and not 281', figures: { runKm: 401.04 } },
  'trainingpeaks-he-2.csv': { why: 'the last row is only planned', figures: { lastDate: '2026-04-14' } },
  'whoop-cycles-2.csv': { why: 'a night counts for the day it ends on', figures: { firstDate: '2023-12-06' } },
  'intervals-wellness-2.csv': { why: 'the last day has no value', figures: { lastDate: '2026-08-22' } },
};

const numberIn = (facts: OpenFile['facts'], ...names: readonly string[]): number | undefined => {
  const value = names.map((name) => facts[name]).find((found) => found !== undefined);
  return typeof value === 'number' ? value : undefined;
};

const textIn = (facts: OpenFile['facts'], name: string): string | undefined => {
  const value = facts[name];
  return typeof value === 'string' ? value : undefined;
};

const POUND_KG = 0.45359237;

/** The manifest gives extremes in the unit that the file prints. */
const extreme = (file: string, value: number | undefined): number | undefined =>
  value !== undefined && file.startsWith('mfp-weight') ? value * POUND_KG : value;

const inManifest = ({ file, facts }: OpenFile): Figures => ({
  rows: numberIn(facts, 'records'),
  activities: numberIn(facts, 'activities', 'completed_rows_all_sports'),
  runs: numberIn(facts, 'running_activities'),
  runKm: numberIn(facts, 'running_km'),
  runHours: numberIn(facts, 'running_hours') ?? (numberIn(facts, 'running_duration_s') ?? Number.NaN) / 3600,
  measurements: numberIn(facts, 'values', 'weigh_ins', 'days_with_rmssd'),
  lowest: extreme(file, numberIn(facts, 'min', 'min_kg', 'min_rmssd')),
  highest: extreme(file, numberIn(facts, 'max', 'max_kg', 'max_rmssd')),
  firstDate: textIn(facts, 'first_date'),
  lastDate: textIn(facts, 'last_date'),
});

const found = (draft: ImportDraft): Figures => {
  const totals = draftTotals(draft);
  const runs = draft.activities.filter(({ isRun }) => isRun);
  const values = draft.wellness.flatMap(({ bodyMassKg, hrvMs }) => bodyMassKg ?? hrvMs ?? []);
  const days = [
    ...draft.activities.map(({ performedOn }) => performedOn),
    ...draft.wellness.map(({ measuredOn }) => measuredOn),
  ].sort();
  return {
    rows: draft.rows,
    activities: draft.activities.length,
    runs: totals.runs,
    runKm: totals.distanceM / 1000,
    runHours: runs.reduce((sum, { movingS }) => sum + (movingS ?? 0), 0) / 3600,
    measurements: draft.wellness.length,
    lowest: Math.min(...values),
    highest: Math.max(...values),
    firstDate: days[0],
    lastDate: days.at(-1),
  };
};

const HEADING = ['file', 'format', 'rows', 'activities', 'runs', 'km', 'measured', 'problems', 'from', 'to', 'says'];

const either = (got: number | undefined, want: number | undefined, decimals = 0): string =>
  want === undefined || Number.isNaN(want)
    ? `${got?.toFixed(decimals)}`
    : `${got?.toFixed(decimals)} of ${want.toFixed(decimals)}`;

describe.skipIf(!hasOpenFolder)('real running and body files (skipped where ../shared/csv/open is not there)', () => {
  const files = hasOpenFolder ? openFiles() : [];
  const table: string[] = [HEADING.join(' | ')];

  test.each(files)('$file gives the figures computed independently', (file) => {
    const draft = draftOf(readPath(`${openFolder}${file.file}`));
    const [want, got] = [inManifest(file), found(draft)];
    table.push(
      [
        file.file,
        draft.format,
        either(got.rows, want.rows),
        either(got.activities, want.activities),
        either(got.runs, want.runs),
        either(got.runKm, want.runKm, 2),
        either(got.measurements, want.measurements),
        draft.problems.length,
        `${got.firstDate}`,
        `${got.lastDate}`,
        OTHERWISE[file.file]?.why ?? '',
      ].join(' | '),
    );
    for (const [name, value] of Object.entries({ ...want, ...OTHERWISE[file.file]?.figures })) {
      const figure = got[name as keyof Figures];
      if (value === undefined || Number.isNaN(value)) continue;
      if (typeof value === 'number' && typeof figure === 'number') {
        expect.soft(Math.abs(figure - value), `${name}: ${figure} instead of ${value}`).toBeLessThan(0.0051);
      } else expect.soft([name, figure]).toEqual([name, value]);
    }
  });

  test('what no total shows', () => {
    const read = (name: string): ImportDraft => draftOf(readPath(`${openFolder}${name}`));
    const rowed = read('concept2-1.csv').activities.reduce((sum, { distanceM }) => sum + (distanceM ?? 0), 0);
    expect(rowed).toBe(248_731);
    expect(read('polar-session-1.csv')).toMatchObject({
      activities: [{ performedOn: '2020-02-12', timeOfDay: '08:14:34', movingS: 3709, averageHr: 132, isRun: false }],
      passedOver: { 'second of the recording': 3709 },
    });
    expect(read('garmin-weight-1.csv').wellness[0]?.bodyMassKg).toBeCloseTo(128.82, 2);
    expect(read('whoop-workouts-1.csv').activities.filter(({ isRun, distanceM }) => isRun && distanceM)).toHaveLength(
      27,
    );
    const { wellness, passedOver } = read('fitnotes-bodytracker-4.csv');
    const girths = Object.values(passedOver).reduce((sum, count) => sum + count, 0);
    expect([wellness.filter(({ bodyMassKg }) => bodyMassKg).length, girths]).toEqual([376, 28]);
  });

  afterAll(() => console.log(table.join('\n')));
});
