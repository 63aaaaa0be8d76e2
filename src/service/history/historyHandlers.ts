import type { Contract } from '../../contract/contract.ts';
import type { ParsedInputOf } from '../../contract/derive.ts';
import { plainText } from '../../domain/kernel/plainText.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import type { ServiceHandlers } from '../deps.ts';
import type { ReadDb, WriteDb } from '../db/sql.ts';
import { deleteUnusedExercise } from '../exercises/exerciseStore.ts';
import { forgetLearnt } from '../imports/exerciseMapping.ts';
import { deleteImport, takeBackImport } from '../imports/importStore.ts';
import { forgetMappings } from '../imports/mappingStore.ts';
import { deleteAthlete } from '../athletes/athleteStore.ts';
import {
  countSteps,
  findStep,
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
import { changesOf } from './stepChanges.ts';
import { takeBackSteps, takingBack } from './takeBack.ts';

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
        forgetMappings(db, receipt.mappings, at);
        return kept;
      }
      case 'sample':
        for (const athleteId of receipt.athleteIds) deleteAthlete(db, athleteId);
        return 0;
      case 'handOver':
        for (const athleteId of receipt.athleteIds) deleteAthlete(db, athleteId);
        for (const exerciseId of receipt.exerciseIds) deleteUnusedExercise(db, exerciseId);
        return 0;
    }
  });

/** Takes the newest step that stands back. Returns how many edited rows of an import were kept. */
const undoStep = (db: WriteDb, step: Step, at: string): number => {
  const isWhole = step.receipt !== undefined && !isJournalled(db, step.step);
  const kept = isWhole && step.receipt !== undefined ? takeBackJob(db, step.step, step.receipt, at) : 0;
  if (!isWhole) replayStep(db, step.step);
  markUndone(db, step.step, true);
  return kept;
};

const redoStep = (db: WriteDb, step: Step): void => {
  replayStep(db, step.step);
  markUndone(db, step.step, false);
};

const viewOf = ({ step, label, at, athletes, athleteCount, isUndone }: Step) => ({
  step,
  label,
  at,
  athletes: [...athletes],
  athleteCount,
  isUndone,
});

/** Steps whose name, or an athlete of theirs, holds every word that is looked for. */
const named = (steps: readonly Step[], wanted: string): readonly Step[] => {
  const words = plainText(wanted).split(/\s+/u);
  return steps.filter(({ label, athletes }) => {
    const text = plainText([label, ...athletes.map(({ name }) => name)].join(' '));
    return words.every((word) => text.includes(word));
  });
};

const found = (db: ReadDb, { named: wanted, limit, ...filter }: ParsedInputOf<Contract['history']['list']>) => {
  if (wanted === undefined || wanted.trim() === '') {
    return { steps: listSteps(db, filter, limit), count: countSteps(db, filter) };
  }
  const all = named(listSteps(db, filter), wanted);
  return { steps: all.slice(0, limit), count: all.length };
};

export const historyHandlers: ServiceHandlers['history'] = {
  list: (input, { db }) => {
    const { steps, count } = found(db, input);
    return ok({
      steps: steps.map(viewOf),
      count,
      canUndo: stepToUndo(db)?.label,
      canRedo: stepToRedo(db)?.label,
    });
  },

  open: ({ step: wanted }, { db }) => {
    const step = findStep(db, wanted);
    if (step === undefined) return fail({ tag: 'StepNotFound', step: wanted });
    return ok({ step: viewOf(step), changes: changesOf(db, step) });
  },

  undo: (_, { db, clock, alsoChanged }) => {
    const step = stepToUndo(db);
    if (step === undefined) return fail({ tag: 'NothingToUndo' });
    const kept = undoStep(db, step, clock.now());
    alsoChanged(step.topics);
    return ok({ label: step.label, kept });
  },

  redo: (_, { db, alsoChanged }) => {
    const step = stepToRedo(db);
    if (step === undefined) return fail({ tag: 'NothingToRedo' });
    redoStep(db, step);
    alsoChanged(step.topics);
    return ok({ label: step.label, kept: 0 });
  },

  undoTo: ({ step: wanted }, { db, clock, alsoChanged }) => {
    const target = findStep(db, wanted);
    if (target === undefined || target.isUndone) return fail({ tag: 'StepNotFound', step: wanted });
    const labels: string[] = [];
    let kept = 0;
    for (let step = stepToUndo(db); step !== undefined && step.step >= wanted; step = stepToUndo(db)) {
      kept += undoStep(db, step, clock.now());
      alsoChanged(step.topics);
      labels.push(step.label);
    }
    return ok({ steps: labels.length, labels, kept });
  },

  redoTo: ({ step: wanted }, { db, alsoChanged }) => {
    const target = findStep(db, wanted);
    if (target === undefined || !target.isUndone) return fail({ tag: 'StepNotFound', step: wanted });
    const labels: string[] = [];
    for (let step = stepToRedo(db); step !== undefined && step.step <= wanted; step = stepToRedo(db)) {
      redoStep(db, step);
      alsoChanged(step.topics);
      labels.push(step.label);
    }
    return ok({ steps: labels.length, labels, kept: 0 });
  },

  previewTakeBack: ({ athleteId, step }, { db }) => {
    const taking = takingBack(db, athleteId, step);
    if (taking === undefined) return fail({ tag: 'StepNotFound', step });
    return ok({
      steps: taking.steps.map(viewOf),
      inTheWay: taking.inTheWay.map(({ step: one, why }) => ({ step: viewOf(one), why })),
    });
  },

  takeBack: ({ athleteId, step }, { db }) => {
    const taking = takingBack(db, athleteId, step);
    if (taking === undefined) return fail({ tag: 'StepNotFound', step });
    const { steps, inTheWay } = taking;
    if (inTheWay.length > 0) return fail({ tag: 'StepsInTheWay', labels: inTheWay.map((one) => one.step.label) });
    if (!takeBackSteps(db, steps)) return fail({ tag: 'RowsInTheWay' });
    return ok({ steps: steps.length, labels: steps.map(({ label }) => label), kept: 0 });
  },
};
