import { closeSync, openSync, readSync } from 'node:fs';
import { UPLOAD_PIECE_BYTES } from '../contract/uploadPieces.ts';
import type { Service } from './service.ts';

/** Hands a file of this computer to the service, piece by piece, as a window does. */
export const uploadFile = async (service: Service, path: string): Promise<string> => {
  const piece = Buffer.allocUnsafe(UPLOAD_PIECE_BYTES);
  const file = openSync(path, 'r');
  try {
    let token = await service.upload(piece.subarray(0, readSync(file, piece)));
    for (let length = readSync(file, piece); length > 0; length = readSync(file, piece)) {
      token = await service.upload(piece.subarray(0, length), token);
    }
    return token;
  } finally {
    closeSync(file);
  }
};
