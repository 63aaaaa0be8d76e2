import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { startBrowserShell } from '../../src/browser/browserShell.ts';
import type { FoundBrowser } from '../../src/browser/findBrowser.ts';
import { launchOptions } from '../../src/browser/printPdf.ts';
import { createClient } from '../../src/contract/client.ts';
import { contract } from '../../src/contract/contract.ts';
import type { AthleteId } from '../../src/domain/kernel/ids.ts';
import { clockStandingAt } from '../../src/service/clock.ts';
import { uploadFile } from '../../src/service/uploadFile.ts';
import { rendererFolder } from '../journeys/desk.ts';
import {
  GOLDEN_CHEETAH_NEEDS,
  goldenCheetahVersion,
  openHiddenDesktop,
  startGoldenCheetah,
  type HiddenDesktop,
} from './goldenCheetah.ts';
import { openForBench } from './openForBench.ts';
import { missingWords, orSkipped, type PeerRows } from './peerProgram.ts';
import { liftsAsCsv, madeRuns, runsAsCsv, writeGoldenCheetahAthlete } from './runsOfAthlete.ts';
import { startOnce } from './startBench.ts';
import { benchRow, ratioRow, type BenchRow } from './statistics.ts';
import { TODAY } from './today.ts';
import { untilAtRest } from './untilAtRest.ts';
import { untilPainted } from './untilPainted.ts';

const RUNS = 2000;
/** Two a week for as long: the chart has its lines, which the peer has not. */
const LIFT_SESSIONS = 571;
const TURNS = 3;
const PATIENCE_MS = 60_000;
const ATHLETE = 'Zoe Bench';
const CHART = 'section[aria-label="Strength against running"] .trend';

const WHAT = `an athlete of ${RUNS.toLocaleString('en')} runs`;

const routeOf = (athleteId: AthleteId): string => `/athlete/${athleteId}/overview`;

interface Kept {
  readonly databaseFile: string;
  readonly athleteIds: readonly AthleteId[];
  /** Of the first athlete, milliseconds. */
  readonly importMs: number;
}

/** So many athletes of the same runs and lifts in a fresh database. */
const importAthletes = async (folder: string, name: string, athletes: number): Promise<Kept> => {
  const paths = { runs: join(folder, 'runs.csv'), lifts: join(folder, 'lifts.csv') };
  writeFileSync(paths.runs, runsAsCsv(madeRuns(RUNS)));
  writeFileSync(paths.lifts, liftsAsCsv(LIFT_SESSIONS));
  const databaseFile = join(folder, `${name}.db`);
  const service = openForBench(databaseFile);
  try {
    const client = createClient(contract, service);
    const times: number[] = [];
    for (let athlete = 1; athlete <= athletes; athlete += 1) {
      const target = { kind: 'newAthlete' as const, name: `${ATHLETE} ${athlete}` };
      const began = performance.now();
      const files = [
        { token: await uploadFile(service, paths.runs), fileName: 'runs.csv', choices: {}, target },
        { token: await uploadFile(service, paths.lifts), fileName: 'lifts.csv', choices: {}, target },
      ];
      const reply = await client.imports.commit({ files, exercises: [], strict: false });
      if (!reply.ok) throw new Error(`the import was refused: ${JSON.stringify(reply.error)}`);
      times.push(performance.now() - began);
    }
    const listed = await client.athletes.list({});
    if (!listed.ok) throw new Error('nobody is listed');
    const athleteIds = listed.value.athletes.map(({ athleteId }) => athleteId);
    return { databaseFile, athleteIds, importMs: times[0] ?? Number.NaN };
  } finally {
    await service.close();
  }
};

interface OwnStart {
  readonly painted: number;
  readonly rest: number;
}

/** From nothing to the athlete's page, and until it has come to rest. */
const startAtAthlete = async (found: FoundBrowser, { databaseFile, athleteIds }: Kept): Promise<OwnStart> => {
  const [athleteId] = athleteIds;
  if (athleteId === undefined) throw new Error('nobody was imported');
  let rest = Number.NaN;
  const painted = await startOnce(found, {
    databaseFile,
    rendererFolder,
    selector: CHART,
    route: routeOf(athleteId),
    afterPaint: async (began) => {
      rest = (await untilAtRest(PATIENCE_MS)) - began;
    },
  });
  return { painted, rest };
};

