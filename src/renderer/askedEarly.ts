import { FIRST_QUESTIONS } from '../contract/firstQuestions.ts';
import { hostWire } from './hostWire.ts';

const answers = new Map<string, Promise<string>>();

/** Asks for the roster while the window's scripts are still being read: by the time it can be drawn, it is there. */
export const askEarly = (): void => {
  if (!['', '#/', '#/roster'].includes(location.hash)) return;
  const { request, onPush } = hostWire();
  // Something has changed since: what was answered may not be so any more.
  onPush(() => answers.clear());
  for (const question of FIRST_QUESTIONS) {
    const answer = request(question);
    // Whoever takes it hears that it has failed; nobody else needs to.
    answer.catch(() => undefined);
    answers.set(question, answer);
  }
};

/** The answer to a question that was asked early; only the first time. A refusal is asked again. */
export const answeredEarly = (question: string): Promise<string> | undefined => {
  const early = answers.get(question);
  answers.delete(question);
  return early?.then((text) => (text.startsWith('{"ok":true') ? text : hostWire().request(question)));
};
