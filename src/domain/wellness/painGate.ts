export type PainDecision = 'progress' | 'hold' | 'reduce' | 'stop' | 'stopAndRefer';

/** Pain of one region on the scale 0 to 10. */
export interface PainReport {
  /** The worst during the session. */
  readonly during: number;
  /** Next morning less the usual level before; negative when better. */
  readonly nextMorningChange: number;
  /** This week less last week; negative when better. */
  readonly weekTrend: number;
  /** Any sign that belongs to a clinician: bony tenderness, night pain, limp, swelling, numbness, fever … */
  readonly hasRedFlag?: boolean | undefined;
}

const isOnScale = (pain: number): boolean => pain >= 0 && pain <= 10;

/**
 * What pain allows next time (R8.1): progress; hold; reduce by a fifth and one set; stop; stop and send to a clinician.
 * For tendon and kneecap complaints that a clinician has cleared. `undefined` when pain is outside 0 to 10 or a change
 * outside −10 to 10.
 */
export const painGate = (report: PainReport): PainDecision | undefined => {
  const { during, nextMorningChange, weekTrend } = report;
  if (!isOnScale(during) || !isOnScale(Math.abs(nextMorningChange)) || !isOnScale(Math.abs(weekTrend)))
    return undefined;
  if (report.hasRedFlag === true) return 'stopAndRefer';
  if (during > 5) return 'stop';
  if (nextMorningChange > 1) return 'reduce';
  return during <= 2 && nextMorningChange <= 0 && weekTrend <= 0 ? 'progress' : 'hold';
};
