import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser } from '../../src/browser/findBrowser.ts';
import { launchOptions } from '../../src/browser/printPdf.ts';
import { printRoute } from '../../src/contract/printRoute.ts';
import { SHEET_LAYOUTS } from '../../src/domain/sheets/layouts.ts';
import { fixturePath } from '../service/openDesk.ts';
import { SCREENS } from './screens.ts';

/**
 * The whole program with an ear on every way out of this computer: the application in a process of its own (and its jobs in their
 * threads) loaded behind `recordNetwork.ts`, and both browsers, the window's and the one that prints, behind a proxy that
 * writes down whom it is asked for.
 */
const folder = mkdtempSync(join(tmpdir(), 'ironstride-offline-'));
const networkLog = join(folder, 'network.txt');
const recorder = new URL('recordNetwork.ts', import.meta.url).href;
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const asked: string[] = [];
const requested: string[] = [];
let proxy: Server;
let program: ChildProcess;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let home = '';

/** What Node has talked to since this was last asked. */
const talkedTo = (): string[] => {
  if (!existsSync(networkLog)) return [];
  const lines = readFileSync(networkLog, 'utf8').trim().split('\n');
  rmSync(networkLog);
  return lines;
};

const startProxy = (): Promise<number> =>
  new Promise((resolve) => {
    proxy = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(502).end();
    });
    proxy.on('connect', (request, socket) => {
      asked.push(request.url ?? '');
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    proxy.listen(0, '127.0.0.1', () => {
      const place = proxy.address();
      resolve(typeof place === 'object' && place !== null ? place.port : 0);
    });
  });

const environment = (port: number): NodeJS.ProcessEnv => {
  const through = `http://127.0.0.1:${port}`;
  return {
    ...process.env,
    IRONSTRIDE_NETWORK_LOG: networkLog,
    ...Object.fromEntries(['http_proxy', 'https_proxy', 'all_proxy'].map((name) => [name, through])),
    no_proxy: '127.0.0.1,localhost',
  };
};

const firstLine = (from: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    from.stdout?.on('data', (part: Buffer) => {
      said += part.toString();
      if (said.includes('\n')) resolve(said.split('\n')[0] ?? '');
    });
    from.once('exit', (code) => reject(new Error(`the program ended with ${code}`)));
  });

let env: NodeJS.ProcessEnv = {};

