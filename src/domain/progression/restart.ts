import { returnLoadFactor } from '../strength/retention.ts';

/** A break from lifting; `fever` and how long the athlete has been well again where illness was the reason. */
export interface Break {
  readonly daysOff: number;
  readonly hadFever: boolean;
  /** Hours without symptoms; absent when unknown, which counts as none. */
  readonly symptomFreeH?: number | undefined;
}

/** The first session back. `loadFactor` is what planned loads are multiplied by (R2.13), `volumeFraction` planned sets. */
export type Restart =
  | { readonly kind: 'wait'; readonly hours: number }
  | {
      readonly kind: 'session';
      readonly volumeFraction: number;
      readonly loadFactor: number;
      readonly jumpLevelsDown: 0 | 1;
    }
  /** Too long away for the old plan: week 1 of the start ramp (R2.11). */
  | { readonly kind: 'ramp'; readonly week: 1; readonly loadFactor: number; readonly jumpLevelsDown: 1 };

/** Bands by their last day off, the shortest first; after them the ramp. */
const BANDS: readonly { readonly untilDay: number; readonly volumeFraction: number }[] = [
  { untilDay: 7, volumeFraction: 1 },
  { untilDay: 14, volumeFraction: 0.75 },
  { untilDay: 56, volumeFraction: 0.6 },
];

const SYMPTOM_FREE_H = 48;
const JUMPS_KEPT_DAYS = 14;

/** The days that count: after a fever those of the next longer band, if they are fewer. */
const countedDays = ({ daysOff, hadFever }: Break): number => {
  const band = BANDS.find(({ untilDay }) => daysOff <= untilDay);
  return hadFever && band !== undefined ? band.untilDay + 1 : daysOff;
};

/**
 * How to begin again (R2.13): all sets up to 7 days off, 75 % up to 14, 60 % up to 56, after that the start ramp. After a fever
 * 48 hours without symptoms and the next longer band. Jumps go one level down after more than 14 days. `undefined` for negative
 * days.
 */
export const restartAfter = (absence: Break): Restart | undefined => {
  if (!(absence.daysOff >= 0)) return undefined;
  const wellH = absence.symptomFreeH ?? 0;
  if (absence.hadFever && wellH < SYMPTOM_FREE_H) return { kind: 'wait', hours: SYMPTOM_FREE_H - Math.max(0, wellH) };
  const days = countedDays(absence);
  const band = BANDS.find(({ untilDay }) => days <= untilDay);
  if (band === undefined)
    return { kind: 'ramp', week: 1, loadFactor: returnLoadFactor(absence.daysOff), jumpLevelsDown: 1 };
  return {
    kind: 'session',
    volumeFraction: band.volumeFraction,
    loadFactor: returnLoadFactor(days),
    jumpLevelsDown: days > JUMPS_KEPT_DAYS ? 1 : 0,
  };
};
