import { fail, ok } from '../../domain/kernel/result.ts';
import type { ServiceHandlers } from '../deps.ts';
import type { WriteDb } from '../db/sql.ts';
import { forgetLearnt } from '../imports/exerciseMapping.ts';
import { deleteImport, takeBackImport } from '../imports/importStore.ts';
import { deleteAthlete } from '../athletes/athleteStore.ts';
import {
  isJournalled,
  listSteps,
  markUndone,
  recordingInto,
  replayStep,
  stepToRedo,
  stepToUndo,
  type JobReceipt,
  type Step,
} from './historyStore.ts';

/** Takes a whole job back by its receipt, recording row by row what redo needs. Returns how many edited rows were kept. */
const takeBackJob = (db: WriteDb, step: number, receipt: JobReceipt, at: string): number =>
  recordingInto(db, step, () => {
    // Summaries still name the exercises that go; they are counted anew before the transaction ends.
    db.write.pragma('defer_foreign_keys = ON');
    switch (receipt.kind) {
      case 'import': {
        const { kept } = takeBackImport(db, receipt.importId, at);
        // Undone is as if it had never been, unless the coach's own edits still stand on it.
        if (kept === 0) deleteImport(db, receipt.importId);
        forgetLearnt(db, receipt);
        return kept;
      }
      case 'sample':
        for (const athleteId of receipt.athleteIds) deleteAthlete(db, athleteId);
        return 0;
    }
  });

const undo = (db: WriteDb, step: Step, at: string): number => {
  if (step.receipt !== undefined && !isJournalled(db, step.step)) return takeBackJob(db, step.step, step.receipt, at);
  replayStep(db, step.step);
  return 0;
};

export const historyHandlers: ServiceHandlers['history'] = {
  list: ({ athleteId, limit }, { db }) =>
    ok({
      steps: listSteps(db, athleteId, limit).map(({ step, label, at, athlete, isUndone }) => ({
        step,
        label,
        at,
        athlete,
        isUndone,
      })),
      canUndo: stepToUndo(db)?.label,
      canRedo: stepToRedo(db)?.label,
    }),

  undo: (_, { db, clock, alsoChanged }) => {
    const step = stepToUndo(db);
    if (step === undefined) return fail({ tag: 'NothingToUndo' });
    const kept = undo(db, step, clock.now());
    markUndone(db, step.step, true);
    alsoChanged(step.topics);
    return ok({ label: step.label, kept });
  },

  redo: (_, { db, alsoChanged }) => {
    const step = stepToRedo(db);
    if (step === undefined) return fail({ tag: 'NothingToRedo' });
    replayStep(db, step.step);
    markUndone(db, step.step, false);
    alsoChanged(step.topics);
    return ok({ label: step.label, kept: 0 });
  },
};
