import { z } from 'zod';
import type {
  AthleteId,
  ImportId,
  LiftSessionId,
  ProgramId,
  RaceId,
  RunId,
  SessionId,
} from '../../domain/kernel/ids.ts';
import type { IsoWeek, PlainDate, Weekday } from '../../domain/kernel/plainDate.ts';
import { parseIsoWeek, parsePlainDate } from '../../domain/kernel/plainDate.ts';
import { TIMES_OF_DAY } from '../../domain/placement/placedWeek.ts';
import { LIMITS } from '../limits.ts';

/** A schema whose values carry one of the domain's brands. The one place where a check becomes a brand. */
const branded = <T>(schema: z.ZodType): z.ZodType<T, T> => schema as unknown as z.ZodType<T, T>;

const rowId = z.int().positive();

export const athleteId = branded<AthleteId>(rowId);
export const programId = branded<ProgramId>(rowId);
export const sessionId = branded<SessionId>(rowId);
export const liftSessionId = branded<LiftSessionId>(rowId);
export const runId = branded<RunId>(rowId);
export const raceId = branded<RaceId>(rowId);
export const importId = branded<ImportId>(rowId);

/** `YYYY-MM-DD` */
export const plainDate = branded<PlainDate>(
  z.iso.date().refine((text) => parsePlainDate(text) !== undefined, 'not a day of the years 1000 to 9999'),
);

/** A day that somebody asks about: near enough to today that weeks can be counted from it both ways. */
export const givenDay = branded<PlainDate>(
  z.iso.date().refine((text) => text >= '1900-01-01' && text <= '2199-12-31', 'not a day of the years 1900 to 2199'),
);

/** `YYYY-Www` */
export const isoWeek = branded<IsoWeek>(
  z
    .string()
    .regex(/^\d{4}-W\d{2}$/)
    .refine((text) => parseIsoWeek(text) !== undefined, 'not a week of that year'),
);

/** A week that somebody asks about: near enough to today that weeks can be counted from it both ways. */
export const givenWeek = branded<IsoWeek>(
  z
    .string()
    .regex(/^\d{4}-W\d{2}$/)
    .refine(
      (text) => text >= '1900' && text < '2199' && parseIsoWeek(text) !== undefined,
      'not a week of 1900 to 2198',
    ),
);

/** 1 = Monday … 7 = Sunday */
export const weekday = branded<Weekday>(z.int().min(1).max(7));

export const timeOfDay = z.enum(TIMES_OF_DAY);

export const massUnit = z.enum(['kg', 'lb']);
export const distanceUnit = z.enum(['km', 'mi']);

/** A name people read: trimmed, 1 to 120 characters. */
export const name = z.string().trim().min(1).max(LIMITS.name.most);
export const note = z.string().max(LIMITS.note.most);
/** A word or two beside something that was done. */
export const remark = z.string().trim().max(LIMITS.remark.most);
