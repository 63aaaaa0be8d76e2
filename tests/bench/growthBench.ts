import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startBrowserShell } from '../../src/browser/browserShell.ts';
import { openPrinter } from '../../src/browser/printPdf.ts';
import { createClient } from '../../src/contract/client.ts';
import { contract, type Contract } from '../../src/contract/contract.ts';
import type { Client } from '../../src/contract/derive.ts';
import { printRoute } from '../../src/contract/printRoute.ts';
import type { AthleteId } from '../../src/domain/kernel/ids.ts';
import type { IsoWeek } from '../../src/domain/kernel/plainDate.ts';
import { clockStandingAt } from '../../src/service/clock.ts';
import { rendererFolder } from '../journeys/desk.ts';
import { settled, timed } from './asked.ts';
import { openGrid, sizedProgram } from './gridBench.ts';
import { growthRow, type Cost, type GrowthRow } from './growth.ts';
import { importRows } from './importBench.ts';
import { openForBench } from './openForBench.ts';
import { rosterIn } from './rosterCache.ts';
import { medianOf } from './statistics.ts';
import { TODAY } from './today.ts';

const WEEK = '2026-W48' as IsoWeek;

/** The median of some turns, after one that is not counted. */
const costOf = async (size: number, turns: number, work: (turn: number) => Promise<number>): Promise<Cost> => {
  await work(0);
  const times: number[] = [];
  for (let turn = 1; turn <= turns; turn += 1) times.push(await work(turn));
  return { size, ms: medianOf(times) };
};

const ROSTERS = [31, 125, 500] as const;
const ASSIGNED = [12, 50, 200] as const;

/** The roster's question, and a program for many, over rosters of three sizes. */
const growthOfRosters = async (folder: string): Promise<readonly GrowthRow[]> => {
  const triage: Cost[] = [];
  const assigned: Cost[] = [];
  for (const athletes of ROSTERS) {
    const service = openForBench(await rosterIn(folder, { athletes, years: 5, seed: 3 }));
    try {
      const client = createClient(contract, service);
      const ask = () =>
        timed(() => service.request(JSON.stringify({ operation: 'roster.view', input: { archived: false } })));
      for (let turn = 0; turn < 5; turn += 1) await ask();
      triage.push(await costOf(athletes, 15, ask));
      if (athletes === 500)
        for (const many of ASSIGNED) assigned.push(await costOf(many, 3, () => assignTo(client, many)));
    } finally {
      await service.close();
    }
  }
  return [
    growthRow('Roster triage, 5 years each', 'athletes', triage),
    growthRow('Assign 12 weeks', 'athletes', assigned),
  ];
};

const assignTo = async (client: Client<Contract>, many: number): Promise<number> => {
  const athletes = settled(await client.athletes.list({})).athletes.filter((one) => !one.isArchived);
  const athleteIds = athletes.slice(0, many).map(({ athleteId }) => athleteId);
  const took = await timed(async () =>
    settled(await client.programs.assign({ athleteIds, templateKey: 'heavy-for-runners', startsOn: TODAY })),
  );
  settled(await client.history.undo({}));
  return took;
};

/** Weeks that a chart shows, of an athlete of ten years. */
const CHARTED = [32, 128, 520] as const;

const growthOfCharts = async (folder: string, open: (url: string) => Promise<Page>): Promise<readonly GrowthRow[]> => {
  const databaseFile = await rosterIn(folder, { athletes: 24, years: 10, seed: 5 });
  const shell = await startBrowserShell({ databaseFile, rendererFolder, clock: clockStandingAt(TODAY) });
  try {
    const client = createClient(contract, shell.service);
    const { athletes } = settled(await client.athletes.list({}));
    const asked: Cost[] = [];
    for (const weeks of CHARTED) {
      asked.push(
        await costOf(weeks, athletes.length - 1, (turn) => {
          const athleteId = athletes[turn % athletes.length]?.athleteId ?? (1 as AthleteId);
          return timed(async () => settled(await client.analysis.strengthAgainstRunning({ athleteId, weeks })));
        }),
      );
    }
    const grids: Cost[] = [];
    const page = await open(shell.server.windowUrl('/'));
    for (const { weeks, rows } of [
      { weeks: 13, rows: 15 },
      { weeks: 26, rows: 30 },
      { weeks: 52, rows: 60 },
    ]) {
      const people = athletes.filter((one) => !one.isArchived).slice(0, 6);
      for (const { athleteId } of people) await sizedProgram(client, athleteId, { weeks, rows });
      grids.push(
        await costOf(weeks * rows, people.length - 1, (turn) =>
          openGrid(page, people[turn]?.athleteId ?? (1 as AthleteId)),
        ),
      );
    }
    return [growthRow('Chart’s question', 'weeks', asked), growthRow('Open the grid', 'cells', grids)];
  } finally {
    await shell.close();
  }
};

const SHEETS = [15, 60, 240] as const;

const growthOfSheets = async (folder: string): Promise<readonly GrowthRow[]> => {
  const databaseFile = await rosterIn(folder, { athletes: 300, years: 0.5, seed: 3 });
  const shell = await startBrowserShell({ databaseFile, rendererFolder, clock: clockStandingAt(TODAY) });
  try {
    const client = createClient(contract, shell.service);
    const { sheets } = settled(await client.sheets.print({ layout: 'weekly', week: WEEK }));
    const all = sheets.flatMap((sheet) => sheet.athleteId ?? []);
    const printed: Cost[] = [];
    for (const many of SHEETS) {
      const order = { layout: 'weekly', week: WEEK, paper: 'a4', athleteIds: all.slice(0, many) };
      printed.push(
        await costOf(many, 2, () =>
          timed(async () => {
            const printer = openPrinter();
            const made = await printer.print((from) => shell.server.windowUrl(printRoute({ ...order, from })));
            await printer.close();
            if (!made.ok) throw new Error('no PDF');
          }),
        ),
      );
    }
    return [growthRow('Weekly sheets in one PDF', 'sheets', printed)];
  } finally {
    await shell.close();
  }
};

const IMPORTED = [62_500, 250_000, 1_000_000] as const;

const growthOfImports = async (folder: string): Promise<readonly GrowthRow[]> => {
  const first: Cost[] = [];
  const again: Cost[] = [];
  for (const rows of IMPORTED) {
    const own = join(folder, `rows-${rows}`);
    mkdirSync(own, { recursive: true });
    const took = await importRows(own, rows);
    first.push({ size: rows, ms: took.first });
    again.push({ size: rows, ms: took.again });
  }
  return [growthRow('Import', 'rows', first), growthRow('Import again', 'rows', again)];
};

/** How cost grows: each at three sizes, every one four times the one before. */
export const benchGrowth = async (
  folder: string,
  open: (url: string) => Promise<Page>,
): Promise<readonly GrowthRow[]> => [
  ...(await growthOfRosters(folder)),
  ...(await growthOfCharts(folder, open)),
  ...(await growthOfSheets(folder)),
  ...(await growthOfImports(folder)),
];
