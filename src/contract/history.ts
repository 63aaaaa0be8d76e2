import { z } from 'zod';
import { command, query } from './operation.ts';
import { historyView, stepContents, takeBackPreview, undoReceipt, walkReceipt } from './schemas/app.ts';
import { athleteId } from './schemas/scalars.ts';

const step = z.int().positive();

export const historyOperations = {
  history: {
    list: query({
      reads: ['history', 'athletes'],
      input: z.strictObject({
        athleteId: athleteId.optional(),
        /** Done at this instant or later. */
        since: z.iso.datetime().optional(),
        /** Every word of it stands in the step's name or in an athlete's. */
        named: z.string().max(120).optional(),
        /** This step and those after it. */
        fromStep: step.optional(),
        limit: z.int().min(1).max(2000),
      }),
      output: historyView,
      errors: [],
    }),
    /** What one step changed. */
    open: query({
      reads: ['history', 'athletes'],
      input: z.strictObject({ step }),
      output: stepContents,
      errors: ['StepNotFound'],
    }),
    undo: command({
      writes: ['history'],
      input: z.strictObject({}),
      output: undoReceipt,
      errors: ['NothingToUndo'],
      label: () => 'Undo',
      walksHistory: true,
    }),
    redo: command({
      writes: ['history'],
      input: z.strictObject({}),
      output: undoReceipt,
      errors: ['NothingToRedo'],
      label: () => 'Redo',
      walksHistory: true,
    }),
    /** Undoes every step from the newest down to this one and this one too. */
    undoTo: command({
      writes: ['history'],
      input: z.strictObject({ step }),
      output: walkReceipt,
      errors: ['StepNotFound'],
      label: () => 'Undo to a step',
      walksHistory: true,
    }),
    /** Brings every undone step again up to this one and this one too. */
    redoTo: command({
      writes: ['history'],
      input: z.strictObject({ step }),
      output: walkReceipt,
      errors: ['StepNotFound'],
      label: () => 'Redo to a step',
      walksHistory: true,
    }),
    /** What `takeBack` would do. */
    previewTakeBack: query({
      reads: ['history', 'athletes'],
      input: z.strictObject({ athleteId, step }),
      output: takeBackPreview,
      errors: ['StepNotFound'],
    }),
    /**
     * Takes back one athlete's steps from the newest down to this one, and nobody else's: a step of its own, which undo takes back
     * again. Refused when one of them changed more than this athlete.
     */
    takeBack: command({
      // Whatever an athlete has: undoing it announces the same.
      writes: ['athletes', 'races', 'programs', 'sessions', 'runs', 'checkIns'],
      input: z.strictObject({ athleteId, step, called: z.string().trim().min(1).max(120) }),
      output: walkReceipt,
      errors: ['StepNotFound', 'StepsInTheWay', 'RowsInTheWay'],
      label: ({ called }) => called,
    }),
  },
};
