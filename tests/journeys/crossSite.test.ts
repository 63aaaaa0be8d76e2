import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowserShell, type BrowserShell } from '../../src/browser/browserShell.ts';
import { findBrowser } from '../../src/browser/findBrowser.ts';
import { launchOptions } from '../../src/browser/printPdf.ts';
import { createClient } from '../../src/contract/client.ts';
import { contract } from '../../src/contract/contract.ts';
import { detailsOf, settled } from '../service/openDesk.ts';
import { rendererFolder } from './desk.ts';

/**
 * A real browser in which the coach's window is open, with its cookie, and beside it a page of somebody else: on another site,
 * on another port of this computer (of which cookies know nothing), and under a name that was turned to point here.
 */
const folder = mkdtempSync(join(tmpdir(), 'ironstride-cross-'));
let shell: BrowserShell;
let browser: Browser;
let context: BrowserContext;
let theirs: Server;
let theirPort: number;

/** With one sign of equality in it: a form of plain text is sent as its field’s name, that sign, and its value. */
const ADD = JSON.stringify({
  operation: 'athletes.add',
  input: { details: { ...detailsOf('Mallory'), notes: 'a=b' } },
});
const figures = { tried: 0, refused: 0 };

const listening = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const place = server.address();
      resolve(typeof place === 'object' && place !== null ? place.port : 0);
    });
  });

beforeAll(async () => {
  shell = await startBrowserShell({ databaseFile: join(folder, 'desk.db'), rendererFolder });
  settled(await createClient(contract, shell.service).athletes.add({ details: detailsOf('Ann Private') }));
  theirs = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Theirs</title><body></body>');
  });
  theirPort = await listening(theirs);
  const found = findBrowser();
  if (found === undefined) throw new Error('no browser was found, not even the one that npm ci brings');
  const options = launchOptions(found);
  browser = await chromium.launch({
    ...options,
    args: [...options.args, '--host-resolver-rules=MAP *.example 127.0.0.1'],
  });
  context = await browser.newContext();
  const ours = await context.newPage();
  await ours.goto(shell.server.windowUrl('/roster'));
  await ours.getByText('Ann Private').first().waitFor();
}, 60_000);

