import type { Contract } from '../../contract/contract.ts';
import type { InputOf } from '../../contract/derive.ts';

export type GuardAnswer = InputOf<Contract['running']['answerGuard']>['answer']['action'];

/** What a coach can decide about an alarm: as a choice, and as it reads afterwards. */
export const GUARD_ANSWER_WORDS: Readonly<Record<GuardAnswer, { readonly choice: string; readonly done: string }>> = {
  noted: { choice: 'Only note it; the charts go on', done: 'noted' },
  eased: { choice: 'Lifting gives way for a week; the charts begin anew', done: 'lifting gave way' },
  maintained: { choice: 'Down to what keeps strength; the charts begin anew', done: 'down to what keeps strength' },
  restored: { choice: 'Back to the dose before; the charts begin anew', done: 'back to the dose before' },
};
