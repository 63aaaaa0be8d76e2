const question = (operation: string, input: object): string => JSON.stringify({ operation, input });

/** What a window asks when it opens on the roster, letter by letter as the client asks it. */
export const FIRST_QUESTIONS: readonly string[] = [
  question('app.describe', {}),
  question('roster.view', { archived: false }),
];
