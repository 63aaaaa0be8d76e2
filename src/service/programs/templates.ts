import {
  rampBlock,
  RAMP_FIRST_WEEK,
  RAMP_ROWS,
  rampRpeCap,
  type RampDose,
} from '../../domain/programs/startRampRows.ts';
import { ENTRY_CLASSES, type EntryClass } from '../../domain/programs/program.ts';

export const START_RAMP_KEY = 'start-ramp';

const MEANING: Readonly<Record<EntryClass, string>> = {
  A: 'No lifting for six months or more',
  B: 'Some lifting in the last six months, none of it heavy',
  C: 'Lifting now',
};

const doseText = (dose: RampDose | undefined): string =>
  dose === undefined ? '' : `${dose.sets}×${dose.reps} @ ${Math.round(dose.fraction * 1000) / 10} %`;

/** The one template there is so far, as the library shows it: R2.11 for each entry class. */
export const templateViews = () => [
  {
    key: START_RAMP_KEY,
    name: 'Start ramp',
    summary:
      'Start small and build: once a week and light at first, then twice a week, then heavy and short. One thing is raised at a time, and every fourth week is easier.',
    evidence:
      'A design of our own. Its direction follows the ACSM position stand of 2009 (load up 2–10 % at a time, multi-joint first); two sessions a week is what most trials used in which runners gained. It promises strength, not fewer injuries.',
    classes: ENTRY_CLASSES.map((entryClass) => ({
      entryClass,
      meaning: MEANING[entryClass],
      weeks: RAMP_ROWS.filter((row) => row.number >= RAMP_FIRST_WEEK[entryClass]).map((row) => ({
        number: row.number,
        block: rampBlock(row.number)?.name ?? '',
        kind: row.kind,
        sessions: row.b === undefined ? 1 : 2,
        heavy: doseText(row.a),
        second: doseText(row.b),
        rpeCap: rampRpeCap(row, entryClass),
        lever: row.lever,
      })),
    })),
  },
];
