import type { Wire } from '../contract/wire.ts';

declare global {
  interface Window {
    /** Put there by the desktop shell's preload; absent in a browser window. */
    readonly wire?: Wire;
  }
}

/** The wire of a browser window: requests and files by POST, news by an event stream. */
const httpWire = (): Wire => {
  const post = async (path: string, body: BodyInit, type: string): Promise<string> => {
    const response = await fetch(path, { method: 'POST', body, headers: { 'Content-Type': type } });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return response.text();
  };
  const source = new EventSource('/events');
  // Whoever asks before the window hears of changes may never hear that the answer is no longer so.
  const hears = new Promise<void>((resolve) => {
    for (const end of ['open', 'error']) source.addEventListener(end, () => resolve(), { once: true });
  });
  return {
    request: async (text) => {
      await hears;
      return post('/wire', text, 'application/json');
    },
    upload: async (bytes, before) => {
      const path = before === undefined ? '/upload' : `/upload?token=${before}`;
      const token: unknown = JSON.parse(await post(path, bytes, 'application/octet-stream'));
      if (typeof token !== 'string') throw new Error('the upload was not answered with a token');
      return token;
    },
    onPush: (listener) => {
      const hear = (event: MessageEvent<string>): void => listener(event.data);
      source.addEventListener('message', hear);
      return () => source.removeEventListener('message', hear);
    },
  };
};

let own: Wire | undefined;

/** The wire that the shell has put there, or a browser window's own: one of it, whoever asks. */
export const hostWire = (): Wire => window.wire ?? (own ??= httpWire());
