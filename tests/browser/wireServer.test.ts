import { request as plainRequest } from 'node:http';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { TOPICS } from '../../src/contract/operation.ts';
import { startBrowserShell, type BrowserShell } from '../../src/browser/browserShell.ts';
import { startWireServer, type WireServer } from '../../src/browser/wireServer.ts';
import { openDesk, ownFolder } from '../service/openDesk.ts';

const pageFolder = (): string => {
  const folder = join(ownFolder(), 'renderer');
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.html'), '<!doctype html><meta nonce="__CSP_NONCE__"><title>Desk</title>');
  writeFileSync(join(folder, '..', 'secret.json'), '{"secret":true}');
  return folder;
};

interface Served {
  readonly server: WireServer;
  readonly shown: () => number;
}

const serve = async (): Promise<Served> => {
  let shown = 0;
  const server = await startWireServer({
    service: openDesk().service,
    rendererFolder: pageFolder(),
    onWindows: () => undefined,
    onShowAgain: () => {
      shown += 1;
    },
  });
  onTestFinished(() => server.close());
  return { server, shown: () => shown };
};

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A request as anybody may send one: the path goes out as written, and any heading can be forged. */
const send = (server: WireServer, path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port, host } = new URL(server.url);
    const sent = plainRequest(
      { hostname, port, path, method, agent: false, headers: { host, ...headers } },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => void parts.push(part));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts).toString('utf8'),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });

const pathOf = (url: string): string => {
  const { pathname, search } = new URL(url);
  return pathname + search;
};

/** The cookie of a window that was properly opened. */
const enter = async (server: WireServer): Promise<string> => {
  const { headers } = await send(server, pathOf(server.windowUrl()));
  return String(headers['set-cookie']).split(';')[0] ?? '';
};

const LIST = JSON.stringify({ operation: 'athletes.list', input: {} });

