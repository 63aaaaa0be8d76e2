import { z } from 'zod';
import { SEVERITIES, type Finding } from '../../domain/check/finding.ts';
import { programEdit } from './programEdit.ts';
import { programId } from './scalars.ts';

/** Something the program check has to say. Weeks count from 1; without one it is about the whole program. */
export const finding = z.object({
  /** The `id` of its rule. */
  rule: z.string(),
  severity: z.enum(SEVERITIES),
  week: z.int().optional(),
  session: z.string().optional(),
  label: z.string().optional(),
  /** Later weeks of which the same is to be said; the fix mends them too. */
  alsoWeeks: z.array(z.int()).readonly(),
  reason: z.string(),
  /** The edits that set it right, for `programs.edit`. */
  fix: z.object({ label: z.string(), edits: z.array(programEdit).readonly() }).optional(),
}) satisfies z.ZodType<Finding>;

/** One program, checked. */
export const checkedProgram = z.object({
  programId,
  name: z.string(),
  /** What `programs.edit` must be told to apply a fix. */
  revision: z.int(),
  findings: z.array(finding),
});

/** A rule of the check, to read. */
export const checkRule = z.object({
  id: z.string(),
  name: z.string(),
  what: z.string(),
  why: z.string(),
  /** Its number in the register of the science. */
  rule: z.string(),
  needs: z.enum(['program', 'athlete']),
});
