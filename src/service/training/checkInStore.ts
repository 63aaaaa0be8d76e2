import { z } from 'zod';
import { plainDate } from '../../contract/schemas/scalars.ts';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import { RED_FLAGS, type CheckIn, type RedFlag } from '../../domain/wellness/checkIn.ts';
import type { HooperItems } from '../../domain/wellness/hooper.ts';
import { PAIN_REGIONS, type PainRegion } from '../../domain/wellness/substitution.ts';
import { ILLNESSES, type Illness } from '../../domain/wellness/trafficLight.ts';
import { jsonOf, optional } from '../db/columns.ts';
import { change, readAll, type ReadDb, type WriteDb } from '../db/sql.ts';
import type { LogPage } from './logStore.ts';

const redFlagList = jsonOf(z.array(z.enum(RED_FLAGS)));

const checkInRow = z
  .object({
    checked_on: plainDate,
    sleep_h: optional(z.number()),
    soreness: optional(z.number()),
    fatigue: optional(z.number()),
    stress: optional(z.number()),
    mood: optional(z.number()),
    pain_score: optional(z.number()),
    pain_site: optional(z.string()),
    pain_region: optional(z.enum(PAIN_REGIONS)),
    pain_next_morning: optional(z.number()),
    hooper_sleep: optional(z.number()),
    hooper_fatigue: optional(z.number()),
    hooper_stress: optional(z.number()),
    hooper_soreness: optional(z.number()),
    illness: optional(z.enum(ILLNESSES)),
    red_flags: optional(redFlagList),
    notes: optional(z.string()),
  })
  .transform((row) => ({
    performedOn: row.checked_on,
    sleepH: row.sleep_h,
    soreness: row.soreness,
    fatigue: row.fatigue,
    stress: row.stress,
    mood: row.mood,
    painScore: row.pain_score,
    painSite: row.pain_site,
    painRegion: row.pain_region,
    painNextMorning: row.pain_next_morning,
    hooperSleep: row.hooper_sleep,
    hooperFatigue: row.hooper_fatigue,
    hooperStress: row.hooper_stress,
    hooperSoreness: row.hooper_soreness,
    illness: row.illness,
    redFlags: row.red_flags,
    notes: row.notes,
  }));

type StoredCheckIn = z.output<typeof checkInRow>;

export const checkInEntries = (db: ReadDb, { athleteId, before, limit }: LogPage) =>
  readAll(
    db,
    checkInRow,
    'SELECT * FROM check_in WHERE athlete_id = ? AND checked_on < ? ORDER BY checked_on DESC LIMIT ?',
    athleteId,
    before,
    limit,
  ).map((row) => ({ kind: 'checkIn' as const, ...row }));

const hooperOf = (row: StoredCheckIn): HooperItems | undefined => {
  const { hooperSleep: sleep, hooperFatigue: fatigue, hooperStress: stress, hooperSoreness: soreness } = row;
  if (sleep === undefined || fatigue === undefined || stress === undefined || soreness === undefined) return undefined;
  return { sleep, fatigue, stress, soreness };
};

/** What an athlete said of themselves since a day, oldest first, as the readiness rules read it. */
export const checkInsOf = (db: ReadDb, athleteId: number, from: PlainDate): CheckIn[] =>
  readAll(
    db,
    checkInRow,
    'SELECT * FROM check_in WHERE athlete_id = ? AND checked_on >= ? ORDER BY checked_on',
    athleteId,
    from,
  ).map((row) => ({
    on: row.performedOn,
    sleepH: row.sleepH,
    soreness: row.soreness,
    hooper: hooperOf(row),
    illness: row.illness,
    painScore: row.painScore,
    painRegion: row.painRegion,
    painNextMorning: row.painNextMorning,
    redFlags: row.redFlags ?? [],
  }));

export interface NewCheckIn {
  readonly performedOn: PlainDate;
  readonly sleepH?: number | undefined;
  readonly soreness?: number | undefined;
  readonly fatigue?: number | undefined;
  readonly stress?: number | undefined;
  readonly mood?: number | undefined;
  readonly painScore?: number | undefined;
  readonly painSite?: string | undefined;
  readonly painRegion?: PainRegion | undefined;
  readonly painNextMorning?: number | undefined;
  readonly hooperSleep?: number | undefined;
  readonly hooperFatigue?: number | undefined;
  readonly hooperStress?: number | undefined;
  readonly hooperSoreness?: number | undefined;
  readonly illness?: Illness | undefined;
  readonly redFlags?: readonly RedFlag[] | undefined;
  readonly notes?: string | undefined;
}

const SAID = [
  'sleep_h',
  'soreness',
  'fatigue',
  'stress',
  'mood',
  'pain_score',
  'pain_site',
  'pain_region',
  'pain_next_morning',
  'hooper_sleep',
  'hooper_fatigue',
  'hooper_stress',
  'hooper_soreness',
  'illness',
  'red_flags',
  'notes',
] as const;

const INSERT = `INSERT INTO check_in (athlete_id, checked_on, ${SAID.join(', ')})
  VALUES (?, ?, ${SAID.map(() => '?').join(', ')})
  ON CONFLICT (athlete_id, checked_on) DO UPDATE SET ${SAID.map((column) => `${column} = excluded.${column}`).join(', ')}`;

const flagsJson = (flags: readonly RedFlag[] | undefined): string | undefined =>
  flags === undefined || flags.length === 0 ? undefined : JSON.stringify(flags);

/** Stores a day's report; a second one of the same day replaces the first. */
export const saveCheckIn = (db: WriteDb, athleteId: number, checkIn: NewCheckIn): void => {
  change(
    db,
    INSERT,
    athleteId,
    checkIn.performedOn,
    checkIn.sleepH,
    checkIn.soreness,
    checkIn.fatigue,
    checkIn.stress,
    checkIn.mood,
    checkIn.painScore,
    checkIn.painSite,
    checkIn.painRegion,
    checkIn.painNextMorning,
    checkIn.hooperSleep,
    checkIn.hooperFatigue,
    checkIn.hooperStress,
    checkIn.hooperSoreness,
    checkIn.illness,
    flagsJson(checkIn.redFlags),
    checkIn.notes,
  );
};

/** False when there is no report of that day. */
export const deleteCheckIn = (db: WriteDb, athleteId: number, on: PlainDate): boolean =>
  change(db, 'DELETE FROM check_in WHERE athlete_id = ? AND checked_on = ?', athleteId, on).rows === 1;