afterAll(async () => {
  console.log(`attacks from pages of other sites: ${figures.tried} tried, ${figures.refused} refused`);
  await browser.close();
  await shell.close();
  await new Promise((resolve) => theirs.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

interface Aim {
  readonly desk: string;
  readonly body: string;
}

/** Everything that a page can do with an address it may not read. Each says `refused`, or what it got. */
const ATTACKS: Readonly<Record<string, (aim: Aim) => Promise<string>>> = {
  'reads the desk': ({ desk }) =>
    fetch(`${desk}/`).then(
      async (answer) => (answer.ok ? answer.text() : 'refused'),
      () => 'refused',
    ),
  'reads the desk with its cookie': ({ desk }) =>
    fetch(`${desk}/`, { credentials: 'include' }).then(
      async (answer) => (answer.ok ? answer.text() : 'refused'),
      () => 'refused',
    ),
  'asks as a script': ({ desk, body }) =>
    fetch(`${desk}/wire`, { method: 'POST', body, credentials: 'include' }).then(
      async (answer) => (answer.ok ? answer.text() : 'refused'),
      () => 'refused',
    ),
  'asks in JSON': ({ desk, body }) =>
    fetch(`${desk}/wire`, { method: 'POST', body, headers: { 'Content-Type': 'application/json' } }).then(
      async (answer) => (answer.ok ? answer.text() : 'refused'),
      () => 'refused',
    ),
  'asks blindly': async ({ desk, body }) => {
    await fetch(`${desk}/wire`, { method: 'POST', body, mode: 'no-cors', credentials: 'include' }).catch(
      () => undefined,
    );
    return 'refused';
  },
  'asks by beacon': async ({ desk, body }) => {
    navigator.sendBeacon(`${desk}/wire`, body);
    return 'refused';
  },
  'posts a form into a frame': ({ desk, body }) =>
    new Promise((resolve) => {
      const frame = document.createElement('iframe');
      frame.name = 'into';
      const form = document.createElement('form');
      Object.assign(form, { action: `${desk}/wire`, method: 'post', enctype: 'text/plain', target: 'into' });
      const field = document.createElement('input');
      [field.name = '', field.value = ''] = body.split('=');
      form.append(field);
      document.body.append(frame, form);
      form.submit();
      setTimeout(() => {
        try {
          resolve(frame.contentDocument?.body.textContent?.includes('"ok":true') === true ? 'an answer' : 'refused');
        } catch {
          resolve('refused');
        }
      }, 400);
    }),
  'frames the desk': ({ desk }) =>
    new Promise((resolve) => {
      const frame = document.createElement('iframe');
      frame.src = `${desk}/`;
      document.body.append(frame);
      setTimeout(() => {
        try {
          resolve(frame.contentDocument?.querySelector('#root') instanceof Element ? 'the page' : 'refused');
        } catch {
          resolve('refused');
        }
      }, 400);
    }),
  'takes the desk for a script': ({ desk }) =>
    new Promise((resolve) => {
      const script = document.createElement('script');
      script.src = `${desk}/index.html`;
      script.addEventListener('load', () => resolve('a script'));
      script.addEventListener('error', () => resolve('refused'));
      document.body.append(script);
    }),
  'takes the desk for a picture': ({ desk }) =>
    new Promise((resolve) => {
      const picture = document.createElement('img');
      picture.src = `${desk}/icon.svg`;
      picture.addEventListener('load', () => resolve('a picture'));
      picture.addEventListener('error', () => resolve('refused'));
      document.body.append(picture);
    }),
  'takes the desk for a style': ({ desk }) =>
    new Promise((resolve) => {
      const link = document.createElement('link');
      Object.assign(link, { rel: 'stylesheet', href: `${desk}/index.html` });
      link.addEventListener('load', () => resolve('a style'));
      link.addEventListener('error', () => resolve('refused'));
      document.body.append(link);
    }),
  'listens to its news': ({ desk }) =>
    new Promise((resolve) => {
      const news = new EventSource(`${desk}/events`, { withCredentials: true });
      news.addEventListener('open', () => resolve('news'));
      news.addEventListener('error', () => {
        news.close();
        resolve('refused');
      });
    }),
  'opens a web socket': ({ desk }) =>
    new Promise((resolve) => {
      const socket = new WebSocket(desk.replace('http', 'ws'));
      socket.addEventListener('open', () => resolve('a socket'));
      socket.addEventListener('error', () => resolve('refused'));
    }),
  'asks a worker to': ({ desk }) =>
    new Promise((resolve) => {
      const code = `fetch('${desk}/', { credentials: 'include' }).then((a) => postMessage(a.ok ? 'a page' : 'refused'), () => postMessage('refused'))`;
      const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
      worker.addEventListener('message', ({ data }) => resolve(String(data)));
    }),
  'opens its window': ({ desk }) =>
    new Promise((resolve) => {
      const opened = window.open(`${desk}/`);
      setTimeout(() => {
        try {
          resolve(opened?.document.querySelector('#root') instanceof Element ? 'a window' : 'refused');
        } catch {
          resolve('refused');
        }
        opened?.close();
      }, 400);
    }),
};

const attackFrom = async (page: Page, names: readonly string[], desk: string): Promise<string[]> => {
  const got: string[] = [];
  for (const name of names) {
    figures.tried += 1;
    const attack = ATTACKS[name];
    const outcome = attack === undefined ? 'no such attack' : await page.evaluate(attack, { desk, body: ADD });
    if (outcome === 'refused') figures.refused += 1;
    else got.push(`${name}: ${outcome.slice(0, 60)}`);
  }
  return got;
};

const athletesNow = async (): Promise<string[]> =>
  settled(await createClient(contract, shell.service).athletes.list({})).athletes.map(({ name }) => name);

describe('a page beside the coach’s window', () => {
  test.each([
    ['on another site', () => `http://evil.example:${theirPort}/`],
    ['on another port of this computer', () => `http://127.0.0.1:${theirPort}/`],
    ['on this computer by its name', () => `http://localhost:${theirPort}/`],
  ])('%s reads nothing and changes nothing', async (_where, address) => {
    const page = await context.newPage();
    await page.goto(address());
    expect(await attackFrom(page, Object.keys(ATTACKS), shell.server.url)).toEqual([]);
    await page.close();
    expect(await athletesNow()).toEqual(['Ann Private']);
  });

  test('posts a whole form at the desk, and is shown a refusal', async () => {
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${theirPort}/`);
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.url().endsWith('/wire')),
      page.evaluate(
        ([action = '', body = '']) => {
          const form = document.createElement('form');
          Object.assign(form, { action, method: 'post', enctype: 'text/plain' });
          const field = document.createElement('input');
          [field.name = '', field.value = ''] = body.split('=');
          form.append(field);
          document.body.append(form);
          form.submit();
        },
        [`${shell.server.url}/wire`, ADD],
      ),
    ]);
    figures.tried += 1;
    if (answer.status() === 403) figures.refused += 1;
    expect(answer.status()).toBe(403);
    await page.close();
    expect(await athletesNow()).toEqual(['Ann Private']);
  });

  test('under a name that was turned to point here is refused as any stranger is', async () => {
    const page = await context.newPage();
    const rebound = `http://rebound.example:${new URL(shell.server.url).port}`;
    // Their page, loaded while the name still led to them: from here on it is our own origin, says the browser.
    await page.route(`${rebound}/theirs`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><body></body>' }),
    );
    await page.goto(`${rebound}/theirs`);
    const got = await attackFrom(
      page,
      Object.keys(ATTACKS).filter((name) => name !== 'opens a web socket'),
      rebound,
    );
    expect(got).toEqual([]);
    expect((await page.goto(`${rebound}/`))?.status()).toBe(403);
    await page.close();
    expect(await athletesNow()).toEqual(['Ann Private']);
  });
});

test('the coach’s cookie is not for scripts, not even for our own', async () => {
  const page = await context.newPage();
  await page.goto(shell.server.url);
  expect(await page.evaluate(() => document.cookie)).toBe('');
  const [cookie] = await context.cookies(shell.server.url);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', domain: '127.0.0.1' });
  await page.close();
});
