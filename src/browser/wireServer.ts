import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { LIMITS } from '../contract/limits.ts';
import { TOPICS } from '../contract/operation.ts';
import { UPLOAD_PIECE_BYTES } from '../contract/uploadPieces.ts';
import type { PushMessage } from '../contract/wire.ts';
import type { Service } from '../service/service.ts';
import { createGuard, isSameSecret, type Guard } from './guard.ts';
import { notFound, refusedPage, rendererPage, type Page } from './pages.ts';

/** Requests are JSON text of a screen's size; files come through `/upload`, piece by piece. */
const MAX_REQUEST_BYTES = LIMITS.requestBytes.most;

/**
 * How much patience the server has. A window is on this machine: who is slower than this, or needs more connections, is none.
 * Without limits a stranger could hold every connection by sending a letter a minute.
 */
export interface Patience {
  /** For the headings of a request. */
  readonly headersMs: number;
  /** For the whole of a request, its body included: the largest is a piece of a file. */
  readonly requestMs: number;
  /** How often it is looked who is over time. */
  readonly lookEveryMs: number;
  readonly connections: number;
}

const PATIENCE: Patience = { headersMs: 10_000, requestMs: 60_000, lookEveryMs: 1000, connections: 128 };

/** Made files that wait to be fetched; the oldest is forgotten first. */
const MOST_OFFERED = 8;

const EVERYTHING_CHANGED = JSON.stringify({ kind: 'changed', topics: [...TOPICS] } satisfies PushMessage);

export interface WireServer {
  /** An address that opens one window, once. `route` is where it opens. */
  readonly windowUrl: (route?: string) => string;
  /** Offers bytes for download to our own window; the address works once. */
  readonly offer: (bytes: Uint8Array, fileName: string) => string;
  readonly url: string;
  /** What a second start must show to be heard. */
  readonly secret: string;
  readonly close: () => Promise<void>;
}

export interface WireServerOptions {
  readonly service: Service;
  readonly rendererFolder: string;
  /** How many windows are listening has changed. */
  readonly onWindows: (count: number) => void;
  /** A second start asks to be shown the first. Returns an address to open by hand where no window can be opened. */
  readonly onShowAgain: () => string | undefined;
  readonly patience?: Patience;
}

class TooLarge extends Error {}

const readBody = async (request: IncomingMessage, limit: number): Promise<Buffer> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = Buffer.from(part as Uint8Array);
    size += bytes.length;
    if (size > limit) throw new TooLarge();
    parts.push(bytes);
  }
  return Buffer.concat(parts);
};

const send = (response: ServerResponse, page: Page): void => {
  response.writeHead(page.status, page.headers);
  response.end(page.body);
};

const sendText = (response: ServerResponse, status: number, body: string): void =>
  send(response, {
    status,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
    body,
  });

