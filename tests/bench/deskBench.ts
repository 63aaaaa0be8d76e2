import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { startBrowserShell } from '../../src/browser/browserShell.ts';
import { createClient } from '../../src/contract/client.ts';
import { contract } from '../../src/contract/contract.ts';
import type { AthleteId } from '../../src/domain/kernel/ids.ts';
import { clockStandingAt } from '../../src/service/clock.ts';
import { rendererFolder } from '../journeys/desk.ts';
import { settled, timed } from './asked.ts';
import { TODAY } from './today.ts';
import { bundled } from './bundled.ts';
import { openForBench } from './openForBench.ts';
import { rosterIn } from './rosterCache.ts';
import { untilPainted } from './untilPainted.ts';
import { benchRow, type BenchRow } from './statistics.ts';

/** Budgets of the design. */
const TRIAGE_MS = 50;
const CHART_MS = 100;
const ASSIGN_MS = 2000;
const MEMORY_MB = 200;

const weight = z.object({ settledMb: z.number(), mostMb: z.number() });

/** Five years of five hundred athletes: the roster's question, a program for two hundred, and what it all weighs. */
const benchRoster = async (folder: string): Promise<BenchRow[]> => {
  const databaseFile = await rosterIn(folder, { athletes: 500, years: 5, seed: 3 });
  const service = openForBench(databaseFile);
  const client = createClient(contract, service);
  const triage: number[] = [];
  const assigned: number[] = [];
  try {
    const ask = (): Promise<string> =>
      service.request(JSON.stringify({ operation: 'roster.view', input: { archived: false } }));
    for (let turn = 0; turn < 8; turn += 1) await ask();
    for (let turn = 0; turn < 60; turn += 1) triage.push(await timed(ask));
    const athletes = settled(await client.athletes.list({})).athletes.filter((one) => !one.isArchived);
    for (let turn = 0; turn < 3; turn += 1) {
      const athleteIds = athletes.slice(0, 200).map(({ athleteId }) => athleteId);
      const assign = () => client.programs.assign({ athleteIds, templateKey: 'heavy-for-runners', startsOn: TODAY });
      assigned.push(await timed(async () => settled(await assign())));
      settled(await client.history.undo({}));
    }
  } finally {
    await service.close();
  }
  const script = await bundled(fileURLToPath(new URL('holdDesk.ts', import.meta.url)));
  const weigh = (): { settledMb: number; mostMb: number } =>
    weight.parse(JSON.parse(execFileSync(process.execPath, [script, databaseFile], { encoding: 'utf8' })));
  const weights = [weigh(), weigh(), weigh()];
  return [
    benchRow('Roster triage, 500 athletes × 5 years', triage, TRIAGE_MS),
    benchRow('Assign 12 weeks to 200 athletes', assigned, ASSIGN_MS, 'median'),
    {
      ...benchRow(
        'Memory of the service, 500 athletes open and looked at',
        weights.map(({ mostMb }) => mostMb),
        MEMORY_MB,
        'median',
      ),
      unit: 'MB',
    },
  ];
};

/** From the press that leads to an athlete until the chart's lines are painted. */
const openChart = async (page: Page, athleteId: AthleteId): Promise<number> => {
  await page.evaluate(() => {
    location.hash = '/roster';
  });
  await page.waitForTimeout(500);
  return untilPainted(page, `/athlete/${athleteId}/overview`, 'section[aria-label="Strength against running"] .trend');
};

/** Athletes of ten years, each opened for the first time. */
const benchCharts = async (folder: string, open: (url: string) => Promise<Page>): Promise<BenchRow[]> => {
  const shell = await startBrowserShell({
    databaseFile: await rosterIn(folder, { athletes: 24, years: 10, seed: 5 }),
    rendererFolder,
    clock: clockStandingAt(TODAY),
  });
  try {
    const client = createClient(contract, shell.service);
    const page = await open(shell.server.windowUrl('/'));
    const charted: AthleteId[] = [];
    for (const { athleteId } of settled(await client.athletes.list({})).athletes) {
      const { lifts, firstDataOn } = settled(await client.analysis.strengthAgainstRunning({ athleteId, weeks: 520 }));
      if (lifts.length > 0 && firstDataOn !== undefined && firstDataOn < '2018') charted.push(athleteId);
    }
    const [first, ...rest] = charted;
    if (first === undefined) throw new Error('nobody of the sample has ten years');
    await openChart(page, first);
    const times: number[] = [];
    for (const athleteId of rest) times.push(await openChart(page, athleteId));
    return [benchRow('Open an athlete of ten years, chart painted', times, CHART_MS)];
  } finally {
    await shell.close();
  }
};

export const benchDesk = async (folder: string, open: (url: string) => Promise<Page>): Promise<BenchRow[]> => [
  ...(await benchRoster(folder)),
  ...(await benchCharts(folder, open)),
];
