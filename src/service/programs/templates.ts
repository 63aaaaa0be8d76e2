import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Exercise } from '../../domain/exercises/exercise.ts';
import { parseLibrary } from '../../domain/exercises/library.ts';
import { printCell } from '../../domain/programs/shorthand.ts';
import { readOwnTemplate, readTemplate, type Template } from '../../domain/programs/template.ts';
import {
  rampBlock,
  RAMP_FIRST_WEEK,
  RAMP_ROWS,
  rampRpeCap,
  type RampDose,
} from '../../domain/programs/startRampRows.ts';
import { ENTRY_CLASSES, type EntryClass } from '../../domain/programs/program.ts';

import type { ReadDb } from '../db/sql.ts';
import { findOwnTemplate, ownTemplates } from './templateStore.ts';

export const START_RAMP_KEY = 'start-ramp';

const MEANING: Readonly<Record<EntryClass, string>> = {
  A: 'No lifting for six months or more',
  B: 'Some lifting in the last six months, none of it heavy',
  C: 'Lifting now',
};

const doseText = (dose: RampDose | undefined): string =>
  dose === undefined ? '' : `${dose.sets}×${dose.reps} @ ${Math.round(dose.fraction * 1000) / 10} %`;

const shipped = new Map<string, readonly Template[]>();

/** The method's own plans first, then those adapted from trials, then what stands beside a plan. */
const rankOf = ({ kind, evidence }: Template): number => {
  if (kind === 'addition') return 2;
  return evidence.startsWith('Our own') ? 0 : 1;
};

/** The templates of a resources folder, read once. */
export const shippedTemplates = (resourcesFolder: string): readonly Template[] => {
  const known = shipped.get(resourcesFolder);
  if (known !== undefined) return known;
  const read = (file: string): string => readFileSync(join(resourcesFolder, file), 'utf8');
  const exercises = parseLibrary(read('exercises.csv'), read('cues.csv'));
  const templates = readdirSync(join(resourcesFolder, 'templates'))
    .filter((file) => file.endsWith('.txt'))
    .map((file) => readTemplate(read(join('templates', file)), exercises))
    .toSorted((a, b) => rankOf(a) - rankOf(b) || a.name.localeCompare(b.name, 'en'));
  shipped.set(resourcesFolder, templates);
  return templates;
};

/** The coach's own templates, then those that ship. */
export const allTemplates = (
  db: ReadDb,
  resourcesFolder: string,
  exercises: readonly Exercise[],
): readonly (Template & { readonly isOwn: boolean })[] => [
  ...ownTemplates(db).map(({ key, text }) => ({ ...readOwnTemplate(key, text, exercises), isOwn: true })),
  ...shippedTemplates(resourcesFolder).map((template) => ({ ...template, isOwn: false })),
];

export const findTemplate = (
  db: ReadDb,
  resourcesFolder: string,
  exercises: readonly Exercise[],
  key: string,
): Template | undefined => {
  const own = findOwnTemplate(db, key);
  if (own !== undefined) return readOwnTemplate(key, own.text, exercises);
  return shippedTemplates(resourcesFolder).find((one) => one.key === key);
};

const IS_ADDITION = /^kind: addition$/mu;

/** The keys of templates that stand beside a plan. */
export const additionKeys = (db: ReadDb, resourcesFolder: string): ReadonlySet<string> =>
  new Set(
    [
      ...ownTemplates(db).filter(({ text }) => IS_ADDITION.test(text)),
      ...shippedTemplates(resourcesFolder).filter(({ kind }) => kind === 'addition'),
    ].map(({ key }) => key),
  );

const gridView = ({ grid }: Template, nameOf: (key: string) => string) =>
  grid.blocks.map(({ name, goal, phase, weekKinds, sessions }) => ({
    name,
    goal,
    phase,
    weekKinds: [...weekKinds],
    sessions: sessions.map((session) => ({
      name: session.name,
      minutes: session.minutes,
      rows: session.rows.map((row) => ({
        label: row.label,
        exerciseKey: row.exerciseKey,
        exercise: nameOf(row.exerciseKey),
        role: row.role,
        progression: row.progression,
        noGym: row.noGymKey === undefined ? undefined : nameOf(row.noGymKey),
        cells: row.cells.map(printCell),
      })),
    })),
  }));

/** A template as the library shows it. */
const templateView = (template: Template & { readonly isOwn: boolean }, nameOf: (key: string) => string) => ({
  key: template.key,
  isOwn: template.isOwn,
  name: template.name,
  summary: template.about,
  evidence: template.evidence,
  kind: template.kind,
  leadsWithRamp: template.leadsWithRamp,
  jumpLevel: template.jumpLevel,
  classes: [],
  blocks: gridView(template, nameOf),
});

/** Everything that can be assigned: the start ramp for each entry class (R2.11), then the shipped templates. */
export const templateViews = (db: ReadDb, resourcesFolder: string, exercises: readonly Exercise[]) => {
  const names = new Map(exercises.map(({ key, name }) => [key, name]));
  const views = allTemplates(db, resourcesFolder, exercises).map((template) =>
    templateView(template, (key) => names.get(key) ?? key),
  );
  return [...views.filter((view) => view.isOwn), ...rampViews(), ...views.filter((view) => !view.isOwn)];
};

const rampViews = () => [
  {
    key: START_RAMP_KEY,
    isOwn: false,
    name: 'Start ramp',
    summary:
      'Start small and build: once a week and light at first, then twice a week, then heavy and short. One thing is raised at a time, and every fourth week is easier.',
    evidence:
      'A design of our own. Its direction follows the ACSM position stand of 2009 (load up 2–10 % at a time, multi-joint first); two sessions a week is what most trials used in which runners gained. It promises strength, not fewer injuries.',
    kind: 'plan' as const,
    leadsWithRamp: false,
    jumpLevel: undefined,
    blocks: [],
    classes: ENTRY_CLASSES.map((entryClass) => ({
      entryClass,
      meaning: MEANING[entryClass],
      weeks: RAMP_ROWS.filter((row) => row.number >= RAMP_FIRST_WEEK[entryClass]).map((row) => ({
        number: row.number,
        block: rampBlock(row.number)?.name ?? '',
        kind: row.kind,
        sessions: row.b === undefined ? 1 : 2,
        heavy: doseText(row.a),
        second: doseText(row.b),
        rpeCap: rampRpeCap(row, entryClass),
        lever: row.lever,
      })),
    })),
  },
];
