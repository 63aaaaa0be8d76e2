/**
 * Time under tension of holds in seconds (R2.9): sets × repetitions × seconds. `undefined` unless all three are above 0.
 */
export const timeUnderTensionS = (sets: number, reps: number, holdS: number): number | undefined =>
  sets > 0 && reps > 0 && holdS > 0 ? sets * reps * holdS : undefined;
