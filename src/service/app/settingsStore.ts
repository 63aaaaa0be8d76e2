import { z } from 'zod';
import { settings, type Settings } from '../../contract/schemas/app.ts';
import { change, readOne, type ReadDb, type WriteDb } from '../db/sql.ts';

const DEFAULTS: Settings = {
  coachName: '',
  coachPhone: '',
  massUnit: 'kg',
  distanceUnit: 'km',
  paper: 'a4',
  logo: '',
  theme: 'system',
  density: 'comfortable',
};

const row = z.object({ value_json: z.string() });

/** The coach's settings; what was never set, or is no longer understood, has its default. */
export const readSettings = (db: ReadDb): Settings => {
  const stored = readOne(db, row, "SELECT value_json FROM setting WHERE key = 'settings'");
  if (stored === undefined) return DEFAULTS;
  const parsed = settings.partial().safeParse(JSON.parse(stored.value_json));
  const known = parsed.success ? Object.entries(parsed.data).filter(([, value]) => value !== undefined) : [];
  return settings.parse({ ...DEFAULTS, ...Object.fromEntries(known) });
};

export const writeSettings = (db: WriteDb, wanted: Settings): void => {
  change(
    db,
    `INSERT INTO setting (key, value_json) VALUES ('settings', ?)
     ON CONFLICT (key) DO UPDATE SET value_json = excluded.value_json`,
    JSON.stringify(wanted),
  );
};
