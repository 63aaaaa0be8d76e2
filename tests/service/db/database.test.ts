import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { UnreadableDatabase } from '../../../src/service/db/unreadableDatabase.ts';
import { DatabaseInUse } from '../../../src/service/db/lock.ts';
import { migrate, NewerDatabase, schemaVersion, type Migration } from '../../../src/service/db/migrate.ts';
import { migrations } from '../../../src/service/db/migrations/index.ts';
import { createService } from '../../../src/service/service.ts';
import { addAthlete, depsAt, lookInto, openDesk, openDeskAt, ownFolder, settled } from '../openDesk.ts';

const goldenFile = fileURLToPath(new URL('./schema.sql', import.meta.url));

const schemaOf = (databaseFile: string): string =>
  lookInto(databaseFile, (connection) =>
    connection
      .prepare<[], string>(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY tbl_name, type DESC, name",
      )
      .pluck()
      .all()
      .map((sql) => `${sql};\n`)
      .join('\n'),
  );

describe('a new database', () => {
  test('is laid out as the golden file says (UPDATE_GOLDEN=1 rewrites it)', () => {
    const found = schemaOf(openDesk().databaseFile);
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(goldenFile, found);
    expect(found).toBe(readFileSync(goldenFile, 'utf8'));
  });

  test('is at the newest version, keeps a write-ahead log, and gives pages back', () => {
    const { databaseFile } = openDesk();
    const facts = lookInto(databaseFile, (connection) => ({
      version: schemaVersion(connection),
      journal: connection.pragma('journal_mode', { simple: true }),
      vacuum: connection.pragma('auto_vacuum', { simple: true }),
    }));
    expect(facts).toEqual({ version: migrations.length, journal: 'wal', vacuum: 2 });
  });

  test('has every table in strict typing, so that no text is stored as a number', () => {
    const loose = lookInto(openDesk().databaseFile, (connection) =>
      connection
        .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'")
        .pluck()
        .all(),
    );
    expect(loose).toEqual([]);
  });

  test('is one file alone once it is closed', async () => {
    const desk = openDesk();
    await addAthlete(desk, 'Anna First');
    await desk.shut();
    expect(readdirSync(dirname(desk.databaseFile)).sort()).toEqual(['desk.db', 'desk.db-lock']);
  });
});

describe('a file that cannot be worked on', () => {
  test('is refused when a newer Ironstride has written it, and stays as it is', async () => {
    const desk = openDesk();
    await desk.shut();
    lookInto(desk.databaseFile, (connection) => connection.pragma(`user_version = ${migrations.length + 1}`));
    const before = readFileSync(desk.databaseFile);
    expect(() => openDeskAt(desk.databaseFile)).toThrow(NewerDatabase);
    expect(readFileSync(desk.databaseFile).equals(before)).toBe(true);
    // The refusal lets go: with the version put back, it opens.
    lookInto(desk.databaseFile, (connection) => connection.pragma(`user_version = ${migrations.length}`));
    await openDeskAt(desk.databaseFile).shut();
  });

  test('is refused when it is no database at all, and stays as it is', () => {
    const file = join(ownFolder(), 'holiday.db');
    writeFileSync(file, 'Dear diary, today I ran. '.repeat(400));
    const before = readFileSync(file);
    expect(() => openDeskAt(file)).toThrow(UnreadableDatabase);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test("is refused when it is another program's database, and stays as it is", () => {
    const file = join(ownFolder(), 'places.sqlite');
    lookInto(file, (connection) => connection.exec('CREATE TABLE bookmark (title TEXT)'));
    const before = readFileSync(file);
    expect(() => openDeskAt(file)).toThrow(UnreadableDatabase);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(existsSync(`${file}-owner.json`)).toBe(false);
  });

  test('is refused with a sentence when it is a folder', () => {
    expect(() => openDeskAt(ownFolder())).toThrow(UnreadableDatabase);
  });
});

describe('one process owns a database', () => {
  test('a second desk on the same file is refused and told who has it', async () => {
    const desk = openDesk();
    await addAthlete(desk, 'Anna First');
    expect(() => createService(depsAt(desk.databaseFile))).toThrow(DatabaseInUse);
    expect(() => createService(depsAt(desk.databaseFile))).toThrow(`test desk, process ${process.pid}`);
    await desk.shut();
    const second = openDeskAt(desk.databaseFile);
    expect(settled(await second.client.athletes.list({})).athletes).toHaveLength(1);
    await second.shut();
  });
});

describe('a schema that grows', () => {
  const first: Migration = {
    name: 'first',
    sql: 'CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT; INSERT INTO a VALUES (7);',
  };
  const second: Migration = {
    name: 'second',
    sql: 'CREATE TABLE b (id INTEGER PRIMARY KEY, a_id INTEGER REFERENCES a (id)) STRICT;',
  };
  const third: Migration = { name: 'third', sql: 'CREATE TABLE c (id INTEGER PRIMARY KEY) STRICT;' };
  const broken: Migration = {
    name: 'broken',
    sql: 'CREATE TABLE c (id INTEGER PRIMARY KEY) STRICT; INSERT INTO nowhere VALUES (1);',
  };
  const dangling: Migration = {
    name: 'dangling',
    sql: 'PRAGMA defer_foreign_keys = ON; INSERT INTO b VALUES (1, 999);',
  };

  const tables = (connection: Database.Database): unknown[] =>
    connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1").pluck().all();

  const inFile = (work: (connection: Database.Database) => void): void =>
    lookInto(join(ownFolder(), 'grows.db'), (connection) => {
      connection.pragma('foreign_keys = ON');
      work(connection);
    });

  test('copies the file once before the first pending step, and not when it is new', () => {
    inFile((connection) => {
      const copied: number[] = [];
      migrate(connection, [first], (version) => void copied.push(version));
      expect(copied).toEqual([]);
      migrate(connection, [first, second, third], (version) => {
        copied.push(version);
        expect(tables(connection)).toEqual(['a']);
      });
      expect(copied).toEqual([1]);
      expect(schemaVersion(connection)).toBe(3);
      expect(connection.prepare('SELECT id FROM a').pluck().all()).toEqual([7]);
    });
  });

  test('keeps what was reached before a step that fails, and nothing of that step', () => {
    inFile((connection) => {
      migrate(connection, [first], () => undefined);
      expect(() => migrate(connection, [first, second, broken], () => undefined)).toThrow('nowhere');
      expect(schemaVersion(connection)).toBe(2);
      expect(tables(connection)).toEqual(['a', 'b']);
    });
  });

  test('refuses a step that leaves rows pointing nowhere', () => {
    inFile((connection) => {
      migrate(connection, [first, second], () => undefined);
      expect(() => migrate(connection, [first, second, dangling], () => undefined)).toThrow(
        /pointing nowhere|FOREIGN KEY/,
      );
      expect(schemaVersion(connection)).toBe(2);
      expect(connection.prepare('SELECT count(*) FROM b').pluck().get()).toBe(0);
    });
  });

  test('does nothing to a file that is up to date', () => {
    inFile((connection) => {
      migrate(connection, [first], () => undefined);
      const copied: number[] = [];
      migrate(connection, [first], (version) => void copied.push(version));
      expect(copied).toEqual([]);
    });
  });
});
