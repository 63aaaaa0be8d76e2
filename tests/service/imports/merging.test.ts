import { beforeEach, describe, expect, test } from 'vitest';
import type { AthleteId } from '../../../src/domain/kernel/ids.ts';
import { dump } from '../dump.ts';
import { addAthlete, lookInto, openDesk, settled, upload, type Desk } from '../openDesk.ts';

const GARMIN = [
  'Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Aerobic TE,Avg Run Cadence,Max Run Cadence,Avg Pace,Best Pace,Total Ascent,Total Descent,Avg Stride Length,Moving Time,Elapsed Time',
  'Running,2026-07-10 07:00:10,false,"Lisbon Running","10.00","600","00:50:00","156","170","3.0","176","190","5:00","4:20","80","82","1.14","00:50:00","00:50:30"',
  'Running,2026-07-12 18:00:00,false,"Lisbon Running","5.00","300","00:25:00","140","150","2.0","172","180","5:00","4:40","10","12","1.16","00:25:00","00:25:00"',
  'Running,2026-07-14 06:30:00,false,"Lisbon Running","8.00","480","00:42:00","145","160","2.5","170","182","5:15","4:50","40","38","1.12","00:42:00","00:42:30"',
  'Strength Training,2026-07-13 19:02:00,false,"Strength","--","300","00:48:00","110","140","1.0","--","--","--","--","--","--","--","00:40:00","00:48:00"',
].join('\n');

/** Lisbon is an hour ahead of UTC in July. */
const STRAVA = [
  'Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Relative Effort,Commute,Activity Gear,Filename',
  '9001,"Jul 10, 2026, 6:00:12 AM",Tempo with Ben,Run,felt strong,3030,10.02,,false,,activities/1.fit.gz',
  '9002,"Jul 12, 2026, 5:00:01 PM",Easy,Run,,1500,5.01,,false,,activities/2.fit.gz',
  '9003,"Jul 15, 2026, 5:00:00 AM",Alone on Strava,Run,,1800,6.00,,false,,activities/3.fit.gz',
].join('\n');

const HEVY = [
  '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index","set_type","weight_kg","reps","distance_km","duration_seconds","rpe"',
  '"Legs","13 Jul 2026, 19:00","13 Jul 2026, 19:50","","Squat (Barbell)","","","0","normal","80","5","","","8"',
].join('\n');

let desk: Desk;
let athleteId: AthleteId;