interface Offered {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** Serves the window on 127.0.0.1 and a random port: the renderer's files, the wire, uploads, pushes, downloads. */
export const startWireServer = async (options: WireServerOptions): Promise<WireServer> => {
  const { service, rendererFolder, onWindows, onShowAgain, patience = PATIENCE } = options;
  const offered = new Map<string, Offered>();
  const secret = randomUUID();
  const windows = new Set<ServerResponse>();
  let address = '';
  const guard = createGuard(() => address);
  /** Connections on which somebody was refused: what else came along on one is not heard. */
  const hungUp = new WeakSet<Socket>();

  const hangUp = (response: ServerResponse, page: Page): void => {
    if (response.socket !== null) hungUp.add(response.socket);
    send(response, { ...page, headers: { ...page.headers, Connection: 'close' } });
  };

  const listen = (request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      Connection: 'keep-alive',
    });
    // The browser says this number when it comes back after a break: then it may have missed anything.
    response.write('id: 1\n\n');
    if (request.headers['last-event-id'] !== undefined) response.write(`data: ${EVERYTHING_CHANGED}\n\n`);
    const stop = service.onPush((text) => void response.write(`data: ${text}\n\n`));
    windows.add(response);
    onWindows(windows.size);
    // The response's close, not the request's: the request is closed as soon as it has been read.
    response.on('close', () => {
      stop();
      windows.delete(response);
      onWindows(windows.size);
    });
  };

  const download = (response: ServerResponse, key: string): void => {
    const found = offered.get(key);
    if (found === undefined) return send(response, notFound);
    offered.delete(key);
    const asciiName = found.fileName.replace(/[^\w .-]/g, '_');
    response.writeHead(200, {
      'Content-Type': found.fileName.endsWith('.zip') ? 'application/zip' : 'application/pdf',
      'Content-Disposition': `attachment; filename="${asciiName}"; filename*=UTF-8''${encodeURIComponent(found.fileName)}`,
      'Cache-Control': 'no-store',
    });
    response.end(found.bytes);
  };

  const enter = (response: ServerResponse, url: URL, gate: Guard): void => {
    const cookie = gate.redeem(url.searchParams.get('token') ?? '');
    if (cookie === undefined) return hangUp(response, refusedPage('this address has been used already'));
    response.writeHead(303, {
      'Set-Cookie': cookie,
      // A heading holds no other letters, and no line breaks.
      Location: `/#${(url.searchParams.get('route') ?? '/').replace(/[^!-~]/gu, encodeURIComponent)}`,
      'Cache-Control': 'no-store',
    });
    response.end();
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', `http://${address}`);
    const what = `${request.method ?? 'GET'} ${url.pathname}`;
    const isEntering = what === 'GET /open';
    const isSecondStart = what === 'POST /show-again' && isSameSecret(String(request.headers['x-ironstride']), secret);
    const refusal = isEntering || isSecondStart ? guard.strangerRefusal(request) : guard.refusal(request);
    if (refusal !== undefined) return hangUp(response, refusedPage(refusal));
    if (isSecondStart) return sendText(response, 200, JSON.stringify({ url: onShowAgain() }));
    if (isEntering) return enter(response, url, guard);
    if (what === 'GET /events') return listen(request, response);
    if (what === 'POST /wire') {
      return sendText(
        response,
        200,
        await service.request((await readBody(request, MAX_REQUEST_BYTES)).toString('utf8')),
      );
    }
    if (what === 'POST /upload') {
      const bytes = await readBody(request, UPLOAD_PIECE_BYTES);
      const token = await service.upload(bytes, url.searchParams.get('token') ?? undefined);
      return sendText(response, 200, JSON.stringify(token));
    }
    if (request.method === 'GET' && url.pathname.startsWith('/offered/'))
      return download(response, url.pathname.slice(9));
    if (request.method !== 'GET') return send(response, notFound);
    return send(response, await rendererPage(rendererFolder, url.pathname));
  };

  const timing = {
    headersTimeout: patience.headersMs,
    requestTimeout: patience.requestMs,
    connectionsCheckingInterval: patience.lookEveryMs,
  };
  const server = createServer(timing, (request, response) => {
    if (hungUp.has(request.socket)) return;
    answer(request, response).catch((cause: unknown) => {
      if (cause instanceof TooLarge) sendText(response, 413, '"too large"');
      else sendText(response, 400, '"not understood"');
      request.destroy();
    });
  });
  server.maxConnections = patience.connections;
  address = `127.0.0.1:${await listenOnLoopback(server)}`;

  return {
    url: `http://${address}`,
    secret,
    windowUrl: (route = '/') => `http://${address}/open?token=${guard.issueToken()}&route=${encodeURIComponent(route)}`,
    offer: (bytes, fileName) => {
      const key = randomUUID();
      offered.set(key, { bytes, fileName });
      for (const oldest of offered.keys()) {
        if (offered.size <= MOST_OFFERED) break;
        offered.delete(oldest);
      }
      return `/offered/${key}`;
    },
    close: () =>
      new Promise((resolve) => {
        for (const window of windows) window.end();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const listenOnLoopback = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const place = server.address();
      if (place === null || typeof place === 'string') reject(new Error('no port'));
      else resolve(place.port);
    });
  });