beforeAll(async () => {
  env = environment(await startProxy());
  const words = ['--import', recorder, here('serveDesk.ts'), join(folder, 'desk.db')];
  program = spawn(process.execPath, words, { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const opened = await firstLine(program);
  home = new URL(opened).origin;
  const found = findBrowser();
  if (found === undefined) throw new Error('no browser was found, not even the one that npm ci brings');
  browser = await chromium.launch({ ...launchOptions(found), env: { ...env, ...found.env } });
  context = await browser.newContext({ acceptDownloads: true });
  context.on('request', (request) => void requested.push(request.url()));
  page = await context.newPage();
  await page.goto(opened);
}, 60_000);

afterAll(async () => {
  await browser.close();
  const ended = new Promise((resolve) => program.once('exit', resolve));
  program.stdin?.end();
  await ended;
  await new Promise((resolve) => proxy.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

/** Asks the program as its window does. */
const ask = async (operation: string, input: object): Promise<Record<string, unknown>> => {
  const reply = await context.request.post(`${home}/wire`, { data: { operation, input } });
  const { ok, value, error } = (await reply.json()) as { ok: boolean; value: Record<string, unknown>; error: unknown };
  if (!ok) throw new Error(`${operation}: ${JSON.stringify(error)}`);
  return value;
};

const show = async (route: string): Promise<void> => {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, route);
  await expect.poll(() => page.locator('[aria-busy="true"]').count(), { timeout: 10_000 }).toBe(0);
};

test('the whole journey speaks to nobody: every screen, an import, a backup, sheets on paper and as a file', async () => {
  await ask('app.createSample', { athletes: 4, years: 0.5, seed: 3 });
  await page.reload();
  for (const route of SCREENS) await show(route);

  const token: unknown = await (
    await context.request.post(`${home}/upload`, { data: readFileSync(fixturePath('imports/strong-v6.csv')) })
  ).json();
  const file = { token, fileName: 'strong-v6.csv', choices: {}, target: { kind: 'newAthlete', name: 'Nina' } };
  await ask('imports.commit', { files: [file], exercises: [], strict: false });
  await show('/import');
  await page.locator('input[type=file]').first().setInputFiles(fixturePath('imports/strava-en.csv'));
  await page.getByText('strava-en.csv').first().waitFor();
  await ask('app.backUp', { path: join(folder, 'copy.db') });
  await ask('app.verify', {});

  const { week } = await ask('app.describe', {});
  for (const layout of SHEET_LAYOUTS) {
    await show(printRoute({ layout, week: String(week), paper: 'a4' }));
    await page.waitForSelector('html[data-ready="yes"]', { state: 'attached' });
  }
  await page.goto(`${home}/#/sheets`);
  await page.getByRole('article').first().waitFor();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Save PDF/u }).click();
  expect((await downloading).suggestedFilename()).toMatch(/\.pdf$/u);

  const elsewhere = requested.filter((url) => !url.startsWith(`${home}/`) && !/^(?:data|blob):/u.test(url));
  console.log(
    `the whole journey: ${requested.length} requests, ${elsewhere.length} to other places; ` +
      `names and addresses asked for by browsers: ${asked.length}`,
  );
  expect(requested.length).toBeGreaterThan(100);
  expect({ elsewhere, asked, talkedTo: talkedTo() }).toEqual({ elsewhere: [], asked: [], talkedTo: [] });
}, 120_000);

test('the command line speaks to nobody', () => {
  const run = (...words: readonly string[]): string =>
    execFileSync(
      process.execPath,
      ['--import', recorder, 'src/cli/main.ts', ...words, '--db', join(folder, 'cli.db')],
      {
        env,
        encoding: 'utf8',
      },
    );
  run('sample', '--athletes', '2', '--years', '0.5', '--today', '2026-11-23');
  run('import', fixturePath('imports/strong-v6.csv'), '--athlete', 'Nina');
  run('check');
  run('sheets', '--week', '2026-W48', '--out', join(folder, 'week.pdf'));
  run('backup', join(folder, 'copy-of-cli.db'));
  expect(readFileSync(join(folder, 'week.pdf')).subarray(0, 4).toString()).toBe('%PDF');
  expect({ asked, talkedTo: talkedTo() }).toEqual({ asked: [], talkedTo: [] });
}, 120_000);

test('whoever did speak to somebody would be heard: the program, its threads, the page and the browser itself', async () => {
  const thread = join(folder, 'thread.mjs');
  writeFileSync(
    thread,
    `import { connect } from 'node:net'; connect(9, '192.0.2.2').on('error', () => process.exit());`,
  );
  const words = `
    fetch('http://192.0.2.1/').catch(() => 0);
    require('node:dns').lookup('updates.invalid', () => 0);
    require('node:dgram').createSocket('udp4').send('x', 9, '192.0.2.3');
    new (require('node:worker_threads').Worker)(${JSON.stringify(thread)});
    setTimeout(() => process.exit(), 2000);`;
  execFileSync(process.execPath, ['--import', recorder, '--eval', words], { env });
  expect(talkedTo().toSorted()).toEqual(
    expect.arrayContaining(['dns updates.invalid', 'tcp 192.0.2.1', 'tcp 192.0.2.2', 'udp 192.0.2.3']),
  );

  const stray = await context.newPage();
  await stray.goto('http://telemetry.invalid/').catch(() => undefined);
  await stray.goto('https://telemetry.invalid/').catch(() => undefined);
  expect(asked).toEqual(['http://telemetry.invalid/', 'telemetry.invalid:443']);

  const refusedByPolicy = await page.evaluate(async () => {
    const refused: string[] = [];
    document.addEventListener(
      'securitypolicyviolation',
      ({ blockedURI }) => void refused.push(new URL(blockedURI).host),
    );
    await fetch('https://a.invalid/').catch(() => undefined);
    await new Promise((resolve) => {
      const picture = new Image();
      picture.addEventListener('error', resolve);
      picture.src = 'https://b.invalid/x.png';
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    return refused;
  });
  expect(refusedByPolicy).toEqual(['a.invalid', 'b.invalid']);
  expect(asked).toHaveLength(2);
});