beforeEach(async () => {
  desk = openDesk();
  athleteId = await addAthlete(desk, 'Ana Duarte');
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const order = async (...files: readonly (readonly [name: string, text: string])[]) => {
  const target = { kind: 'athlete' as const, athleteId };
  const uploaded = [];
  for (const [name, text] of files) uploaded.push(await upload(desk, name, target, bytes(text)));
  return { files: uploaded, exercises: [], strict: false };
};

const importFiles = async (...files: readonly (readonly [name: string, text: string])[]) =>
  settled(await desk.client.imports.commit(await order(...files)));

const runs = async () => {
  const { entries } = settled(await desk.client.log.list({ athleteId, kinds: ['run'], limit: 50 }));
  return entries.flatMap((entry) =>
    entry.kind === 'run'
      ? [[entry.performedOn, entry.timeOfDay, entry.title, entry.distanceM, entry.source, entry.alsoIn]]
      : [],
  );
};

const MERGED = [
  ['2026-07-15', '05:00:00', 'Alone on Strava', 6000, 'strava-bulk', []],
  ['2026-07-14', '06:30:00', 'Lisbon Running', 8000, 'garmin-connect', []],
  ['2026-07-12', '18:00:00', 'Easy', 5000, 'garmin-connect', ['strava-bulk']],
  ['2026-07-10', '07:00:10', 'Tempo with Ben', 10_000, 'garmin-connect', ['strava-bulk']],
];

describe('the same runs from Garmin and Strava', () => {
  test('become one each: told before, field by field, and counted once', async () => {
    await importFiles(['garmin.csv', GARMIN]);
    const preview = settled(await desk.client.imports.preview({ files: (await order(['strava.csv', STRAVA])).files }))
      .files[0];
    expect(preview?.runs).toEqual({ added: 1, duplicate: 0, merged: 2 });
    expect(preview?.merges[0]).toMatchObject({ on: '2026-07-10', title: 'Lisbon Running', with: 'garmin-connect' });
    expect(preview?.merges[0]?.fields).toEqual([
      { field: 'title', before: 'Lisbon Running', after: 'Tempo with Ben' },
      { field: 'notes', after: 'felt strong' },
    ]);
    await importFiles(['strava.csv', STRAVA]);
    expect(await runs()).toEqual(MERGED);
    const stats = settled(await desk.client.analysis.stats({ athleteId }));
    expect([stats.runs, stats.distanceM]).toEqual([4, 29_000]);
  });

  test('in whichever order they come, and both in one import', async () => {
    const facts = async () => (await runs()).map(([on, at, title, distanceM]) => [on, at, title, distanceM]);
    await importFiles(['strava.csv', STRAVA], ['garmin.csv', GARMIN]);
    expect(await facts()).toEqual(MERGED.map((run) => run.slice(0, 4)));
    settled(await desk.client.history.undo({}));
    const preview = settled(
      await desk.client.imports.preview({ files: (await order(['garmin.csv', GARMIN], ['strava.csv', STRAVA])).files }),
    );
    expect(preview.files.map((file) => file.runs.merged)).toEqual([0, 2]);
    await importFiles(['garmin.csv', GARMIN], ['strava.csv', STRAVA]);
    expect(await facts()).toEqual(MERGED.map((run) => run.slice(0, 4)));
  });

  test('a second time nothing of either is new', async () => {
    await importFiles(['garmin.csv', GARMIN], ['strava.csv', STRAVA]);
    const before = dump(desk.databaseFile);
    const again = await importFiles(['strava.csv', STRAVA], ['garmin.csv', GARMIN]);
    expect(again.importId).toBeUndefined();
    expect(dump(desk.databaseFile)).toEqual(before);
  });

  test('taking one back parts them: the runs are the other app’s again, to the byte', async () => {
    await importFiles(['garmin.csv', GARMIN]);
    const onlyGarmin = dump(desk.databaseFile);
    const second = await importFiles(['strava.csv', STRAVA]);
    const merged = dump(desk.databaseFile);
    settled(await desk.client.history.undo({}));
    expect(dump(desk.databaseFile)).toEqual(onlyGarmin);
    settled(await desk.client.history.redo({}));
    expect(dump(desk.databaseFile)['run']).toEqual(merged['run']);
    expect(dump(desk.databaseFile)['run_source']).toEqual(merged['run_source']);
    if (second.importId === undefined) throw new Error('nothing was imported');
    settled(await desk.client.imports.takeBack({ importId: second.importId }));
    expect(dump(desk.databaseFile)['run']).toEqual(onlyGarmin['run']);
  });

  test('taking back the first leaves the runs to the second', async () => {
    const first = await importFiles(['garmin.csv', GARMIN]);
    await importFiles(['strava.csv', STRAVA]);
    if (first.importId === undefined) throw new Error('nothing was imported');
    settled(await desk.client.imports.takeBack({ importId: first.importId }));
    expect((await runs()).map(([on, at, title, distanceM, source]) => [on, at, title, distanceM, source])).toEqual([
      ['2026-07-15', '05:00:00', 'Alone on Strava', 6000, 'strava-bulk'],
      ['2026-07-12', '17:00:01', 'Easy', 5010, 'strava-bulk'],
      ['2026-07-10', '06:00:12', 'Tempo with Ben', 10_020, 'strava-bulk'],
    ]);
    expect(lookInto(desk.databaseFile, (db) => db.prepare('SELECT count(*) FROM run_source').pluck().get())).toBe(0);
  });
});

test('what the watch saw of a lifting session is told with it, whichever comes first, and stands alone when that goes', async () => {
  const { importId } = await importFiles(['garmin.csv', GARMIN], ['hevy.csv', HEVY]);
  const list = async (kind: 'lift' | 'other') =>
    settled(await desk.client.log.list({ athleteId, kinds: [kind], limit: 20 })).entries;
  expect(importId).toBeDefined();
  expect(await list('other')).toEqual([]);
  expect(await list('lift')).toMatchObject([{ title: 'Legs', alsoIn: ['garmin-connect'] }]);
  settled(await desk.client.history.undo({}));
  await importFiles(['garmin.csv', GARMIN]);
  expect(await list('other')).toHaveLength(1);
  const lifted = await importFiles(['hevy.csv', HEVY]);
  expect(await list('other')).toEqual([]);
  if (lifted.importId === undefined) throw new Error('nothing was imported');
  settled(await desk.client.imports.takeBack({ importId: lifted.importId }));
  expect(await list('other')).toHaveLength(1);
});
