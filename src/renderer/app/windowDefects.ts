import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';

/** A window that breaks over and over would fill the log with one and the same. */
const MOST_NOTES = 20;
let noted = 0;

/** Sends an error of this window to the log; answers with the reference under which it stands there. */
export const noteDefect = async (cause: unknown): Promise<string | undefined> => {
  if (!(cause instanceof Error) || noted >= MOST_NOTES) return undefined;
  noted += 1;
  const reply = await client.diagnostics.noteDefect({
    name: cause.name.slice(0, 60),
    stack: (cause.stack ?? '').slice(0, 8000),
  });
  return reply.ok ? reply.value.reference : undefined;
};

/** Puts what helps to find a fault on the clipboard. */
export const copyDiagnostics = async (): Promise<void> => {
  const reply = await client.diagnostics.copy({});
  if (!reply.ok)
    return tell({ tone: 'problem', text: 'The diagnostics could not be read: Ironstride itself is closed.' });
  try {
    await navigator.clipboard.writeText(reply.value.text);
  } catch {
    return tell({ tone: 'problem', text: 'The browser did not let this window use the clipboard.' });
  }
  return tell({ tone: 'done', text: 'Diagnostics copied. They name no athlete; send them to whoever helps you.' });
};

const tellOf = async (cause: unknown): Promise<void> => {
  const reference = await noteDefect(cause);
  if (reference === undefined) return;
  tell({
    tone: 'problem',
    text: `Something went wrong in this window (reference ${reference}). Everything up to here is saved.`,
    action: { label: 'Copy diagnostics', run: () => void copyDiagnostics() },
  });
};

/** Hears what nobody has caught. */
export const hearDefects = (): void => {
  window.addEventListener('error', ({ error }: ErrorEvent) => void tellOf(error));
  window.addEventListener('unhandledrejection', ({ reason }) => void tellOf(reason));
};
