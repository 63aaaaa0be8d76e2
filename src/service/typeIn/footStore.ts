import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import type { SessionFacts } from '../../domain/typeIn/typedFoot.ts';
import { change, type WriteDb } from '../db/sql.ts';

type Said = Pick<SessionFacts, 'sleepH' | 'painScore' | 'painSite' | 'painRegion'>;

/** The check-in of that day learns what the foot of a sheet says; what else was reported that day stays. */
export const addToCheckIn = (db: WriteDb, athleteId: number, on: PlainDate, said: Said): void => {
  const { sleepH, painScore, painSite, painRegion } = said;
  if ([sleepH, painScore, painSite].every((one) => one === undefined)) return;
  // A place belongs to its score: another score or place takes both away from what was said before.
  const isPain = painScore !== undefined || painSite !== undefined;
  change(
    db,
    `INSERT INTO check_in (athlete_id, checked_on, sleep_h, pain_score, pain_site, pain_region) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
     ON CONFLICT (athlete_id, checked_on) DO UPDATE SET
       sleep_h = coalesce(excluded.sleep_h, sleep_h),
       pain_score = CASE WHEN ?7 THEN excluded.pain_score ELSE pain_score END,
       pain_site = CASE WHEN ?7 THEN excluded.pain_site ELSE pain_site END,
       pain_region = CASE WHEN ?7 THEN excluded.pain_region ELSE pain_region END`,
    athleteId,
    on,
    sleepH,
    painScore,
    painSite,
    painRegion,
    isPain,
  );
};

/** Takes out of a check-in what a sheet had said, where it still stands; a check-in that says nothing else goes. */
export const takeFromCheckIn = (db: WriteDb, athleteId: number, on: PlainDate, said: Said): void => {
  const { sleepH, painScore, painSite, painRegion } = said;
  if (sleepH !== undefined) {
    change(
      db,
      'UPDATE check_in SET sleep_h = NULL WHERE athlete_id = ? AND checked_on = ? AND sleep_h = ?',
      athleteId,
      on,
      sleepH,
    );
  }
  if (painScore !== undefined || painSite !== undefined) {
    change(
      db,
      `UPDATE check_in SET pain_score = NULL, pain_site = NULL, pain_region = NULL
       WHERE athlete_id = ? AND checked_on = ? AND pain_score IS ? AND pain_site IS ? AND pain_region IS ?`,
      athleteId,
      on,
      painScore,
      painSite,
      painRegion,
    );
  }
  change(
    db,
    `DELETE FROM check_in WHERE athlete_id = ? AND checked_on = ? AND coalesce(sleep_h, soreness, fatigue, stress, mood, pain_score,
       pain_site, pain_region, pain_next_morning, hooper_sleep, hooper_fatigue, hooper_stress, hooper_soreness, illness, red_flags,
       notes) IS NULL`,
    athleteId,
    on,
  );
};
