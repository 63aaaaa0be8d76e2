import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { CHANNELS } from './wire.ts';

/** All that the page gets of the desktop. It never grows: what is new is an operation of the contract. */
contextBridge.exposeInMainWorld(
  'wire',
  Object.freeze({
    request: (text: string): Promise<unknown> => ipcRenderer.invoke(CHANNELS.request, text),
    upload: (bytes: Uint8Array, ...token: readonly string[]): Promise<unknown> =>
      ipcRenderer.invoke(CHANNELS.upload, bytes, ...token),
    onPush: (listener: (text: string) => void): (() => void) => {
      // The event stays here: it would hand the page a way back into Electron.
      const hear = (_event: IpcRendererEvent, text: string): void => listener(text);
      ipcRenderer.on(CHANNELS.push, hear);
      return () => void ipcRenderer.off(CHANNELS.push, hear);
    },
  }),
);
