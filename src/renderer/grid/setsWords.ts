import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import type { MassUnit } from '../../domain/kernel/quantity.ts';
import { load } from '../format.ts';

type LiftedSets = OutputOf<Contract['programs']['beside']>['results'][number]['sets'];

/** `3×3×85 @8, 1×2×85`: sets alike told once; of one without a load there is none to tell. */
export const setsWords = (sets: LiftedSets, unit: MassUnit): string => {
  const words = sets.map(({ reps, holdS, loadKg, rpe }) => {
    const amount = reps === undefined ? `${holdS ?? 0}s` : String(reps);
    return `${amount}${loadKg === undefined || loadKg === 0 ? '' : `×${load(loadKg, unit)}`}${rpe === undefined ? '' : ` @${rpe}`}`;
  });
  const runs: { word: string; times: number }[] = [];
  for (const word of words) {
    const last = runs.at(-1);
    if (last?.word === word) last.times += 1;
    else runs.push({ word, times: 1 });
  }
  return runs.map(({ word, times }) => `${times}×${word}`).join(', ');
};
