import { beforeEach, describe, expect, test } from 'vitest';
import type { AthleteId } from '../../../src/domain/kernel/ids.ts';
import { addAthlete, detailsOf, openDesk, settled, upload, type Desk, type Target } from '../openDesk.ts';

/** Both athletes train on the same days: an app that prints only days gives their entries the same keys. */
const fitNotes = (kg: number, days: readonly string[]): string =>
  [
    'Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time,Comment',
    ...days.map((day) => `${day},Barbell Squat,Legs,${kg},5,,,,`),
  ].join('\n');

const DAYS = ['2026-09-01', '2026-09-04', '2026-09-08', '2026-09-11'];

const HEVY =
  'title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,set_type,weight_kg,reps,distance_km,duration_seconds,rpe';
const HEVY_SET = 'Legs,"13 Jul 2026, 19:00","13 Jul 2026, 19:50",,Squat (Barbell),,,0,normal,80,5,,,8';

let desk: Desk;
let ana: AthleteId;
let ben: AthleteId;

beforeEach(async () => {
  desk = openDesk();
  ana = await addAthlete(desk, 'Ana Duarte');
  ben = await addAthlete(desk, 'Ben Okafor');
});

const file = async (name: string, text: string, folder?: string, target?: Target) => ({
  ...(await upload(desk, name, target, new TextEncoder().encode(text))),
  ...(folder === undefined ? {} : { folder }),
});

const ownerOf = async (one: Awaited<ReturnType<typeof file>>, otherwise?: Target) => {
  const { files } = settled(
    await desk.client.imports.preview({ files: [one], ...(otherwise === undefined ? {} : { otherwise }) }),
  );
  return { athlete: files[0]?.athlete, owner: files[0]?.owner };
};

const have = async (athleteId: AthleteId, text: string): Promise<void> => {
  const files = [await file('export.csv', text, undefined, { kind: 'athlete', athleteId })];
  settled(await desk.client.imports.commit({ files, exercises: [], strict: false }));
};

describe('whose a file is that nobody gave to anybody', () => {
  test('its folder says it, and the preview is of that athlete', async () => {
    expect(await ownerOf(await file('FitNotes_Export.csv', fitNotes(100, DAYS), 'squad/Ana Duarte'))).toEqual({
      athlete: 'Ana Duarte',
      owner: { why: 'folder', isSure: true, athletes: [{ athleteId: ana, name: 'Ana Duarte' }] },
    });
  });

  test('a name in a column of its own says it', async () => {
    const text = `Athlete,${HEVY}\n"Okafor, Ben",${HEVY_SET}\n`;
    expect(await ownerOf(await file('x.csv', text))).toMatchObject({
      athlete: 'Ben Okafor',
      owner: { why: 'inside', isSure: true, athletes: [{ athleteId: ben }] },
    });
  });

  test('a file of several people is told before it is given to one', async () => {
    const text = `Athlete,${HEVY}\nBen Okafor,${HEVY_SET}\nAna Duarte,${HEVY_SET}\n`;
    const { files } = settled(await desk.client.imports.preview({ files: [await file('x.csv', text)] }));
    expect(files[0]).toMatchObject({
      athlete: '',
      owner: { why: 'inside', isSure: false },
      problems: [{ field: 'athlete', found: 'rows of Ben Okafor, Ana Duarte' }],
    });
  });

  test('a later export is known by the entries somebody has, not by days that two have in common', async () => {
    await have(ana, fitNotes(100, DAYS));
    const [longer, anothers] = [fitNotes(100, [...DAYS, '2026-09-15']), fitNotes(60, DAYS)];
    expect(await ownerOf(await file('FitNotes_Export.csv', longer))).toMatchObject({
      athlete: 'Ana Duarte',
      owner: { why: 'entries', isSure: true },
    });
    expect(await ownerOf(await file('FitNotes_Export.csv', anothers))).toEqual({ athlete: '', owner: undefined });
  });

  test('what was said of all other files holds only for a file that says nothing', async () => {
    const otherwise = { kind: 'athlete' as const, athleteId: ben };
    const text = fitNotes(80, DAYS);
    expect(await ownerOf(await file('export.csv', text), otherwise)).toEqual({ athlete: 'Ben Okafor' });
    expect(await ownerOf(await file('ana duarte.csv', text), otherwise)).toMatchObject({ athlete: 'Ana Duarte' });
    const told = await file('ana duarte.csv', text, undefined, otherwise);
    expect(await ownerOf(told)).toMatchObject({ athlete: 'Ben Okafor', owner: { athletes: [{ athleteId: ana }] } });
  });

  test('half a name is a question, and until it is answered nobody is given the file', async () => {
    expect(await ownerOf(await file('ben.csv', fitNotes(80, DAYS)))).toEqual({
      athlete: '',
      owner: { why: 'fileName', isSure: false, athletes: [{ athleteId: ben, name: 'Ben Okafor' }] },
    });
  });

  test('times that an app prints in UTC are placed in the zone of the athlete it turns out to be', async () => {
    const details = { ...detailsOf('Ana Duarte'), timeZone: 'Pacific/Auckland' };
    settled(await desk.client.athletes.edit({ athleteId: ana, details }));
    const strava = [
      'Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Relative Effort,Commute,Activity Gear,Filename',
      '7,"Jul 10, 2026, 8:00:00 PM",Dawn,Run,,1800,5.0,,false,,a.gz',
    ].join('\n');
    const { files } = settled(await desk.client.imports.preview({ files: [await file('ana_duarte.csv', strava)] }));
    expect(files[0]).toMatchObject({ athlete: 'Ana Duarte', firstDate: '2026-07-11' });
  });
});
