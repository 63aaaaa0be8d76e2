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
  return {
    request: (text) => post('/wire', text, 'application/json'),
    upload: async (bytes, before) => {
      const path = before === undefined ? '/upload' : `/upload?token=${before}`;
      const token: unknown = JSON.parse(await post(path, bytes, 'application/octet-stream'));
      if (typeof token !== 'string') throw new Error('the upload was not answered with a token');
      return token;
    },
    onPush: (listener) => {
      const source = new EventSource('/events');
      source.addEventListener('message', (event: MessageEvent<string>) => listener(event.data));
      return () => source.close();
    },
  };
};

/** The wire that the shell has put there, or a browser window's own. */
export const hostWire = (): Wire => window.wire ?? httpWire();
