import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { logBeside, MOST_LOG_BYTES, newestDefects } from '../../../src/service/diagnostics/defectLog.ts';
import { defectText } from '../../../src/service/diagnostics/defectText.ts';
import { addAthlete, depsAt, openDesk, ownFolder, settled } from '../../service/openDesk.ts';
import { createService } from '../../../src/service/service.ts';

const NAME = 'Zoë Hidden-Privately';

const thrownBy = (work: () => unknown): unknown => {
  try {
    work();
  } catch (cause) {
    return cause;
  }
  throw new Error('nothing was thrown');
};

describe('what is kept of an error', () => {
  test.each([
    [
      'our own, which quotes what was typed',
      () => {
        throw new RangeError(`“${NAME}” is no load`);
      },
    ],
    ['JSON, which quotes what it could not read', () => JSON.parse(`{"name": ${NAME}}`) as unknown],
    ['a schema, which quotes keys', () => z.strictObject({}).parse({ [NAME]: 1 })],
    ['a number that cannot be', () => 'x'.repeat(Number(`-${NAME.length}`))],
    [
      'an error that calls itself by a name',
      () => {
        throw Object.assign(new Error(NAME), { name: NAME, code: NAME });
      },
    ],
    ['an address', () => new URL(NAME)],
    [
      'what is no error at all',
      () => {
        throw Object.assign(Object.create(null) as object, { NAME });
      },
    ],
  ])('%s: nobody’s name', (_what, work) => {
    expect(defectText(thrownBy(work))).not.toContain('Hidden');
  });

  test('its kind, its code and where in our code it arose', () => {
    const text = defectText(thrownBy(() => new Database(':memory:').prepare('SELECT 1 FROM nowhere')));
    expect(text.split('\n')[0]).toBe('SqliteError SQLITE_ERROR no such table: nowhere');
    const ours = Object.assign(new TypeError('x is not a function'), {
      stack: [
        'TypeError: x is not a function',
        '    at openProgram (file:///home/zoe.hidden/Ironstride/src/service/programs/programStore.ts:88:10)',
        '    at node:internal/main:1:1',
        '    at Object.run (file:///home/zoe.hidden/node_modules/zod/src/x.js:1:1)',
        '    at async file:///C:/Users/zoe.hidden/app.asar/out/main/main.js:7:22',
        '    at App (http://127.0.0.1:40000/assets/index-abc.js:1:2026)',
      ].join('\n'),
    });
    expect(defectText(ours)).toBe(
      [
        'TypeError x is not a function',
        '    at openProgram src/service/programs/programStore.ts:88:10',
        '    at out/main/main.js:7:22',
        '    at App assets/index-abc.js:1:2026',
      ].join('\n'),
    );
  });
});

describe('the log', () => {
  test('is put aside when it is large, so that there are two files at most', () => {
    const file = join(ownFolder(), 'desk.db');
    const log = logBeside(file);
    for (let entry = 0; entry < 30; entry += 1)
      log({ level: 'defect', reference: `ref-${entry}`, message: 'x'.repeat(MOST_LOG_BYTES / 8) });
    for (const part of ['-log.txt', '-log-older.txt'])
      expect(statSync(`${file}${part}`).size).toBeLessThan(MOST_LOG_BYTES * 1.2);
    const kept = newestDefects(file, 5).map((entry) => entry.split(' ')[1]);
    expect(kept).toEqual(['ref-25', 'ref-26', 'ref-27', 'ref-28', 'ref-29']);
  });

  test('says nothing of what is no defect, and a log that cannot be written breaks nothing', () => {
    const file = join(ownFolder(), 'desk.db');
    logBeside(file)({ level: 'info', message: 'hello' });
    expect(existsSync(`${file}-log.txt`)).toBe(false);
    const nowhere = join(file, 'not', 'a', 'folder.db');
    writeFileSync(file, '');
    expect(() => logBeside(nowhere)({ level: 'defect', reference: 'a', message: 'b' })).not.toThrow();
  });
});

describe('diagnostics', () => {
  test('name the version, the machine and the defect by its reference, and nobody', async () => {
    const databaseFile = join(ownFolder(), 'desk.db');
    const deps = depsAt(databaseFile);
    const broken = {
      ...deps,
      clock: {
        ...deps.clock,
        now: () => {
          throw new Error(`no time for ${NAME}`);
        },
      },
    };
    const service = createService(broken);
    const ask = async (
      operation: string,
      input: object,
    ): Promise<{ value: { text: string }; error: { tag: string; reference: string } }> =>
      JSON.parse(await service.request(JSON.stringify({ operation, input }))) as never;
    const { error } = await ask('athletes.archive', { athleteIds: [1] });
    expect(error).toEqual({ tag: 'Defect', reference: expect.stringMatching(/^[0-9a-f]{8}$/u) });
    const { text } = (await ask('diagnostics.copy', {})).value;
    expect(text).toContain(`Ironstride ${deps.version}`);
    expect(text).toContain(`${error.reference} athletes.archive: Error`);
    expect(text).toContain('src/service/service.ts:');
    expect(text).not.toContain('Hidden');
    expect(text).not.toContain(databaseFile);
    await service.close();
  });

  test('count athletes without naming them', async () => {
    const desk = openDesk();
    await addAthlete(desk, NAME);
    const { text } = settled(await desk.client.diagnostics.copy({}));
    expect(text).toContain('1 athletes, 0 archived');
    expect(text).toContain('No defects are logged.');
    expect(text).not.toContain('Hidden');
  });

  test('keep a window’s error by kind and place only, whatever it says', async () => {
    const desk = openDesk();
    const stack = `TypeError: ${NAME}\n    at ${NAME}\n    at App (http://127.0.0.1:1/assets/index-a.js:1:2)\n${NAME}`;
    for (const name of ['TypeError', NAME, 'SqliteError'])
      settled(await desk.client.diagnostics.noteDefect({ name, stack }));
    const log = readFileSync(`${desk.databaseFile}-log.txt`, 'utf8');
    expect(log).toContain('window: WindowTypeError\n    at App assets/index-a.js:1:2');
    expect(log).not.toContain('Hidden');
  });
});
