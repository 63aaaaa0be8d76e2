import type { RedFlag } from '../../domain/wellness/checkIn.ts';
import type { Light } from '../../domain/wellness/hooper.ts';
import type { PainDecision } from '../../domain/wellness/painGate.ts';
import type { GuardGroup } from '../../domain/wellness/specialGroups.ts';
import type { PainRegion } from '../../domain/wellness/substitution.ts';
import type { Illness } from '../../domain/wellness/trafficLight.ts';
import type { StatusLevel } from '../kit/Status.tsx';

export const REGION_WORDS: Readonly<Record<PainRegion, string>> = {
  K: 'Knee',
  A: 'Ankle, calf or foot',
  H: 'Hamstring',
  G: 'Groin or hip flexor',
  L: 'Low back',
};

export const ILLNESS_WORDS: Readonly<Record<Illness, string>> = {
  none: 'Not ill',
  aboveNeck: 'A cold, no fever',
  feverOrBelowNeck: 'Fever or below the neck',
};

export const RED_FLAG_WORDS: Readonly<Record<RedFlag, string>> = {
  bonePain: 'One spot on a bone is tender, or hopping hurts',
  nightPain: 'Pain at night or at rest',
  risingPain: 'Pain that rises during every run',
  limp: 'A limp',
  swelling: 'Swelling',
  numbness: 'Numbness or weakness',
  bladderBowel: 'A change of bladder or bowel',
  chestPain: 'Chest pain or fainting',
  weightLoss: 'Weight lost without a reason',
  missedPeriods: 'No period for three months or more',
  fever: 'Fever',
};

export const LIGHT_LEVELS: Readonly<Record<Light, StatusLevel>> = { green: 'ok', amber: 'look', red: 'act' };

export const LIGHT_WORDS: Readonly<Record<Light, string>> = {
  green: 'Green: lift as planned',
  amber: 'Amber: a lighter day',
  red: 'Red: no lower-body lifting',
};

/** What a light asks for beyond the doses of the next session. */
export const lightRule = (light: Light, reasons: number): string => {
  if (light === 'green') return '';
  if (light === 'red') return 'Upper body and trunk, or rest. Move the session to another day.';
  const dose = reasons > 1 ? 'Half the sets and 10 % off the load' : 'One set less and 7.5 % off the load';
  return `${dose} of lower-body lifts, RPE cap one lower, no medium or hard jumps, nothing new.`;
};

export const DECISION_WORDS: Readonly<Record<PainDecision, string>> = {
  progress: 'pain allows the next step',
  hold: 'hold; nothing goes up',
  reduce: '20 % less load and one set less next time',
  stop: 'stop what brings it on',
  stopAndRefer: 'stop lower-body loading and refer to a clinician',
};

export const GROUP_WORDS: Readonly<Record<GuardGroup, string>> = {
  youth: 'Under 18',
  novice: 'New to lifting',
  masters: 'Masters',
  pregnancy: 'Pregnancy',
  postpartum: 'After a birth',
  referFirst: 'Refer first',
};

interface HealthQuestion {
  readonly ask: string;
  readonly answers: readonly string[];
}

/** The weekly health questions in the version with a gatekeeper (R8.2), in our own words. The index of an answer is its value. */
export const HEALTH_QUESTIONS: readonly HealthQuestion[] = [
  {
    ask: 'Did any health problem get in the way of training and racing this week?',
    answers: [
      'No problem, took part in everything',
      'Took part in everything, with a problem',
      'Took part in less because of it',
      'Could not take part at all',
    ],
  },
  {
    ask: 'How far was training or racing changed because of it?',
    answers: ['Not at all', 'A little', 'Moderately', 'A lot'],
  },
  { ask: 'How far did it lower performance?', answers: ['Not at all', 'A little', 'Moderately', 'A lot'] },
  { ask: 'How strong were the complaints?', answers: ['None', 'Mild', 'Moderate', 'Severe'] },
];
