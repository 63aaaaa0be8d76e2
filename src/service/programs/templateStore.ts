import { z } from 'zod';
import { change, readAll, readOne, type ReadDb, type WriteDb } from '../db/sql.ts';

const templateRow = z
  .object({ id: z.int(), key: z.string(), text: z.string(), revision: z.int(), version: z.int() })
  .transform(({ id, ...row }) => ({ templateId: id, ...row }));

/** One of the coach's own templates, as it is stored. */
export type StoredTemplate = z.output<typeof templateRow>;

const SELECT = 'SELECT id, key, text, revision, version FROM template';

export const ownTemplates = (db: ReadDb): StoredTemplate[] => readAll(db, templateRow, `${SELECT} ORDER BY id`);

export const findOwnTemplate = (db: ReadDb, key: string): StoredTemplate | undefined =>
  readOne(db, templateRow, `${SELECT} WHERE key = ?`, key);

export const insertTemplate = (db: WriteDb, key: string, text: string, createdAt: string): void => {
  change(
    db,
    'INSERT INTO template (key, text, revision, version, created_at) VALUES (?, ?, 1, 0, ?)',
    key,
    text,
    createdAt,
  );
};

export const updateTemplateText = (db: WriteDb, templateId: number, text: string): void => {
  change(db, 'UPDATE template SET text = ?, revision = revision + 1 WHERE id = ?', text, templateId);
};

export const deleteTemplate = (db: WriteDb, templateId: number): void => {
  change(db, 'DELETE FROM template WHERE id = ?', templateId);
};

const versionRow = z
  .object({ version: z.int(), text: z.string(), made_at: z.string() })
  .transform((row) => ({ version: row.version, text: row.text, madeAt: row.made_at }));

/** Every version that was kept, the newest first. */
export const versionsOf = (db: ReadDb, templateId: number): z.output<typeof versionRow>[] =>
  readAll(
    db,
    versionRow,
    'SELECT version, text, made_at FROM template_version WHERE template_id = ? ORDER BY version DESC',
    templateId,
  );

/** Keeps the template as it is now, unless it is as it was kept last. Answers the number of that version. */
export const keepVersion = (db: WriteDb, { templateId, text, version }: StoredTemplate, madeAt: string): number => {
  const [last] = versionsOf(db, templateId);
  if (last?.text === text) return last.version;
  const next = version + 1;
  change(
    db,
    'INSERT INTO template_version (template_id, version, text, made_at) VALUES (?, ?, ?, ?)',
    templateId,
    next,
    text,
    madeAt,
  );
  change(db, 'UPDATE template SET version = ? WHERE id = ?', next, templateId);
  return next;
};
