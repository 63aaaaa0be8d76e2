import type { Migration } from '../migrate.ts';

/** Sheets are read by athletes: each in the language that was chosen for them; English where none was. */
export const speakTheAthletesLanguage: Migration = {
  name: 'speak the athlete’s language',
  sql: `
ALTER TABLE athlete ADD COLUMN language TEXT CHECK (language IN ('en', 'de', 'es', 'fr', 'pt'));
`,
};
