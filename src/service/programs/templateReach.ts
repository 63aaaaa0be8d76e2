import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { addDays, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import { trainingMaxIn } from '../../domain/strength/trainingMax.ts';
import { findAthlete, listAthletes } from '../athletes/athleteStore.ts';
import type { ReadDb } from '../db/sql.ts';
import type { ServiceHandlers } from '../deps.ts';
import { listExercises } from '../exercises/exerciseStore.ts';
import { trendsBefore } from '../training/analysisStore.ts';
import { lastLoadOf } from '../training/liftStore.ts';
import { copiesOf } from './programStore.ts';
import { findTemplate } from './templates.ts';

type Person = OutputOf<Contract['templates']['reach']>['people'][number];

/** What the loads of one exercise rest on today. The training max is that of a block that would begin now (R1.6). */
const strengthOf = (db: ReadDb, athleteId: AthleteId, exerciseKey: string, today: PlainDate): Person['strength'] => {
  const point = trendsBefore(db, athleteId, addDays(today, 1)).find(({ key }) => key === exerciseKey);
  const trainingMaxKg = trainingMaxIn([point?.trend_kg]);
  const lastLift = lastLoadOf(db, athleteId, exerciseKey);
  return {
    exerciseKey,
    from: today,
    ...(point === undefined
      ? {}
      : {
          trend: {
            trendKg: point.trend_kg,
            lowKg: point.low_kg,
            highKg: point.high_kg,
            performedOn: point.day,
          },
        }),
    ...(trainingMaxKg === undefined ? {} : { trainingMaxKg }),
    ...(lastLift === undefined ? {} : { lastLift }),
  };
};

const personOf = (db: ReadDb, athleteId: AthleteId, exerciseKey: string, today: PlainDate): readonly Person[] => {
  const athlete = findAthlete(db, athleteId);
  if (athlete === undefined) return [];
  const { name, massUnit, gym, entryClass } = athlete.details;
  return [
    {
      athleteId,
      athlete: { name, massUnit, gym, entryClass },
      strength: strengthOf(db, athleteId, exerciseKey, today),
    },
  ];
};

export const reachHandlers: Pick<ServiceHandlers['templates'], 'reach'> = {
  reach: ({ templateKey, exerciseKey }, { db, deps, clock }) => {
    const exercises = listExercises(db);
    if (findTemplate(db, deps.resourcesFolder, exercises, templateKey) === undefined)
      return fail({ tag: 'TemplateNotFound', templateKey });
    if (exercises.every(({ key }) => key !== exerciseKey)) return fail({ tag: 'ExerciseNotFound', exerciseKey });
    const today = clock.today();
    const holders = new Set(copiesOf(db, templateKey, today).map(({ athleteId }) => athleteId));
    const everyone = listAthletes(db).filter(({ isArchived }) => !isArchived);
    const asked = holders.size > 0 ? everyone.filter(({ athleteId }) => holders.has(athleteId)) : everyone;
    return ok({
      of: holders.size > 0 ? 'copies' : 'roster',
      people: asked.flatMap(({ athleteId }) => personOf(db, athleteId, exerciseKey, today)),
    });
  },
};
