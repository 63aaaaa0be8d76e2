import type { Result } from '../../domain/kernel/result.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import { plainText } from '../../domain/kernel/plainText.ts';
import { editProgram } from '../../domain/programs/editProgram.ts';
import { emptyGrid, gridOf } from '../../domain/programs/grid.ts';
import { cellsOf, isSameCell } from '../../domain/programs/inheritance.ts';
import { printTemplate, readOwnTemplate, type Template } from '../../domain/programs/template.ts';
import { fixedDaysOf, programOfTemplate, templateEdits, templateGrid } from '../../domain/programs/templateProgram.ts';
import type { ReadDb } from '../db/sql.ts';
import type { ServiceHandlers } from '../deps.ts';
import { listExercises } from '../exercises/exerciseStore.ts';
import { programOf } from './programEditStore.ts';
import { exercisesNamed } from './exercisesNamed.ts';
import { findProgram } from './programStore.ts';
import { programWeeks } from './programWeekStore.ts';
import { pushHandlers } from './templatePush.ts';
import {
  deleteTemplate,
  findOwnTemplate,
  insertTemplate,
  keepVersion,
  updateTemplateText,
  versionsOf,
  type StoredTemplate,
} from './templateStore.ts';
import { reachHandlers } from './templateReach.ts';
import { allTemplates, findTemplate, START_RAMP_KEY } from './templates.ts';

interface Asked {
  readonly db: ReadDb;
  readonly resourcesFolder: string;
}

type OwnRefusal =
  | { readonly tag: 'TemplateNotFound'; readonly templateKey: string }
  | { readonly tag: 'TemplateShipped'; readonly name: string };

type Stale = { readonly tag: 'StaleRevision'; readonly revision: number };

/** One of the coach's own; what ships is refused by name. */
const ownOf = ({ db, resourcesFolder }: Asked, templateKey: string): Result<StoredTemplate, OwnRefusal> => {
  const own = findOwnTemplate(db, templateKey);
  if (own !== undefined) return ok(own);
  const shipped = findTemplate(db, resourcesFolder, listExercises(db), templateKey);
  if (templateKey === START_RAMP_KEY) return fail({ tag: 'TemplateShipped', name: 'Start ramp' });
  return shipped === undefined
    ? fail({ tag: 'TemplateNotFound', templateKey })
    : fail({ tag: 'TemplateShipped', name: shipped.name });
};

/** The same to be changed: refused when it was changed elsewhere in the meantime. */
const ownToChange = (
  asked: Asked,
  templateKey: string,
  revision: number,
): Result<StoredTemplate, OwnRefusal | Stale> => {
  const own = ownOf(asked, templateKey);
  if (!own.ok || own.value.revision === revision) return own;
  return fail({ tag: 'StaleRevision', revision: own.value.revision });
};

const isNamed = (asked: Asked, name: string, exceptKey?: string): boolean =>
  name.trim().toLowerCase() === 'start ramp' ||
  allTemplates(asked.db, asked.resourcesFolder, listExercises(asked.db)).some(
    (one) => one.key !== exceptKey && one.name.toLowerCase() === name.trim().toLowerCase(),
  );

const MOST_KEY = 48;

/** A key from a name, not taken: it stands in addresses and in every copy. */
const keyFor = (asked: Asked, name: string): string => {
  const slug = plainText(name)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '')
    .slice(0, MOST_KEY);
  const taken = new Set([
    START_RAMP_KEY,
    ...allTemplates(asked.db, asked.resourcesFolder, listExercises(asked.db)).map(({ key }) => key),
  ]);
  const base = slug === '' ? 'template' : slug;
  let key = base;
  for (let count = 2; taken.has(key); count += 1) key = `${base}-${count}`;
  return key;
};

const ownKind = { about: '', evidence: '', kind: 'plan', leadsWithRamp: false } as const;

type From = Parameters<ServiceHandlers['templates']['create']>[0]['from'];

type NoSource =
  | { readonly tag: 'TemplateNotFound'; readonly templateKey: string }
  | { readonly tag: 'ProgramNotFound'; readonly programId: number }
  | { readonly tag: 'RampIsBuilt' };

/** What a new template begins as. The evidence of another is not handed on: what is changed is no longer what was studied. */
const sourceOf = (asked: Asked, from: From, name: string): Result<Omit<Template, 'key'>, NoSource> => {
  if (from.kind === 'empty') return ok({ ...ownKind, name, grid: emptyGrid(name, from.weeks) });
  if (from.kind === 'program') {
    const stored = findProgram(asked.db, from.programId);
    if (stored === undefined) return fail({ tag: 'ProgramNotFound', programId: from.programId });
    const grid = gridOf(programOf(stored, programWeeks(asked.db, from.programId)));
    return ok({ ...ownKind, name, about: `Made from the program ${stored.name}.`, grid });
  }
  if (from.templateKey === START_RAMP_KEY) return fail({ tag: 'RampIsBuilt' });
  const other = findTemplate(asked.db, asked.resourcesFolder, listExercises(asked.db), from.templateKey);
  if (other === undefined) return fail({ tag: 'TemplateNotFound', templateKey: from.templateKey });
  return ok({ ...other, name, evidence: other.evidence === '' ? '' : `A copy of ${other.name}, to be changed.` });
};

