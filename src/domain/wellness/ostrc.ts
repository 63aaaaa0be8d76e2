/** The original questionnaire, or its later form with a gatekeeper question. Store the version with each answer. */
export type OstrcVersion = 'original' | 'H2';

export interface OstrcScore {
  /** 0 to 100. */
  readonly score: number;
  /** The problem keeps the athlete from training or takes much of it. */
  readonly isSubstantial: boolean;
  readonly action: 'none' | 'inform' | 'amber' | 'red';
}

const FOUR_POINTS: readonly number[] = [0, 8, 17, 25];
const FIVE_POINTS: readonly number[] = [0, 6, 13, 19, 25];

const ORIGINAL_POINTS: readonly (readonly number[])[] = [FOUR_POINTS, FIVE_POINTS, FIVE_POINTS, FOUR_POINTS];
const H2_POINTS: readonly (readonly number[])[] = [FOUR_POINTS, FOUR_POINTS, FOUR_POINTS, FOUR_POINTS];

const CANNOT_TAKE_PART = 3;
const MODERATE = 2;

const actionFor = (score: number, isSubstantial: boolean): OstrcScore['action'] => {
  if (score > 40 || isSubstantial) return 'red';
  if (score > 20) return 'amber';
  return score > 0 ? 'inform' : 'none';
};

const scored = (score: number, isSubstantial: boolean): OstrcScore => ({
  score,
  isSubstantial,
  action: actionFor(score, isSubstantial),
});

/** Points of four answers; `undefined` when there are not four or one is none of its question's. */
const pointsOf = (answers: readonly number[], table: readonly (readonly number[])[]): readonly number[] | undefined => {
  if (answers.length !== table.length) return undefined;
  const points = answers.flatMap((answer, question) => table[question]?.[answer] ?? []);
  return points.length === table.length ? points : undefined;
};

/**
 * Severity of a health problem in the last week (R8.2): 0 to 100 from the index of each answer (participation, volume,
 * performance, pain; 0 is the mildest). In the H2 version the first answer alone ends it when it is 0 (score 0) or 3
 * (score 100). `undefined` for answers that the questionnaire does not have.
 */
export const ostrcScore = (answers: readonly number[], version: OstrcVersion): OstrcScore | undefined => {
  const [participation = -1, volume = 0, performance = 0] = answers;
  if (version === 'H2' && participation === 0 && answers.length === 1) return scored(0, false);
  if (version === 'H2' && participation === CANNOT_TAKE_PART && answers.length === 1) return scored(100, true);
  const points = pointsOf(answers, version === 'H2' ? H2_POINTS : ORIGINAL_POINTS);
  if (points === undefined) return undefined;
  return scored(
    points.reduce((sum, one) => sum + one, 0),
    participation === CANNOT_TAKE_PART || volume >= MODERATE || performance >= MODERATE,
  );
};
