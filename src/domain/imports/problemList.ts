import type { ImportProblem } from './draft.ts';

/** So many problems of a file are described: nobody reads more, and a file may have one in each of a million rows. */
export const MOST_DESCRIBED = 5000;

/** Problems as they are found: the first are described, all are counted. */
export interface ProblemList {
  readonly push: (problem: ImportProblem) => void;
  readonly described: () => readonly ImportProblem[];
  /** Problems beyond those that are described. */
  readonly undescribed: () => number;
}

/** A list that begins with what is known already. */
export const problemList = (before: readonly ImportProblem[] = [], undescribedBefore = 0): ProblemList => {
  const described = before.slice(0, MOST_DESCRIBED);
  let undescribed = undescribedBefore + before.length - described.length;
  return {
    push: (problem) => {
      if (described.length < MOST_DESCRIBED) described.push(problem);
      else undescribed += 1;
    },
    described: () => described,
    undescribed: () => undescribed,
  };
};
