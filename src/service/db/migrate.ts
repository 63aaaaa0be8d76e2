import type { Connection } from './sql.ts';

/** One step of the schema. Frozen once released: it imports nothing and never changes. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** The file was written by a later Ironstride. */
export class NewerDatabase extends Error {
  readonly found: number;
  readonly known: number;
  constructor(found: number, known: number) {
    super(
      `This database was written by a newer Ironstride (schema ${found}; this program knows ${known}). Nothing was changed. Open it with the newer program.`,
    );
    this.name = 'NewerDatabase';
    this.found = found;
    this.known = known;
  }
}

export const schemaVersion = (connection: Connection): number =>
  Number(connection.pragma('user_version', { simple: true }));

/**
 * Brings the schema up to date: one transaction a version, foreign keys checked after each.
 * A failure leaves the file at the last good version and is thrown on, so that nobody works on half a schema.
 */
export const migrate = (
  connection: Connection,
  migrations: readonly Migration[],
  copyBefore: (version: number) => void,
): void => {
  const found = schemaVersion(connection);
  if (found > migrations.length) throw new NewerDatabase(found, migrations.length);
  if (found === migrations.length) return;
  if (found > 0) copyBefore(found);
  migrations.slice(found).forEach((migration, index) => {
    const version = found + index + 1;
    connection
      .transaction(() => {
        connection.exec(migration.sql);
        const broken = connection.pragma('foreign_key_check');
        if (Array.isArray(broken) && broken.length > 0) {
          throw new Error(`migration ${version} (${migration.name}) left ${broken.length} rows pointing nowhere`);
        }
        connection.pragma(`user_version = ${version}`);
      })
      .immediate();
  });
};
