import { roundTo } from '../kernel/quantity.ts';
import type { Reading } from './guardReport.ts';
import type { Detector, GuardAction } from './guardState.ts';

/** What each detector looks at (R7.2, R7.3). */
export const DETECTOR_NAMES: Readonly<Record<Detector, string>> = {
  D1: 'Pace for the heart rate of easy runs',
  D2: 'Effort of easy runs',
  D3: 'Running done of planned, two weeks',
  D4: 'Runs missed or cut, two weeks',
  D5: 'Runs missed after lifts',
  D6: 'Pace for the heart rate after lifts',
  D7: 'Key runs after lifts',
  D8: 'Soreness two days after lifts',
  D10: 'Easy runs harder than planned',
};

const percent = (share: number, decimals = 0): string => `${roundTo(100 * share, decimals)} %`;

const signed = (value: number, decimals: number): string =>
  `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(roundTo(value, decimals))}`;

const runs = (count: number): string => `${count} ${count === 1 ? 'run' : 'runs'}`;

const km = (metres: number): string => `${roundTo(metres / 1000, 1)} km`;

/** A chance in words that do not round it to nothing. */
const chanceText = (chance: number): string => (chance < 0.001 ? 'under 1 in 1000' : percent(chance, 1));

type KeyReading = Extract<Reading, { readonly detector: 'D7' }>;

const keyRunsText = ({ failed, slower, notPlanned, notRecorded }: KeyReading): string =>
  [
    `${failed} of the last 3 within 72 h after a lift failed`,
    failed > slower ? `${failed - slower} missed or cut` : '',
    slower > 0 ? `${slower} slower than planned by more than 2 % at an RPE 1 or more higher` : '',
    notPlanned > 0 ? `${notPlanned} judged by distance alone: planned without distance, time and RPE` : '',
    notRecorded > 0 ? `${notRecorded} judged by distance alone: no time or RPE recorded, or hilly` : '',
  ]
    .filter((part) => part !== '')
    .join('; ');

/** What a detector found, with its figures. */
export const readingText = (reading: Reading): string => {
  switch (reading.detector) {
    case 'D1':
      return `${signed(100 * Math.expm1(reading.shift), 1)} % over ${runs(reading.runs)}, against ${runs(reading.before)} before`;
    case 'D2':
      return `${signed(reading.shift, 1)} RPE over ${runs(reading.runs)}, against ${runs(reading.before)} before`;
    case 'D3':
      return `${km(reading.doneM)} of ${km(reading.plannedM)}, ${percent(reading.doneM / reading.plannedM)}`;
    case 'D4':
      return `${reading.missed} of ${reading.planned}, usually ${percent(reading.usualRate)}; so many by chance: ${chanceText(reading.chance)}`;
    case 'D5':
      return `${reading.missedAfter} of ${reading.plannedAfter} within 48 h after a lift, ${reading.missedElse} of ${reading.plannedElse} otherwise; by chance: ${chanceText(reading.chance)}`;
    case 'D6':
      return `${signed(100 * reading.change, 1)} % on ${runs(reading.after)} 6 to 36 h after a lift, against ${reading.others} others; chance that it is worse by more than 1 %: ${percent(reading.chance)}`;
    case 'D7':
      return keyRunsText(reading);
    case 'D8':
      return `${reading.soreness} of 10 after the last lift`;
    case 'D10':
      return `${reading.runs} of the last 4 felt 2 or more above an easy effort`;
  }
};

/** What to do, in a coach's words (R7.4). Lifting gives way; the running plan stays. */
export const ADVICE: Readonly<Record<GuardAction, string>> = {
  none: 'Nothing in the running speaks against the lifting.',
  easeLifting:
    'Let lifting give way for a week: raise nothing, take a third of the lower-body sets away and hold a point lower on RPE. The running plan stays.',
  maintain:
    'Go down to what keeps strength: once a week, 2 × 3–5, or no lifting of the legs for one to two weeks; then look again. The running plan stays.',
  lookElsewhere:
    'Not explained by lifting: nothing was raised in two weeks and it does not come after lifts. Look at the running load, sleep, illness, iron and energy.',
  restore: 'Two green weeks: go back to the dose before, then raise one lever a week.',
};
