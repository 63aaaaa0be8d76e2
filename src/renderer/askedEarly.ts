import { hostWire } from './hostWire.ts';

/** What the window asks when it opens on the roster, letter by letter as the client asks it. */
const FIRST_QUESTIONS = [
  JSON.stringify({ operation: 'app.describe', input: {} }),
  JSON.stringify({ operation: 'roster.view', input: { archived: false } }),
];

/** An answer that nobody has wanted for so long may be out of date. */
const FRESH_MS = 5000;

const answers = new Map<string, { readonly answer: Promise<string>; readonly askedAt: number }>();

/** Asks for the roster while the window's scripts are still being read: by the time it can be drawn, it is there. */
export const askEarly = (): void => {
  if (!['', '#/', '#/roster'].includes(location.hash)) return;
  const { request } = hostWire();
  for (const question of FIRST_QUESTIONS) {
    const answer = request(question);
    // Whoever takes it hears that it has failed; nobody else needs to.
    answer.catch(() => undefined);
    answers.set(question, { answer, askedAt: performance.now() });
  }
};

/** Something has changed since: what was answered may not be so any more. */
export const forgetEarly = (): void => answers.clear();

/** The answer to a question that was asked early; only the first time, and not when it has grown old. A refusal is asked again. */
export const answeredEarly = (question: string): Promise<string> | undefined => {
  const early = answers.get(question);
  answers.delete(question);
  if (early === undefined || performance.now() - early.askedAt > FRESH_MS) return undefined;
  return early.answer.then((text) => (text.startsWith('{"ok":true') ? text : hostWire().request(question)));
};
