import { createClient, listen } from '../contract/client.ts';
import { contract } from '../contract/contract.ts';
import { UPLOAD_PIECE_BYTES } from '../contract/uploadPieces.ts';
import type { PushMessage, Wire } from '../contract/wire.ts';

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

/** Several listeners, one stream. */
const shared = (wire: Wire): Wire => {
  const listeners = new Set<(text: string) => void>();
  wire.onPush((text) => {
    for (const listener of listeners) listener(text);
  });
  return {
    ...wire,
    onPush: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};

const wire = shared(window.wire ?? httpWire());

/** Every operation of the application, typed. */
export const client = createClient(contract, wire);

/** Sends a file across once, piece by piece; what comes back names it in later requests. */
export const uploadFile = async (file: File): Promise<string> => {
  const piece = async (from: number): Promise<Uint8Array<ArrayBuffer>> =>
    new Uint8Array(await file.slice(from, from + UPLOAD_PIECE_BYTES).arrayBuffer());
  const token = await wire.upload(await piece(0));
  for (let from = UPLOAD_PIECE_BYTES; from < file.size; from += UPLOAD_PIECE_BYTES) {
    await wire.upload(await piece(from), token);
  }
  return token;
};

export const onPush = (listener: (message: PushMessage) => void): (() => void) => listen(wire, listener);
