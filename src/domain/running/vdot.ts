/** Daniels and Gilbert's curves hold for efforts of these lengths (R4.8). */
const LEAST_MIN = 3.5;
const MOST_MIN = 230;

const RIEGEL = 1.06;

/** Oxygen a speed asks for, ml per kg and min; speed in m/min. */
const oxygenAt = (speed: number): number => -4.6 + 0.182258 * speed + 0.000104 * speed ** 2;

/** The share of the maximum that can be held for some minutes. */
const shareHeld = (minutes: number): number =>
  0.8 + 0.1894393 * Math.exp(-0.012778 * minutes) + 0.2989558 * Math.exp(-0.1932605 * minutes);

const at = (distanceM: number, minutes: number): number => oxygenAt(distanceM / minutes) / shareHeld(minutes);

/** VDOT of a race (R4.8). `undefined` outside 3.5 to 230 min, or when the speed is too low to mean anything. */
export const vdotOf = (distanceM: number, durationS: number): number | undefined => {
  const minutes = durationS / 60;
  if (!(distanceM > 0) || !(minutes >= LEAST_MIN) || !(minutes <= MOST_MIN)) return undefined;
  const vdot = at(distanceM, minutes);
  return vdot > 0 ? vdot : undefined;
};

/** VDOTs of people: below nobody walks, above nobody has run. */
const LEAST_VDOT = 20;
const MOST_VDOT = 90;

/** The time an athlete of a VDOT takes for a distance, seconds (R4.8), found by halving. `undefined` outside 3.5 to 230 min. */
export const timeForVdot = (vdot: number, distanceM: number): number | undefined => {
  if (!(vdot >= LEAST_VDOT) || !(vdot <= MOST_VDOT) || !(distanceM > 0)) return undefined;
  if (at(distanceM, LEAST_MIN) < vdot || at(distanceM, MOST_MIN) > vdot) return undefined;
  let [fast, slow] = [LEAST_MIN, MOST_MIN];
  for (let turn = 0; turn < 60; turn += 1) {
    const middle = (fast + slow) / 2;
    if (at(distanceM, middle) > vdot) fast = middle;
    else slow = middle;
  }
  return ((fast + slow) / 2) * 60;
};

/** Shares of VDOT at which training runs are done (R4.8): approximations of Daniels' tables. */
export const TRAINING_SHARES = {
  easySlow: 0.62,
  easy: 0.66,
  easyFast: 0.7,
  marathon: 0.8,
  threshold: 0.88,
  interval: 0.98,
  repetition: 1.05,
} as const;

/** What those runs are called. */
export const PACE_NAMES: Readonly<Record<keyof typeof TRAINING_SHARES, string>> = {
  easySlow: 'Easy, slow end',
  easy: 'Easy',
  easyFast: 'Easy, fast end',
  marathon: 'Marathon',
  threshold: 'Threshold',
  interval: 'Interval',
  repetition: 'Repetition',
};

/** The speed that asks for a share of a VDOT, m/s (R4.8); `undefined` where no speed does. */
export const speedAtShareMps = (vdot: number, share: number): number | undefined => {
  const wanted = vdot * share;
  const speed = (-0.182258 + Math.sqrt(0.182258 ** 2 + 4 * 0.000104 * (4.6 + wanted))) / (2 * 0.000104);
  return vdot >= LEAST_VDOT && vdot <= MOST_VDOT && speed > 0 ? speed / 60 : undefined;
};

/** The time for another distance by Riegel (R4.8), seconds. `undefined` unless everything is above 0. */
export const riegelS = (distanceM: number, durationS: number, otherM: number): number | undefined =>
  distanceM > 0 && durationS > 0 && otherM > 0 ? durationS * (otherM / distanceM) ** RIEGEL : undefined;