/** From the press in an open window, athletes who have not been looked at. */
const pressTimes = async (found: FoundBrowser, { databaseFile, athleteIds }: Kept): Promise<readonly number[]> => {
  const shell = await startBrowserShell({ databaseFile, rendererFolder, clock: clockStandingAt(TODAY) });
  const browser = await chromium.launch(launchOptions(found));
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(shell.server.windowUrl('/'));
    const times: number[] = [];
    for (const athleteId of athleteIds) {
      await page.evaluate(() => {
        location.hash = '/roster';
      });
      await page.waitForTimeout(1000);
      times.push(await untilPainted(page, routeOf(athleteId), CHART));
    }
    // The first press of a window also fetches the screen.
    return times.slice(1);
  } finally {
    await browser.close();
    await shell.close();
  }
};

const benchStarts = async (
  found: FoundBrowser,
  desktop: HiddenDesktop,
  folder: string,
  version: string,
): Promise<readonly BenchRow[]> => {
  const library = (name: string): string => join(folder, `library-${name}`);
  const times = {
    first: [] as number[],
    painted: [] as number[],
    rest: [] as number[],
    peerFirst: [] as number[],
    peerWindow: [] as number[],
    peerRest: [] as number[],
  };
  // GoldenCheetah's own first start, with its settings still to write, is not the athlete's.
  writeGoldenCheetahAthlete(library('warm'), ATHLETE, version, madeRuns(10));
  await startGoldenCheetah(desktop, library('warm'), ATHLETE);
  await startAtAthlete(found, await importAthletes(folder, 'warm', 1));
  for (let turn = 0; turn < TURNS; turn += 1) {
    const name = `turn-${turn}`;
    writeGoldenCheetahAthlete(library(name), ATHLETE, version, madeRuns(RUNS));
    times.peerFirst.push((await startGoldenCheetah(desktop, library(name), ATHLETE)).rest);
    const kept = await importAthletes(folder, name, 1);
    times.first.push(kept.importMs + (await startAtAthlete(found, kept)).rest);
    const peer = await startGoldenCheetah(desktop, library(name), ATHLETE);
    times.peerWindow.push(peer.window);
    times.peerRest.push(peer.rest);
    const own = await startAtAthlete(found, kept);
    times.painted.push(own.painted);
    times.rest.push(own.rest);
    rmSync(library(name), { recursive: true });
  }
  const presses = await pressTimes(found, await importAthletes(folder, 'presses', 6));
  const beside = (name: string, values: readonly number[], peer: string, peerValues: readonly number[]): BenchRow =>
    ratioRow(name, values, { name: `GoldenCheetah, ${peer}`, values: peerValues }, Infinity);
  return [
    beside(
      `The first time: import of ${WHAT}, then start to the athlete’s page at rest`,
      times.first,
      'first start with as many activity files, which indexes them, at rest',
      times.peerFirst,
    ),
    beside(
      `Later: start to the page of ${WHAT}, chart painted`,
      times.painted,
      'second start, its window is there, painted or not',
      times.peerWindow,
    ),
    beside(`Later: start to the page of ${WHAT}, at rest`, times.rest, 'second start, at rest', times.peerRest),
    benchRow(`Press to the page of ${WHAT} in an open window, chart painted`, presses, undefined, 'median'),
  ];
};

/** Ironstride beside GoldenCheetah: opening an athlete of two thousand activities. */
export const benchGoldenCheetah = async (found: FoundBrowser, inFolder: string): Promise<PeerRows> => {
  const what = `GoldenCheetah opening ${WHAT}`;
  const missing = missingWords(what, GOLDEN_CHEETAH_NEEDS);
  if (missing !== undefined) return { rows: [], skipped: [missing] };
  const folder = join(inFolder, 'goldencheetah');
  mkdirSync(folder);
  try {
    return await orSkipped(what, async () => {
      const desktop = await openHiddenDesktop(folder);
      try {
        return await benchStarts(found, desktop, folder, goldenCheetahVersion(desktop));
      } finally {
        await desktop.close();
      }
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
