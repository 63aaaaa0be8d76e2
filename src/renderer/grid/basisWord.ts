import type { LoadBasis, Slot } from '../../domain/programs/program.ts';

const WORDS: Readonly<Record<LoadBasis['kind'], string>> = {
  pct1rm: '%1RM',
  pctTm: '%TM',
  rpe: 'RPE',
  rir: 'RIR',
  rm: 'RM',
  load: 'load',
  mvc: '%MVC',
  bodyweight: 'rung',
  open: 'feel',
};

/** What the loads of a row are a function of, in a word. */
export const basisWord = (slot: Slot | undefined): string => {
  const kind = slot?.prescriptions[0]?.basis.kind;
  return kind === undefined ? '' : WORDS[kind];
};
