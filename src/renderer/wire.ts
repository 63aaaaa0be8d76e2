import { createClient, listen } from '../contract/client.ts';
import type { Contract } from '../contract/contract.ts';
import { UPLOAD_PIECE_BYTES } from '../contract/uploadPieces.ts';
import type { PushMessage, Wire } from '../contract/wire.ts';
import { answeredEarly } from './askedEarly.ts';
import { hostWire } from './hostWire.ts';
import { outlines } from './outlines.ts';

/** Several listeners, one stream; and what was asked before there was a client is answered once. */
const shared = (wire: Wire): Wire => {
  const listeners = new Set<(text: string) => void>();
  wire.onPush((text) => {
    for (const listener of listeners) listener(text);
  });
  return {
    ...wire,
    request: (text) => answeredEarly(text) ?? wire.request(text),
    onPush: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};

const wire = shared(hostWire());

/** Every operation of the application, typed. */
export const client = createClient<Contract>(outlines, wire);

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
