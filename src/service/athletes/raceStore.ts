import { z } from 'zod';
import { RACE_PRIORITIES } from '../../contract/schemas/athlete.ts';
import { athleteId, raceId } from '../../contract/schemas/scalars.ts';
import type { RaceId } from '../../domain/kernel/ids.ts';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import { optional, storedDay } from '../db/columns.ts';
import { change, readAll, readOne, type ReadDb, type WriteDb } from '../db/sql.ts';

const raceRow = z
  .object({
    id: raceId,
    athlete_id: athleteId,
    name: z.string(),
    raced_on: storedDay,
    distance_m: optional(z.number()),
    priority: z.enum(RACE_PRIORITIES),
    result_s: optional(z.number()),
  })
  .transform((row) => ({
    raceId: row.id,
    athleteId: row.athlete_id,
    name: row.name,
    racedOn: row.raced_on,
    distanceM: row.distance_m,
    priority: row.priority,
    resultS: row.result_s,
  }));

export type StoredRace = z.output<typeof raceRow>;

export const racesOf = (db: ReadDb, id: number): Omit<StoredRace, 'athleteId'>[] =>
  readAll(db, raceRow, 'SELECT * FROM race WHERE athlete_id = ? ORDER BY raced_on', id).map(
    ({ athleteId: _whose, ...race }) => race,
  );

/** Every athlete's races from this day on, soonest first. */
export const racesFrom = (db: ReadDb, from: PlainDate): StoredRace[] =>
  readAll(db, raceRow, 'SELECT * FROM race WHERE raced_on >= ? ORDER BY raced_on', from);

export const findRace = (db: ReadDb, id: number): StoredRace | undefined =>
  readOne(db, raceRow, 'SELECT * FROM race WHERE id = ?', id);

type NewRace = Omit<StoredRace, 'raceId' | 'athleteId'>;

export const insertRace = (db: WriteDb, id: number, race: NewRace): RaceId =>
  change(
    db,
    'INSERT INTO race (athlete_id, name, raced_on, distance_m, priority, result_s) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    race.name,
    race.racedOn,
    race.distanceM,
    race.priority,
    race.resultS,
  ).id as RaceId;

export const updateRace = (db: WriteDb, id: number, race: NewRace): void => {
  change(
    db,
    'UPDATE race SET name = ?, raced_on = ?, distance_m = ?, priority = ?, result_s = ? WHERE id = ?',
    race.name,
    race.racedOn,
    race.distanceM,
    race.priority,
    race.resultS,
    id,
  );
};

export const deleteRace = (db: WriteDb, id: number): boolean =>
  change(db, 'DELETE FROM race WHERE id = ?', id).rows === 1;
