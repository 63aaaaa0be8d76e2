import { mkdirSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { startWireServer, type Patience, type WireServer } from '../../src/browser/wireServer.ts';
import { detailsOf, openDesk, ownFolder, settled, type Desk } from '../service/openDesk.ts';

/** Patience that wears out within a test. */
const SHORT: Patience = { headersMs: 250, requestMs: 500, lookEveryMs: 50, connections: 16 };

/** What no attack may ever be answered with. */
export const SECRET = 'kept-from-everybody';

export const ADD_MALLORY = JSON.stringify({ operation: 'athletes.add', input: { details: detailsOf('Mallory') } });

export interface Besieged {
  readonly server: WireServer;
  readonly desk: Desk;
  /** `127.0.0.1:port` */
  readonly address: string;
  readonly port: number;
  /** The cookie of the coach's own window, which a browser sends along whoever asks. */
  readonly cookie: string;
}

/** A server with a window that has been let in, an athlete on its desk, and a secret beside its folder. */
export const besiege = async (patience: Partial<Patience> = {}): Promise<Besieged> => {
  const folder = join(ownFolder(), 'renderer');
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Desk</title>');
  for (const beside of ['secret.json', 'renderer-secret.json'])
    writeFileSync(join(folder, '..', beside), JSON.stringify({ word: SECRET }));
  const desk = openDesk();
  settled(await desk.client.athletes.add({ details: { ...detailsOf('Ann Private'), notes: SECRET } }));
  const server = await startWireServer({
    service: desk.service,
    rendererFolder: folder,
    onWindows: () => undefined,
    onShowAgain: () => SECRET,
    patience: { ...SHORT, requestMs: 20_000, ...patience },
  });
  onTestFinished(() => server.close());
  const { host: address, port } = new URL(server.url);
  const opened = await say(Number(port), letter('GET', pathOf(server.windowUrl()), { Host: address }));
  const cookie = /set-cookie: ([^;]+)/iu.exec(opened)?.[1] ?? '';
  return { server, desk, address, port: Number(port), cookie };
};

export const pathOf = (url: string): string => {
  const { pathname, search } = new URL(url);
  return pathname + search;
};

/** A request letter by letter: headings may be given twice, and nothing is mended on the way. */
export const letter = (
  method: string,
  path: string,
  headings: Readonly<Record<string, string | readonly string[]>>,
  body?: string,
): string => {
  const lines = Object.entries({ Connection: 'close', ...headings }).flatMap(([name, values]) =>
    (typeof values === 'string' ? [values] : values).map((value) => `${name}: ${value}`),
  );
  const length = body === undefined ? [] : [`Content-Length: ${Buffer.byteLength(body)}`];
  return [`${method} ${path} HTTP/1.1`, ...lines, ...length, '', body ?? ''].join('\r\n');
};

export const dial = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.once('error', reject);
  });

/** All that the other side says until it hangs up, which it must. */
export const untilHungUp = (socket: Socket): Promise<string> =>
  new Promise((resolve) => {
    let said = '';
    socket.on('data', (part: Buffer) => void (said += part.toString('latin1')));
    // Cut off in the middle of a sentence is an answer too.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(said));
  });

/** Sends bytes as they are and hears the server out. */
export const say = async (port: number, text: string): Promise<string> => {
  const socket = await dial(port);
  const heard = untilHungUp(socket);
  socket.write(text, 'latin1');
  return heard;
};

export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/u.exec(answer)?.[1] ?? 0);
