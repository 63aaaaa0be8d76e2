import { FIRST_QUESTIONS } from '../contract/firstQuestions.ts';
import { hostWire } from './hostWire.ts';

interface Early {
  readonly answer: Promise<string>;
  /** The answer, once it is there. */
  text?: string;
}

/** A window that shows nothing for longer looks as if it were not coming. */
const PATIENCE_MS = 100;

const answers = new Map<string, Early>();

/** Asks for the roster while the window's scripts are still being read: by the time it can be drawn, it is there. */
export const askEarly = (): void => {
  if (!['', '#/', '#/roster'].includes(location.hash)) return;
  const { request, onPush } = hostWire();
  // Something has changed since: what was answered may not be so any more.
  onPush(() => answers.clear());
  for (const question of FIRST_QUESTIONS) {
    const early: Early = { answer: request(question) };
    // Whoever takes it hears that it has failed; nobody else needs to.
    early.answer.then(
      (text) => (early.text = text),
      () => undefined,
    );
    answers.set(question, early);
  }
};

const isAnswer = (text: string): boolean => text.startsWith('{"ok":true');

const taken = (question: string): Early | undefined => {
  const early = answers.get(question);
  answers.delete(question);
  return early;
};

/** The answer to a question that was asked early; only the first time. A refusal is asked again. */
export const answeredEarly = (question: string): Promise<string> | undefined =>
  taken(question)?.answer.then((text) => (isAnswer(text) ? text : hostWire().request(question)));

/** The same, if it is there already. */
export const knownEarly = (question: string): string | undefined => {
  const text = answers.get(question)?.text;
  return text !== undefined && isAnswer(text) ? taken(question)?.text : undefined;
};

/** Resolves when all that was asked early is answered, or could not be, but soon in any case. */
export const earlyAnswers = async (): Promise<void> => {
  const all = Promise.allSettled([...answers.values()].map(({ answer }) => answer));
  await Promise.race([all, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
};
