import { beforeEach, expect, test } from 'vitest';
import { fingerprintOf } from '../../../src/domain/imports/changedEntries.ts';
import type { AthleteId } from '../../../src/domain/kernel/ids.ts';
import { heldSessions } from '../../../src/service/imports/grownSessionStore.ts';
import { dump } from '../dump.ts';
import { addAthlete, lookInto, openDesk, settled, upload, type Desk } from '../openDesk.ts';

/** What an app tells otherwise the second time is said, before and after, and nothing is overwritten. */

let desk: Desk;
let athleteId: AthleteId;

beforeEach(async () => {
  desk = openDesk();
  athleteId = await addAthlete(desk, 'Ana Duarte');
});

const order = async (texts: readonly string[]) => {
  const target = { kind: 'athlete' as const, athleteId };
  const files = [];
  for (const [index, text] of texts.entries()) {
    files.push(await upload(desk, `file ${index}.csv`, target, new TextEncoder().encode(text)));
  }
  return files;
};

const bring = async (...texts: readonly string[]) => {
  const files = await order(texts);
  const preview = settled(await desk.client.imports.preview({ files }));
  const receipt = settled(await desk.client.imports.commit({ files, exercises: [], strict: false }));
  expect(receipt.files.map(({ changes, changeCount }) => [changes, changeCount])).toEqual(
    preview.files.map(({ changes, changeCount }) => [changes, changeCount]),
  );
  return receipt.files;
};

const strava = (title: string, km: number, sport = 'Run'): string =>
  [
    'Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Relative Effort,Commute,Activity Gear,Filename',
    `9001,"Nov 2, 2026, 6:00:12 AM",${title},${sport},,2720,${km},,false,,activities/1.fit.gz`,
  ].join('\n');

const scale = (kg: number): string =>
  [
    'Date,"Weight (kg)","Fat mass (kg)","Bone mass (kg)","Muscle mass (kg)","Hydration (kg)",Comments',
    `"2026-11-01 06:30:00",${kg},,,,,`,
  ].join('\n');

test('a run that was renamed and measured anew is told field by field, and stays as it is', async () => {
  await bring(strava('Morning Run', 8.2));
  const before = dump(desk.databaseFile);
  const [file] = await bring(strava('Hill repeats', 8.4));
  expect(file).toMatchObject({ runs: { added: 0, duplicate: 1 }, changeCount: 1 });
  expect(file?.changes).toEqual([
    {
      kind: 'run',
      on: '2026-11-02',
      title: 'Morning Run',
      line: 2,
      isEdited: false,
      fields: [
        { field: 'title', here: 'Morning Run', inFile: 'Hill repeats' },
        { field: 'distanceM', here: '8200', inFile: '8400' },
      ],
    },
  ]);
  expect(dump(desk.databaseFile)).toEqual(before);
});

test('so is a ride, and a measurement', async () => {
  await bring(strava('Commute', 12, 'Ride'), scale(61.4));
  const [ride, measured] = await bring(strava('Commute in rain', 12, 'Ride'), scale(61.9));
  expect(ride?.changes.map(({ kind, fields }) => [kind, fields])).toEqual([
    ['other', [{ field: 'title', here: 'Commute', inFile: 'Commute in rain' }]],
  ]);
  expect(measured?.changes.map(({ kind, fields }) => [kind, fields])).toEqual([
    ['measurement', [{ field: 'bodyMassKg', here: '61.4', inFile: '61.9' }]],
  ]);
});

test('the same file again, and one with fewer columns, differ in nothing', async () => {
  await bring(strava('Morning Run', 8.2), scale(61.4));
  const files = await bring(strava('Morning Run', 8.2), scale(61.4));
  expect(files.map(({ changeCount }) => changeCount)).toEqual([0, 0]);
});

test('two exports in one drop that differ are told as well, whether or not anything is here', async () => {
  const files = await bring(strava('Morning Run', 8.2), strava('Hill repeats', 8.2));
  expect(files.map(({ changeCount }) => changeCount)).toEqual([0, 1]);
  expect(files[1]?.changes[0]?.fields).toEqual([{ field: 'title', here: 'Morning Run', inFile: 'Hill repeats' }]);
});

test('a run that two apps told is compared with what this app told', async () => {
  const garmin = [
    'Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Aerobic TE,Avg Run Cadence,Max Run Cadence,Avg Pace,Best Pace,Total Ascent,Total Descent,Avg Stride Length,Moving Time,Elapsed Time',
    'Running,2026-11-02 06:00:10,false,"Lisbon","8.21","500","00:45:00","150","165","2.5","172","182","5:20","4:50","40","41","1.10","00:45:00","00:45:20"',
  ].join('\n');
  await bring(garmin);
  expect((await bring(strava('Morning Run', 8.2)))[0]?.runs.merged).toBe(1);
  expect((await bring(strava('Morning Run', 8.2)))[0]?.changeCount).toBe(0);
  expect((await bring(garmin))[0]?.changeCount).toBe(0);
});

const strong = (rows: readonly string[]): string =>
  [
    'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE',
    ...rows.map((row, place) => `2026-11-03 07:00:00,"Legs",50m,${row.replace('#', String(place + 1))},,,8`),
  ].join('\n');

test.each([
  ['repetitions', ['"Squat",#,60,5,0,0', '"Squat",#,60,6,0,0'], ['"Squat",#,60,4,0,0', '"Squat",#,60,7,0,0']],
  ['seconds', ['"Plank",#,0,0,0,30', '"Plank",#,0,0,0,40'], ['"Plank",#,0,0,0,20', '"Plank",#,0,0,0,50']],
  ['metres', ['"Carry",#,20,0,30,0', '"Carry",#,20,0,40,0'], ['"Carry",#,20,0,20,0', '"Carry",#,20,0,50,0']],
])('sets of which one has lost what the other has gained are told: %s', async (_, before, after) => {
  await bring(strong(before));
  expect((await bring(strong(before)))[0]?.changeCount).toBe(0);
  const [file] = await bring(strong(after));
  expect(file?.changes.map(({ kind, fields }) => [kind, fields.map(({ field }) => field)])).toEqual([
    ['session', ['sets']],
  ]);
});

test('of what is stored the fingerprint is that of the same sets in a file', async () => {
  const rows = ['"Squat, deep é",#,62.5,5,0,0', '"Plank",W,0,0,0,45', '"Carry",#,20,0,33.3,12', '"Chin Up",#,,8,0,0'];
  await bring(strong(rows));
  const key = 'strong:2026-11-03 07:00:00|Legs';
  lookInto(desk.databaseFile, (connection) => {
    const held = heldSessions({ read: connection }, athleteId, [key]).get(key);
    const sets = held?.sets() ?? [];
    expect(sets).toHaveLength(4);
    expect(held?.fingerprint).toBeCloseTo(fingerprintOf(sets.toReversed()), 6);
    expect(held?.fingerprint).not.toBeCloseTo(fingerprintOf(sets.slice(1)), 3);
  });
});
