import { z } from 'zod';
import { MAPPING_KINDS, MAPPING_ROLES, SEPARATORS, type ColumnMapping } from '../../domain/imports/columnMapping.ts';
import type { TableSample } from '../../domain/imports/tableSample.ts';
import { distanceUnit, massUnit } from './scalars.ts';

export const dateOrder = z.enum(['dmy', 'mdy', 'ymd']);

/** What may part the cells of a file. */
export const separator = z.enum(SEPARATORS);

const mappingRole = z.enum([
  ...MAPPING_ROLES.sets,
  ...MAPPING_ROLES.runs,
  ...MAPPING_ROLES.body,
  ...MAPPING_ROLES.roster,
]);

/** What the coach says of a file's columns, from the left; null where a column is left out. */
export const columnMapping = z.strictObject({
  kind: z.enum(MAPPING_KINDS),
  roles: z.array(mappingRole.nullable()).max(120),
  hasHeading: z.boolean(),
  massUnit: massUnit.optional(),
  distanceUnit: distanceUnit.optional(),
  dateOrder: dateOrder.optional(),
  separator: separator.optional(),
}) satisfies z.ZodType<ColumnMapping>;

export const tableSample = z.object({
  signature: z.string(),
  delimiter: separator,
  heading: z.array(z.string()),
  headingLine: z.int(),
  rows: z.array(z.array(z.string())),
  lines: z.array(z.int()),
  guess: z.object({ mapping: columnMapping, sureness: z.enum(['said', 'seen', 'unsure']) }),
}) satisfies z.ZodType<TableSample>;
