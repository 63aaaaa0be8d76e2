import { DETECTOR_NAMES, ADVICE, readingText } from '../../domain/guard/guardWords.ts';
import { decouplingText } from '../../domain/guard/longRunDecoupling.ts';
import { DETECTORS } from '../../domain/guard/guardState.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import { findAthlete } from '../athletes/athleteStore.ts';
import type { ServiceHandlers } from '../deps.ts';
import { guardOf, type Guarded } from './guard.ts';
import { runningViewOf } from './runningView.ts';
import { insertGuardNote } from './guardStore.ts';

const detectorsOf = ({ readings, silent }: Guarded) =>
  DETECTORS.map((detector) => {
    const reading = readings.find((one) => one.detector === detector);
    const needs = silent.find((one) => one.detector === detector)?.needs ?? '';
    return {
      detector,
      name: DETECTOR_NAMES[detector],
      alarm: reading?.alarm ?? ('none' as const),
      words: reading === undefined ? `needs ${needs}` : readingText(reading),
      isSilent: reading === undefined,
    };
  });

export const runningHandlers: ServiceHandlers['running'] = {
  view: ({ athleteId, weeks }, { db, clock, deps }) => {
    const athlete = findAthlete(db, athleteId);
    if (athlete === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    const { resourcesFolder } = deps;
    return ok(runningViewOf(db, athlete, { weeks, today: clock.today(), resourcesFolder }));
  },

  guard: ({ athleteId }, { db, clock }) => {
    const athlete = findAthlete(db, athleteId);
    if (athlete === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    const found = guardOf(db, athlete, clock.today());
    const { level, action, liftingSince, chartsSince, efChart, rpeChart, decoupling, notes } = found;
    return ok({
      level,
      action,
      advice: ADVICE[action],
      liftingSince,
      chartsSince,
      detectors: detectorsOf(found),
      decoupling: {
        words: decouplingText(decoupling),
        isSilent: decoupling === undefined,
        isWorse: decoupling?.isWorse === true,
      },
      efChart,
      rpeChart,
      notes,
    });
  },

  answerGuard: ({ athleteId, answer }, { db, clock }) => {
    const athlete = findAthlete(db, athleteId);
    if (athlete === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    const { level, signals } = guardOf(db, athlete, clock.today());
    const detectors = signals.map(({ detector }) => detector);
    insertGuardNote(db, athleteId, { on: clock.today(), level, detectors, ...answer });
    return ok({});
  },
};
