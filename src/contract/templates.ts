import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { command, query } from './operation.ts';
import { programEdit } from './schemas/programEdit.ts';
import { programValue } from './schemas/programValue.ts';
import { gridAthlete, strengthFrom } from './schemas/programGrid.ts';
import { athleteId, programId } from './schemas/scalars.ts';

const templateKey = z.string().min(1).max(60);

const heading = z.string().trim().max(1000);
const templateName = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^[^|\r\n]*$/, 'one line without a bar');

/** A cell of the template; weeks from 1. */
const place = z.strictObject({ week: z.int().min(1).max(520), session: z.string().max(120), label: z.string().max(4) });

const pushedCell = z.object({ exercise: z.string(), text: z.string() }).optional();

/** A template that is edited, and the copies of it that athletes have. */
export const templateOperations = {
  templates: {
    /** One template in the grid: as a program from a Monday that means nothing. */
    open: query({
      reads: ['programs', 'exercises'],
      input: z.strictObject({ templateKey }),
      output: z.object({
        key: z.string(),
        name: z.string(),
        about: z.string(),
        evidence: z.string(),
        isOwn: z.boolean(),
        revision: z.int(),
        /** The last version that was kept; 0 before the first. */
        version: z.int(),
        program: programValue,
        /** Sessions with a day of their own; the athlete's week decides over the others. */
        fixedDays: z.array(z.string()),
      }),
      errors: ['TemplateNotFound'],
    }),
    /** For whom a cell of the template would come to what: those with a copy that is still going, else the whole roster. */
    reach: query({
      reads: ['athletes', 'programs', 'sessions', 'exercises'],
      input: z.strictObject({ templateKey, exerciseKey: z.string().min(1).max(120) }),
      output: z.object({
        of: z.enum(['copies', 'roster']),
        people: z.array(z.object({ athleteId, athlete: gridAthlete, strength: strengthFrom })),
      }),
      errors: ['TemplateNotFound', 'ExerciseNotFound'],
    }),
    /** An empty one, or a copy of another template or of an athlete's program. */
    create: command({
      writes: ['programs'],
      input: z.strictObject({
        name: templateName,
        from: z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('empty'), weeks: z.int().min(1).max(52) }),
          z.strictObject({ kind: z.literal('template'), templateKey }),
          z.strictObject({ kind: z.literal('program'), programId }),
        ]),
      }),
      output: z.object({ key: z.string() }),
      errors: ['TemplateNotFound', 'ProgramNotFound', 'TemplateNameTaken', 'RampIsBuilt'],
      label: ({ name }) => `New template ${name}`,
    }),
    edit: command({
      writes: ['programs'],
      input: z.strictObject({
        templateKey,
        revision: z.int(),
        edits: z.array(programEdit).min(1).max(LIMITS.edits.most),
        called: z.string().trim().min(1).max(80).optional(),
      }),
      output: z.object({ revision: z.int() }),
      errors: ['TemplateNotFound', 'TemplateShipped', 'StaleRevision', 'SlotNotFound', 'ExerciseNotFound'],
      label: ({ called, edits }) => called ?? (edits.length === 1 ? 'Edit a template' : `Edit ${edits.length} cells`),
    }),
    describe: command({
      writes: ['programs'],
      input: z.strictObject({ templateKey, revision: z.int(), name: templateName, about: heading }),
      output: z.object({ revision: z.int() }),
      errors: ['TemplateNotFound', 'TemplateShipped', 'StaleRevision', 'TemplateNameTaken'],
      label: ({ name }) => `Describe template ${name}`,
    }),
    remove: command({
      writes: ['programs'],
      input: z.strictObject({ templateKey }),
      output: z.object({}),
      errors: ['TemplateNotFound', 'TemplateShipped'],
      label: () => 'Remove template',
    }),
    versions: query({
      reads: ['programs', 'exercises'],
      input: z.strictObject({ templateKey }),
      output: z.object({
        versions: z.array(
          z.object({
            version: z.int(),
            madeAt: z.string(),
            /** Cells that are otherwise in the template as it is now. */
            differs: z.int(),
          }),
        ),
      }),
      errors: ['TemplateNotFound', 'TemplateShipped'],
    }),
    restoreVersion: command({
      writes: ['programs'],
      input: z.strictObject({ templateKey, revision: z.int(), version: z.int() }),
      output: z.object({ revision: z.int() }),
      errors: ['TemplateNotFound', 'TemplateShipped', 'StaleRevision', 'VersionNotFound'],
      label: ({ version }) => `Go back to version ${version}`,
    }),
    /** What the template changed since it was copied, for every athlete who has it. */
    pushPreview: query({
      reads: ['athletes', 'programs', 'sessions', 'exercises'],
      input: z.strictObject({ templateKey }),
      output: z.object({
        copies: z.array(
          z.object({
            programId,
            athleteId,
            athlete: z.string(),
            revision: z.int(),
            /** Main lifts without an estimate: their loads stay by feel. */
            withoutEstimate: z.array(z.string()),
            cells: z.array(
              z.object({
                place,
                /** The copy's own week. */
                week: z.int().optional(),
                before: pushedCell,
                after: pushedCell,
                now: pushedCell,
                state: z.enum(['inherited', 'changedHere', 'locked', 'noWeek']),
              }),
            ),
          }),
        ),
        /** Weeks of the template and of its copies are not as many: weeks are not pushed. */
        weeksDiffer: z.int(),
      }),
      errors: ['TemplateNotFound'],
    }),
    /** Writes ticked cells into copies. Weeks that are history are never touched. One step of undo. */
    push: command({
      writes: ['programs'],
      input: z.strictObject({
        templateKey,
        copies: z
          .array(z.strictObject({ programId, revision: z.int(), cells: z.array(place).max(12_000) }))
          .min(1)
          .max(1000),
      }),
      output: z.object({ updated: z.int(), keptOwn: z.array(z.string()), withoutEstimate: z.array(z.string()) }),
      errors: ['TemplateNotFound', 'ProgramNotFound', 'StaleRevision'],
      label: ({ copies }) => `Push the template to ${copies.length === 1 ? '1 athlete' : `${copies.length} athletes`}`,
    }),
  },
};