const cellsIn = (template: Template) => cellsOf(programOfTemplate(template.key, template.grid), (ordinal) => ordinal);

/** In how many cells two templates differ. */
const difference = (a: Template, b: Template): number => {
  const [before, after] = [cellsIn(a), cellsIn(b)];
  const places = new Set([...before.keys(), ...after.keys()]);
  return [...places].filter((place) => !isSameCell(before.get(place), after.get(place))).length;
};

export const templateHandlers: ServiceHandlers['templates'] = {
  open: ({ templateKey }, { db, deps }) => {
    const template = findTemplate(db, deps.resourcesFolder, listExercises(db), templateKey);
    if (template === undefined) return fail({ tag: 'TemplateNotFound', templateKey });
    const own = findOwnTemplate(db, templateKey);
    const { key, name, about, evidence, grid } = template;
    return ok({
      key,
      name,
      about,
      evidence,
      isOwn: own !== undefined,
      revision: own?.revision ?? 1,
      version: own?.version ?? 0,
      program: programOfTemplate(key, grid),
      fixedDays: [...new Set(fixedDaysOf(grid.blocks))],
    });
  },

  create: ({ name, from }, { db, deps, clock }) => {
    const asked = { db, resourcesFolder: deps.resourcesFolder };
    if (isNamed(asked, name)) return fail({ tag: 'TemplateNameTaken', name });
    const source = sourceOf(asked, from, name);
    if (!source.ok) return source;
    const key = keyFor(asked, name);
    const text = printTemplate({ ...source.value, grid: { ...source.value.grid, name } }, listExercises(db));
    insertTemplate(db, key, text, clock.now());
    return ok({ key });
  },

  edit: ({ templateKey, revision, edits }, { db, deps }) => {
    const asked = { db, resourcesFolder: deps.resourcesFolder };
    const own = ownToChange(asked, templateKey, revision);
    if (!own.ok) return own;
    const exercises = listExercises(db);
    const known = new Set(exercises.map(({ key }) => key));
    const unknown = edits.flatMap(exercisesNamed).find((key) => !known.has(key));
    if (unknown !== undefined) return fail({ tag: 'ExerciseNotFound', exerciseKey: unknown });
    const template = readOwnTemplate(templateKey, own.value.text, exercises);
    const program = programOfTemplate(templateKey, template.grid);
    const taken = templateEdits(program, edits);
    const edited = editProgram(program, taken);
    if (!edited.ok) return fail({ tag: 'SlotNotFound', ...edited.error });
    const grid = templateGrid(template.grid, edited.value.program, taken);
    updateTemplateText(db, own.value.templateId, printTemplate({ ...template, name: grid.name, grid }, exercises));
    return ok({ revision: revision + 1 });
  },

  describe: ({ templateKey, revision, name, about }, { db, deps }) => {
    const asked = { db, resourcesFolder: deps.resourcesFolder };
    const own = ownToChange(asked, templateKey, revision);
    if (!own.ok) return own;
    if (isNamed(asked, name, templateKey)) return fail({ tag: 'TemplateNameTaken', name });
    const exercises = listExercises(db);
    const template = readOwnTemplate(templateKey, own.value.text, exercises);
    const text = printTemplate({ ...template, name, about, grid: { ...template.grid, name } }, exercises);
    updateTemplateText(db, own.value.templateId, text);
    return ok({ revision: revision + 1 });
  },

  remove: ({ templateKey }, { db, deps }) => {
    const own = ownOf({ db, resourcesFolder: deps.resourcesFolder }, templateKey);
    if (!own.ok) return own;
    deleteTemplate(db, own.value.templateId);
    return ok({});
  },

  versions: ({ templateKey }, { db, deps }) => {
    const own = ownOf({ db, resourcesFolder: deps.resourcesFolder }, templateKey);
    if (!own.ok) return own;
    const exercises = listExercises(db);
    const now = readOwnTemplate(templateKey, own.value.text, exercises);
    return ok({
      versions: versionsOf(db, own.value.templateId).map(({ version, text, madeAt }) => ({
        version,
        madeAt,
        differs: difference(readOwnTemplate(templateKey, text, exercises), now),
      })),
    });
  },

  restoreVersion: ({ templateKey, revision, version }, { db, deps, clock }) => {
    const own = ownToChange({ db, resourcesFolder: deps.resourcesFolder }, templateKey, revision);
    if (!own.ok) return own;
    const found = versionsOf(db, own.value.templateId).find((one) => one.version === version);
    if (found === undefined) return fail({ tag: 'VersionNotFound', version });
    // What stands now is kept first: going back loses nothing.
    keepVersion(db, own.value, clock.now());
    updateTemplateText(db, own.value.templateId, found.text);
    return ok({ revision: revision + 1 });
  },

  ...pushHandlers,
  ...reachHandlers,
};
