import type { DraftActivity, DraftSession, DraftWellness } from '../imports/draft.ts';
import type { CsvValue } from './csvText.ts';
import { csvText } from './csvText.ts';

/**
 * Lists of what was done, as they leave the app: kilograms, metres and seconds in plain headings, one thing a row. Importing
 * such a list gives the same again, under the same keys, so that it adds nothing where everything is there already.
 */
const printed = (heading: readonly string[], rows: readonly (readonly CsvValue[])[]): string =>
  csvText([heading, ...rows]);

/** Every set with its session. A session without sets is a row without an exercise, and is not printed. */
export const setListCsv = (sessions: readonly DraftSession[]): string =>
  printed(
    [
      'Ironstride key',
      'Date',
      'Time of day',
      'Session',
      'Session duration (s)',
      'Exercise',
      'Kind',
      'Load (kg)',
      'Reps',
      'Seconds',
      'Distance (m)',
      'RPE',
      'Notes',
      'Session notes',
    ],
    sessions.flatMap((session) =>
      session.sets.map((set) => [
        session.importKey,
        session.performedOn,
        session.timeOfDay,
        session.title,
        session.durationS,
        set.exercise,
        set.kind,
        set.loadKg,
        set.reps,
        set.durationS,
        set.distanceM,
        set.rpe,
        set.notes,
        session.notes,
      ]),
    ),
  );

/** Every run and other activity. */
export const activityListCsv = (activities: readonly DraftActivity[]): string =>
  printed(
    [
      'Ironstride key',
      'Date',
      'Time of day',
      'Sport',
      'Title',
      'Distance (m)',
      'Moving time (s)',
      'Elapsed time (s)',
      'Average heart rate',
      'Max heart rate',
      'Cadence (spm)',
      'Ascent (m)',
      'Power (W)',
      'RPE',
      'Notes',
      'Source ID',
      'Recorded',
    ],
    activities.map((activity) => [
      activity.importKey,
      activity.performedOn,
      activity.timeOfDay,
      activity.sport,
      activity.title,
      activity.distanceM,
      activity.movingS,
      activity.elapsedS,
      activity.averageHr,
      activity.maxHr,
      activity.cadenceSpm,
      activity.ascentM,
      activity.powerW,
      activity.rpe,
      activity.notes,
      activity.sourceId,
      activity.isManual ? '' : 'yes',
    ]),
  );

/** Every measurement of body and readiness. */
export const wellnessListCsv = (measurements: readonly DraftWellness[]): string =>
  printed(
    [
      'Ironstride key',
      'Date',
      'Time of day',
      'Body mass (kg)',
      'Body fat (%)',
      'Resting heart rate',
      'HRV (ms)',
      'HRV score',
      'Sleep (s)',
      'Sleep score',
      'Readiness',
      'Steps',
      'Calories eaten',
    ],
    measurements.map((one) => [
      one.importKey,
      one.measuredOn,
      one.timeOfDay,
      one.bodyMassKg,
      one.bodyFatPercent,
      one.restingHr,
      one.hrvMs,
      one.hrvScore,
      one.sleepS,
      one.sleepScore,
      one.readinessScore,
      one.steps,
      one.intakeKcal,
    ]),
  );
