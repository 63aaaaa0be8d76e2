import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import { UPLOAD_PIECE_BYTES } from '../src/contract/uploadPieces.ts';
import type { Service } from '../src/service/service.ts';

/** The only names that cross between the page and the desktop: two that ask, one that tells. */
export const CHANNELS = { request: 'wire:request', upload: 'wire:upload', push: 'wire:push' } as const;

export const OUR_ORIGIN = 'app://ironstride';

/** Only the top frame of our own page is answered. */
const refuseStrangers = ({ senderFrame }: IpcMainInvokeEvent): void => {
  if (senderFrame === null || senderFrame.parent !== null || senderFrame.origin !== OUR_ORIGIN) {
    throw new Error('refused: not a page of Ironstride');
  }
};

/** Carries requests and files to the service, and its news to every page that has asked for something. */
export const carryWire = (ipc: IpcMain, service: Service): void => {
  const pages = new Set<WebContents>();
  const meet = (event: IpcMainInvokeEvent): void => {
    refuseStrangers(event);
    if (pages.has(event.sender)) return;
    pages.add(event.sender);
    event.sender.once('destroyed', () => pages.delete(event.sender));
  };
  ipc.handle(CHANNELS.request, (event, text: unknown) => {
    meet(event);
    if (typeof text !== 'string') throw new Error('refused: a request is text');
    return service.request(text);
  });
  ipc.handle(CHANNELS.upload, (event, bytes: unknown, token: unknown) => {
    meet(event);
    const isPiece = bytes instanceof Uint8Array && bytes.length <= UPLOAD_PIECE_BYTES;
    if (!isPiece) throw new Error('refused: a file is bytes, and not that many at once');
    if (token !== undefined && typeof token !== 'string') throw new Error('refused: a token is text');
    return service.upload(bytes, token);
  });
  service.onPush((text) => {
    for (const page of pages) page.send(CHANNELS.push, text);
  });
};
