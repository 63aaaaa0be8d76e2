import { describe, expect, test } from 'vitest';
import type { ImportId } from '../../../src/domain/kernel/ids.ts';
import { dump } from '../dump.ts';
import { addAthlete, commit, detailsOf, openDesk, settled, stepsOf, upload, type Desk } from '../openDesk.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const enrol = async (desk: Desk, ...texts: readonly string[]) => {
  const files = [];
  for (const [index, text] of texts.entries()) {
    files.push(await upload(desk, `roster-${index}.csv`, undefined, bytesOf(text)));
  }
  return {
    preview: settled(await desk.client.imports.preview({ files })),
    receipt: settled(await desk.client.imports.commit({ files, exercises: [], strict: true })),
  };
};

const namesOf = async ({ client }: Desk): Promise<string[]> =>
  settled(await client.athletes.list({})).athletes.map(({ name }) => name);

const CLUB =
  'First Name,Last Name,Email,Sex,Date of Birth,Group,Units\nAda,Okafor,ada@example.org,f,2001-06-05,U20;Marathon,lb\nBen,Test,ben@example.org,m,,,\n';

describe('a roster', () => {
  test('adds who is new with what it says of them, in one step, for nobody in particular', async () => {
    const desk = openDesk();
    const { preview, receipt } = await enrol(desk, CLUB);
    expect(receipt.files).toMatchObject([
      { athlete: '', rows: 2, athletes: { added: 2, duplicate: 0 }, problemCount: 0 },
    ]);
    expect(preview.files.map(({ athletes }) => athletes)).toEqual(receipt.files.map(({ athletes }) => athletes));
    const { athleteId } = settled(await desk.client.athletes.find({ name: 'Ada Okafor' }));
    expect(settled(await desk.client.athletes.open({ athleteId })).details).toMatchObject({
      email: 'ada@example.org',
      sex: 'female',
      birthYear: 2001,
      groups: ['Marathon', 'U20'],
      massUnit: 'lb',
      distanceUnit: 'mi',
      gym: { unit: 'lb', bar: 45 },
    });
    expect(settled(await desk.client.imports.list({})).imports[0]?.files).toMatchObject([{ athlete: '', athletes: 2 }]);
    const [step] = await stepsOf(desk);
    const { changes } = settled(await desk.client.history.open({ step: step?.step ?? 0 }));
    expect(changes).toEqual([{ thing: 'athlete', added: 2, changed: 0, removed: 0 }]);
  });

  test('again adds nobody, changes nobody and leaves no step', async () => {
    const desk = openDesk();
    await enrol(desk, CLUB);
    const before = dump(desk.databaseFile);
    const { receipt } = await enrol(desk, CLUB.replace('U20;Marathon', 'Masters').replace('Ada,', 'ADA,'));
    expect(receipt.importId).toBeUndefined();
    expect(receipt.files[0]?.athletes).toEqual({ added: 0, duplicate: 2 });
    expect(dump(desk.databaseFile)).toEqual(before);
    expect(await stepsOf(desk)).toHaveLength(1);
  });

  test('knows people by name when it has no e-mail, and by e-mail when they are called otherwise', async () => {
    const desk = openDesk();
    settled(await desk.client.athletes.add({ details: { ...detailsOf('Ada O.'), email: 'Ada@Example.org' } }));
    await addAthlete(desk, 'Ben Test');
    const { receipt } = await enrol(desk, CLUB);
    expect(receipt.files[0]).toMatchObject({ athletes: { added: 0, duplicate: 2 }, problemCount: 1 });
    expect(receipt.files[0]?.problems).toMatchObject([{ line: 2, field: 'name', found: 'Ada Okafor' }]);
    expect(receipt.files[0]?.problems[0]?.expected).toContain('Ada O.');
    expect(await namesOf(desk)).toEqual(['Ada O.', 'Ben Test']);
  });

  test('never merges two people of one name silently', async () => {
    const desk = openDesk();
    settled(await desk.client.athletes.add({ details: { ...detailsOf('Ada Okafor'), email: 'other@example.org' } }));
    const { receipt } = await enrol(desk, CLUB);
    expect(receipt.files[0]?.athletes).toEqual({ added: 1, duplicate: 1 });
    expect(receipt.files[0]?.problems).toMatchObject([{ line: 2, field: 'e-mail', found: 'ada@example.org' }]);
  });

  test('two lists in one import are one roster', async () => {
    const desk = openDesk();
    const { preview, receipt } = await enrol(desk, CLUB, 'Name,Email\n"Okafor, Ada",ADA@example.org\nCy Young,\n');
    const counts = [
      { added: 2, duplicate: 0 },
      { added: 1, duplicate: 1 },
    ];
    expect(preview.files.map(({ athletes }) => athletes)).toEqual(counts);
    expect(receipt.files.map(({ athletes }) => athletes)).toEqual(counts);
    expect(await namesOf(desk)).toEqual(['Ada Okafor', 'Ben Test', 'Cy Young']);
  });

  test('taken back lets go of those who have nothing yet; undone, it never was', async () => {
    const desk = openDesk();
    const empty = dump(desk.databaseFile);
    const { receipt } = await enrol(desk, CLUB);
    const { athleteId } = settled(await desk.client.athletes.find({ name: 'Ada Okafor' }));
    settled(await commit(desk, ['imports/strong-v6.csv'], { kind: 'athlete', athleteId }));
    settled(await desk.client.imports.takeBack({ importId: receipt.importId ?? (0 as ImportId) }));
    expect(await namesOf(desk)).toEqual(['Ada Okafor']);
    for (let step = 0; step < 3; step += 1) settled(await desk.client.history.undo({}));
    expect(dump(desk.databaseFile)).toEqual(empty);
    for (let step = 0; step < 2; step += 1) settled(await desk.client.history.redo({}));
    expect(await namesOf(desk)).toEqual(['Ada Okafor', 'Ben Test']);
    expect(settled(await desk.client.app.verify({})).ok).toBe(true);
  });

  test('goes in beside the files of an athlete', async () => {
    const desk = openDesk();
    const files = [
      await upload(desk, 'club.csv', undefined, bytesOf(CLUB)),
      await upload(desk, 'imports/hevy-kg.csv', { kind: 'newAthlete', name: 'Ben Test' }),
    ];
    const receipt = settled(await desk.client.imports.commit({ files, exercises: [], strict: false }));
    expect(receipt.files.map(({ athlete, athletes, sets }) => [athlete, athletes.added, sets.added])).toEqual([
      ['', 2, 0],
      ['Ben Test', 0, 6],
    ]);
    expect(await namesOf(desk)).toEqual(['Ada Okafor', 'Ben Test']);
  });
});
