import { roundTo } from '../kernel/quantity.ts';
import type { GateFact, GateReason } from './gates.ts';

const FACT_WORDS: Readonly<Record<GateFact, string>> = {
  lifts: 'lifts done of those planned',
  soreness: 'soreness after the last two lifts',
  pain: 'pain in lifts',
  runVolume: 'running done of that planned over three weeks',
  runningFlags: 'findings on running',
  keyRuns: 'key runs missed after a lift',
  runRise: 'how much running the week of the start has',
  race: 'whether there is a race in the week of the start',
  travel: 'whether there is travel in the week of the start',
  liftsTwiceAWeek: 'lifts done at twice a week',
  technique: 'technique at 80 %',
  trend: 'the trend of strength',
};

const percent = (value: number): string => `${roundTo(value, 1)} %`;

/** Why a gate stays shut (R2.11), in words for a coach. */
export const gateReasonText = (reason: GateReason): string => {
  switch (reason.tag) {
    case 'unknown':
      return `not known: ${FACT_WORDS[reason.fact]}`;
    case 'lifts':
      return `${reason.done} of the last ${reason.planned} lifts done, ${reason.needed} needed`;
    case 'soreness':
      return `soreness ${reason.peak}, ${reason.most} at most`;
    case 'pain':
      return `pain ${reason.pain} in lifts, ${reason.most} at most`;
    case 'runVolume':
      return `${percent(reason.percent)} of the planned running done, ${percent(reason.least)} needed`;
    case 'runningFlags':
      return reason.flags === 1 ? '1 finding on running' : `${reason.flags} findings on running`;
    case 'keyRuns':
      return reason.missed === 1 ? '1 key run missed after a lift' : `${reason.missed} key runs missed after a lift`;
    case 'runRise':
      return `running up by ${percent(reason.percent)} in that week, ${percent(reason.most)} at most`;
    case 'race':
      return 'a race in that week';
    case 'travel':
      return 'travel in that week';
    case 'liftsTwiceAWeek':
      return `${reason.done} lifts done at twice a week, ${reason.needed} needed`;
    case 'technique':
      return 'technique not sound at 80 %';
    case 'trend':
      return `strength down by ${percent(-100 * reason.change)}`;
  }
};