describe('the window server', () => {
  test('answers the window that was opened with a token, and keeps its cookie from scripts and other sites', async () => {
    const { server } = await serve();
    const opened = await send(server, pathOf(server.windowUrl('/athletes/3')));
    expect(opened.status).toBe(303);
    expect(opened.headers['location']).toBe('/#/athletes/3');
    expect(String(opened.headers['set-cookie'])).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
    const cookie = await enter(server);
    const answer = await send(server, '/wire', { method: 'POST', headers: { cookie }, body: LIST });
    expect([answer.status, JSON.parse(answer.body)]).toEqual([200, { ok: true, value: { athletes: [] } }]);
  });

  test('takes a file piece by piece, and no piece that is no piece', async () => {
    const { server } = await serve();
    const headers = { cookie: await enter(server) };
    const first = await send(server, '/upload', { method: 'POST', headers, body: 'a' });
    const token = String(JSON.parse(first.body));
    expect(token).toMatch(/^[0-9a-f-]{36}$/);
    const second = await send(server, `/upload?token=${token}`, { method: 'POST', headers, body: 'b' });
    expect([second.status, second.body]).toEqual([200, first.body]);
    const foreign = await send(server, '/upload?token=..%2F..%2Fx', { method: 'POST', headers, body: 'c' });
    expect(foreign.status).toBe(400);
  });

  test('listens on this computer only', async () => {
    const { server } = await serve();
    expect(new URL(server.url).hostname).toBe('127.0.0.1');
  });

  test.each([
    ['a name that points here', { host: 'ironstride.example.org' }],
    ['another port', { host: '127.0.0.1:1' }],
    ['localhost by name', { host: 'localhost' }],
    ['another site', { origin: 'https://example.org' }],
    ['a page without an origin', { origin: 'null' }],
    ['another site, says the browser', { 'sec-fetch-site': 'cross-site' }],
    ['another port of this computer, says the browser', { 'sec-fetch-site': 'same-site' }],
    ['a wrong cookie', { cookie: 'ironstride=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['no cookie', { cookie: '' }],
  ])('refuses %s, whatever is asked', async (_who, headings) => {
    const { server } = await serve();
    const cookie = await enter(server);
    for (const [method, path] of [
      ['POST', '/wire'],
      ['POST', '/upload'],
      ['GET', '/'],
      ['GET', '/events'],
      ['GET', '/offered/x'],
    ] as const) {
      const answer = await send(server, path, {
        method,
        headers: { cookie, ...headings },
        ...(method === 'POST' ? { body: LIST } : {}),
      });
      expect([path, answer.status]).toEqual([path, 403]);
      expect(answer.body).not.toContain('athletes');
    }
  });

  test('takes a token once: an address in somebody’s history opens nothing', async () => {
    const { server } = await serve();
    const path = pathOf(server.windowUrl());
    expect((await send(server, path)).status).toBe(303);
    const again = await send(server, path);
    expect(again.status).toBe(403);
    expect(again.headers['set-cookie']).toBeUndefined();
    expect((await send(server, '/open?token=guess')).status).toBe(403);
    expect((await send(server, '/open')).status).toBe(403);
  });

  test('takes no token from another site', async () => {
    const { server } = await serve();
    const path = pathOf(server.windowUrl());
    expect((await send(server, path, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect((await send(server, path)).status).toBe(303);
  });

  test.each([
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/..%5csecret.json',
    '/assets/..%2f..%2fsecret.json',
    '//etc/passwd',
    '/%00',
    '/%zz',
    '/index.html/../../secret.json',
  ])('serves nothing outside its folder for %s', async (path) => {
    const { server } = await serve();
    const answer = await send(server, path, { headers: { cookie: await enter(server) } });
    expect([400, 403, 404]).toContain(answer.status);
    expect(answer.body).not.toContain('secret');
  });

  test('serves its page under a strict policy, never stored, never framed, never guessed at', async () => {
    const { server } = await serve();
    const { status, headers, body } = await send(server, '/', { headers: { cookie: await enter(server) } });
    expect(status).toBe(200);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-');
    expect(body).toContain(/'nonce-([^']+)'/.exec(policy)?.[1] ?? 'no nonce');
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  test('stops reading a request that is far larger than any screen', async () => {
    const { server } = await serve();
    const cookie = await enter(server);
    const body = 'x'.repeat(17 * 1024 * 1024);
    const answer = await send(server, '/wire', { method: 'POST', headers: { cookie }, body }).catch(() => 'cut off');
    expect(answer === 'cut off' || (typeof answer !== 'string' && answer.status === 413)).toBe(true);
    const after = await send(server, '/wire', { method: 'POST', headers: { cookie }, body: LIST });
    expect(after.status).toBe(200);
  });

  test('hands a made file over once', async () => {
    const { server } = await serve();
    const cookie = await enter(server);
    const path = server.offer(new TextEncoder().encode('%PDF'), 'Wöche "48".pdf');
    const first = await send(server, path, { headers: { cookie } });
    expect([first.status, first.body]).toEqual([200, '%PDF']);
    expect(first.headers['content-disposition']).toBe(
      `attachment; filename="W_che _48_.pdf"; filename*=UTF-8''W%C3%B6che%20%2248%22.pdf`,
    );
    expect((await send(server, path, { headers: { cookie } })).status).toBe(404);
  });

  test('shows its window again to a second start that knows the secret, and to nobody else', async () => {
    const { server, shown } = await serve();
    expect((await send(server, '/show-again', { method: 'POST' })).status).toBe(403);
    expect((await send(server, '/show-again', { method: 'POST', headers: { 'x-ironstride': 'guess' } })).status).toBe(
      403,
    );
    expect(shown()).toBe(0);
    expect(
      (await send(server, '/show-again', { method: 'POST', headers: { 'x-ironstride': server.secret } })).status,
    ).toBe(200);
    expect(shown()).toBe(1);
  });

  test('does nothing else by other methods', async () => {
    const { server } = await serve();
    const cookie = await enter(server);
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'POST']) {
      expect((await send(server, '/index.html', { method, headers: { cookie } })).status).toBe(404);
    }
  });
});

describe('the browser shell', () => {
  const openWindow = async ({ server }: BrowserShell, headers: Readonly<Record<string, string>> = {}) => {
    const cookie = await enter(server);
    const leave = new AbortController();
    const response = await fetch(`${server.url}/events`, { headers: { cookie, ...headers }, signal: leave.signal });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    return { close: () => leave.abort(), read: async () => (await reader?.read())?.value ?? '' };
  };

  const start = async (onLastWindowClosed: () => void, graceMs: number): Promise<BrowserShell> => {
    const databaseFile = join(ownFolder(), 'desk.db');
    const shell = await startBrowserShell({ databaseFile, rendererFolder: pageFolder(), onLastWindowClosed, graceMs });
    onTestFinished(() => shell.close());
    return shell;
  };

  test('ends a moment after its last window was closed, and not with the one before', async () => {
    const ended = vi.fn<() => void>();
    const shell = await start(ended, 1);
    const [one, two] = [await openWindow(shell), await openWindow(shell)];
    one.close();
    await expect(send(shell.server, '/nothing')).resolves.toMatchObject({ status: 403 });
    expect(ended).not.toHaveBeenCalled();
    two.close();
    await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce());
  });

  test('tells every window what has changed', async () => {
    const shell = await start(() => undefined, 60_000);
    const { read, close } = await openWindow(shell);
    expect(await read()).toBe('id: 1\n\n');
    shell.service.push({ kind: 'show', route: '/roster' });
    expect(await read()).toBe('data: {"kind":"show","route":"/roster"}\n\n');
    close();
  });

  test('tells a window that comes back after a break that anything may have changed', async () => {
    const { read, close } = await openWindow(await start(() => undefined, 60_000), { 'Last-Event-ID': '1' });
    let told = '';
    while (!told.endsWith('}\n\n')) told += await read();
    expect(told).toContain('"kind":"changed"');
    for (const topic of TOPICS) expect(told).toContain(`"${topic}"`);
    close();
  });

  test('leaves word where it can be reached, readable to its owner only', async () => {
    const folder = ownFolder();
    const databaseFile = join(folder, 'desk.db');
    const shell = await startBrowserShell({ databaseFile, rendererFolder: pageFolder() });
    const { readFileSync, statSync, existsSync } = await import('node:fs');
    const owner: unknown = JSON.parse(readFileSync(`${databaseFile}-owner.json`, 'utf8'));
    expect(owner).toEqual({
      pid: process.pid,
      shell: 'browser window',
      url: shell.server.url,
      secret: shell.server.secret,
    });
    expect(statSync(`${databaseFile}-owner.json`).mode & 0o077).toBe(0);
    await shell.close();
    expect(existsSync(`${databaseFile}-owner.json`)).toBe(false);
    expect(dirname(databaseFile)).toBe(folder);
  });
});
