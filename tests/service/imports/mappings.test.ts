import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../../src/contract/derive.ts';
import type { Contract } from '../../../src/contract/contract.ts';
import { dump } from '../dump.ts';
import { openDesk, settled, stepsOf, upload, type Desk } from '../openDesk.ts';

type Choices = InputOf<Contract['imports']['preview']>['files'][number]['choices'];
type Mapping = NonNullable<Choices['mapping']>;

const ANNA = { kind: 'newAthlete', name: 'Anna First' } as const;

const MAPPING: Mapping = {
  kind: 'sets',
  hasHeading: true,
  roles: ['date', 'exercise', 'weight', 'reps', null],
  massUnit: 'kg',
  dateOrder: 'dmy',
};

const listOf = (day: string): Uint8Array =>
  new TextEncoder().encode(`Tag,Was,Last,Mal,Wie\n${day},Squat,100,5,gut\n${day},Squat,100,5,gut\n`);

const fileOf = async (desk: Desk, day: string, choices: Choices = {}) => ({
  ...(await upload(desk, 'list.csv', ANNA, listOf(day))),
  choices,
});

const previewOf = async (desk: Desk, day: string, choices: Choices = {}) =>
  settled(await desk.client.imports.preview({ files: [await fileOf(desk, day, choices)] }));

const commitOf = async (desk: Desk, day: string, choices: Choices = {}) =>
  desk.client.imports.commit({ files: [await fileOf(desk, day, choices)], exercises: [], strict: false });

describe('a file that no app is known to write', () => {
  test('is asked about, with its first rows and a guess; nothing is written', async () => {
    const desk = openDesk();
    const before = dump(desk.databaseFile);
    const { files, refused } = await previewOf(desk, '05/04/2026');
    expect(files).toEqual([]);
    expect(refused).toMatchObject([
      {
        file: 'list.csv',
        refusal: {
          reason: 'unknownFormat',
          sample: {
            heading: ['Tag', 'Was', 'Last', 'Mal', 'Wie'],
            rows: [['05/04/2026', 'Squat', '100', '5', 'gut'], { length: 5 }],
            lines: [2, 3],
            guess: { mapping: { kind: 'sets', hasHeading: true } },
          },
        },
      },
    ]);
    expect(await commitOf(desk, '05/04/2026')).toMatchObject({
      ok: false,
      error: { tag: 'FileRefused', refusal: { reason: 'unknownFormat' } },
    });
    expect(dump(desk.databaseFile)).toEqual(before);
  });

  test('is read by what the coach says, and by that again, without being asked, the next time', async () => {
    const desk = openDesk();
    const looked = await previewOf(desk, '05/04/2026', { mapping: MAPPING });
    expect(looked.files).toMatchObject([{ sets: { added: 2 }, mapped: { isRemembered: false, mapping: MAPPING } }]);
    settled(await commitOf(desk, '05/04/2026', { mapping: MAPPING }));
    const next = await previewOf(desk, '07/04/2026');
    expect(next.files).toMatchObject([
      { firstDate: '2026-04-07', sets: { added: 2 }, mapped: { isRemembered: true, mapping: MAPPING } },
    ]);
    const receipt = settled(await commitOf(desk, '07/04/2026'));
    expect(receipt.files[0]).toMatchObject({ sets: { added: 2 } });
    expect(settled(await commitOf(desk, '07/04/2026')).importId).toBeUndefined();
  });

  test('looking alone teaches nothing', async () => {
    const desk = openDesk();
    await previewOf(desk, '05/04/2026', { mapping: MAPPING });
    expect((await previewOf(desk, '05/04/2026')).refused).toHaveLength(1);
  });

  test('said otherwise, is remembered otherwise; undone, as before', async () => {
    const desk = openDesk();
    settled(await commitOf(desk, '05/04/2026', { mapping: MAPPING }));
    const before = dump(desk.databaseFile);
    const inPounds: Mapping = { ...MAPPING, massUnit: 'lb', dateOrder: 'mdy' };
    settled(await commitOf(desk, '05/04/2026', { mapping: inPounds }));
    expect((await previewOf(desk, '07/04/2026')).files[0]?.mapped?.mapping).toEqual(inPounds);
    settled(await desk.client.history.undo({}));
    expect(dump(desk.databaseFile)).toEqual(before);
    expect((await previewOf(desk, '07/04/2026')).files[0]?.mapped?.mapping).toEqual(MAPPING);
    settled(await desk.client.history.undo({}));
    expect((await previewOf(desk, '07/04/2026')).refused).toHaveLength(1);
    settled(await desk.client.history.redo({}));
    expect((await previewOf(desk, '07/04/2026')).files).toHaveLength(1);
  });

  test('is still remembered when its import was taken back', async () => {
    const desk = openDesk();
    const { importId } = settled(await commitOf(desk, '05/04/2026', { mapping: MAPPING }));
    if (importId === undefined) throw new Error('nothing was imported');
    settled(await desk.client.imports.takeBack({ importId }));
    expect((await previewOf(desk, '05/04/2026')).files).toMatchObject([{ sets: { added: 2 } }]);
  });

  test('does not keep the sample of its rows in the store', async () => {
    const desk = openDesk();
    settled(await commitOf(desk, '05/04/2026', { mapping: MAPPING }));
    expect(JSON.stringify(dump(desk.databaseFile))).not.toContain('sureness');
    expect(await stepsOf(desk)).toHaveLength(1);
  });

  test('is asked about day and month once, with the sample beside it', async () => {
    const desk = openDesk();
    const { dateOrder: _order, ...open } = MAPPING;
    const { refused } = await previewOf(desk, '05/04/2026', { mapping: open });
    expect(refused).toMatchObject([{ refusal: { reason: 'datesUndecided', sample: { delimiter: ',' } } }]);
  });

  test('is parted by what the coach says parts it, and known again with that', async () => {
    const desk = openDesk();
    const bytes = new TextEncoder().encode('Tag|Was, wie|Mal\n2026-04-05|Squat, tief|5\n2026-04-05|Squat, tief|4\n');
    const odd = async (choices: Choices) => ({ ...(await upload(desk, 'odd.csv', ANNA, bytes)), choices });
    const asked = settled(await desk.client.imports.preview({ files: [await odd({ separator: '|' })] }));
    expect(asked.refused[0]?.refusal.sample?.heading).toEqual(['Tag', 'Was, wie', 'Mal']);
    const mapping: Mapping = { kind: 'sets', hasHeading: true, roles: ['date', 'exercise', 'reps'], separator: '|' };
    const files = [await odd({ separator: '|', mapping })];
    settled(await desk.client.imports.commit({ files, exercises: [], strict: false }));
    const next = settled(await desk.client.imports.preview({ files: [await odd({})] }));
    expect(next.files).toMatchObject([{ sets: { added: 0, duplicate: 2 }, mapped: { isRemembered: true } }]);
  });
});
