import type { Page } from 'playwright-core';
import type { Client } from '../../src/contract/derive.ts';
import type { Contract } from '../../src/contract/contract.ts';
import type { AthleteId } from '../../src/domain/kernel/ids.ts';
import type { PlainDate } from '../../src/domain/kernel/plainDate.ts';
import type { ProgramEdit } from '../../src/domain/programs/programEdit.ts';
import { settled } from './asked.ts';
import { untilPainted } from './untilPainted.ts';
import { benchRow, type BenchRow } from './statistics.ts';

const OPEN_BUDGET_MS = 150;
const FRAME_BUDGET_MS = 16;

const START = '2026-11-23' as PlainDate;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

interface GridSize {
  readonly weeks: number;
  /** No more than 15 a session, of which there are four. */
  readonly rows: number;
}

/** Cells of rows over weeks in four sessions: a third written out, the others relative to the week before. */
const bigProgram = ({ weeks, rows }: GridSize): readonly ProgramEdit[] =>
  Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: rows }, (__, row): ProgramEdit => {
      const session = `Session ${LETTERS[Math.floor(row / 15)]}`;
      const text =
        week % 3 === 0 ? `3x${3 + (row % 6)} @${70 + ((week + row) % 15)}% r3'` : week % 3 === 1 ? '+1' : '=';
      return {
        kind: 'cell',
        week: week + 1,
        session,
        label: `${LETTERS[row % 15]}1`,
        exerciseKey: ['sq_back', 'hi_rdl_bb', 'cf_raise_1_db'][row % 3] ?? 'sq_back',
        text,
        newSession: { weekday: ([1, 2, 4, 5] as const)[Math.floor(row / 15)] ?? 1, minutes: 60 },
      };
    }),
  ).flat();

const grow = async (client: Client<Contract>, athleteId: AthleteId, size: GridSize): Promise<void> => {
  const { open } = settled(await client.programs.grid({ athleteId }));
  if (open === undefined) throw new Error('the athlete has no program');
  const { programId, revision } = open;
  const has = open.program.blocks.flatMap((block) => block.weeks).length;
  const edits: ProgramEdit[] = [
    ...(size.weeks > has
      ? [{ kind: 'insertWeeks' as const, after: has, count: size.weeks - has, weekKind: 'build' as const }]
      : []),
    ...bigProgram(size),
  ];
  settled(await client.programs.edit({ programId, revision, edits }));
};

/** A program of its own size for an athlete, in place of what they had. */
export const sizedProgram = async (client: Client<Contract>, athleteId: AthleteId, size: GridSize): Promise<void> => {
  const { programs } = settled(await client.programs.grid({ athleteId }));
  for (const { programId } of programs) settled(await client.programs.remove({ programId }));
  settled(await client.programs.assign({ athleteIds: [athleteId], templateKey: 'heavy-for-runners', startsOn: START }));
  await grow(client, athleteId, size);
};

export interface GridPeople {
  readonly small: readonly AthleteId[];
  readonly big: readonly AthleteId[];
}

/** Athletes of the sample with a program of twelve weeks, and some with one of 52 weeks and 60 rows. */
export const prepareGrids = async (client: Client<Contract>): Promise<GridPeople> => {
  settled(await client.app.createSample({ athletes: 24, years: 2, seed: 11, today: START }));
  const { athletes } = settled(await client.athletes.list({}));
  const ids = athletes.filter((one) => !one.isArchived).map((one) => one.athleteId);
  for (const athleteId of ids) {
    const { programs } = settled(await client.programs.grid({ athleteId }));
    for (const { programId } of programs) settled(await client.programs.remove({ programId }));
  }
  settled(
    await client.programs.assign({ athleteIds: ids.slice(0, 20), templateKey: 'heavy-for-runners', startsOn: START }),
  );
  const big = ids.slice(12, 20);
  for (const athleteId of big) await grow(client, athleteId, { weeks: 52, rows: 60 });
  return { small: ids.slice(0, 12), big };
};

const go = (page: Page, route: string): Promise<void> =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, route);

/** From the press that leads to the program until its cells are painted. */
export const openGrid = async (page: Page, athleteId: AthleteId): Promise<number> => {
  await go(page, `/athlete/${athleteId}/log`);
  await page.waitForTimeout(400);
  return untilPainted(page, `/athlete/${athleteId}/program`, '[role="grid"] [role="gridcell"][data-column="0"]');
};

/** What the window works on each frame while the grid is scrolled to its far corner. */
const scrollFrames = (page: Page): Promise<number[]> =>
  page.evaluate(
    () =>
      new Promise<number[]>((done) => {
        const grid = document.querySelector('[role="grid"]');
        const frames: number[] = [];
        const painted = new MessageChannel();
        let began = 0;
        let left = 90;
        const frame = (at: number): void => {
          began = at;
          grid?.scrollBy(left > 45 ? 60 : -60, left > 45 ? 24 : -24);
          painted.port2.postMessage(0);
        };
        painted.port1.onmessage = () => {
          frames.push(performance.now() - began);
          left -= 1;
          if (left > 0) requestAnimationFrame(frame);
          else done(frames);
        };
        requestAnimationFrame(frame);
      }),
  );

/** From a key to the load and plates beneath the cell, for every key of some cells that are written. */
const keystrokes = async (page: Page): Promise<number[]> => {
  await page.locator('[role="grid"]').focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  for (let right = 0; right < 3; right += 1) await page.keyboard.press('ArrowRight');
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(globalThis, { keyTimes: times });
    globalThis.addEventListener(
      'keydown',
      () => {
        const began = performance.now();
        const drawn = new MessageChannel();
        drawn.port1.onmessage = () => {
          if (document.querySelector('#grid-echo') !== null) times.push(performance.now() - began);
        };
        // Drawn within the event or right after it: a message queued behind the input event comes after the window's work.
        setTimeout(() => drawn.port2.postMessage(0), 0);
      },
      { capture: true },
    );
  });
  for (const text of ['3x5@82.5', '4x3 85%', '5x3 60kg', '3x4-6 RIR2', '3x3@87.5', '2x6 RPE8']) {
    await page.keyboard.type(text, { delay: 25 });
    await page.keyboard.press('Escape');
    await page.waitForTimeout(60);
  }
  return page.evaluate(() => Reflect.get(globalThis, 'keyTimes') as number[]);
};

/** What the window works from Enter on until the written cell, and what follows from it, is painted. */
const edits = async (page: Page): Promise<number[]> => {
  const times: number[] = [];
  for (let turn = 0; turn < 24; turn += 1) {
    const text = `3x${3 + (turn % 4)}@${76 + (turn % 13)}`;
    await page.keyboard.type(text);
    times.push(
      await page.evaluate(
        () =>
          new Promise<number>((done) => {
            const input = document.querySelector('[role="grid"] input');
            const began = performance.now();
            const painted = new MessageChannel();
            painted.port1.onmessage = () => done(performance.now() - began);
            input?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
            requestAnimationFrame(() => painted.port2.postMessage(0));
          }),
      ),
    );
    await page.waitForTimeout(250);
    await page.keyboard.press('ArrowUp');
  }
  return times;
};

/** The same application in two windows. */
export interface GridPages {
  readonly paced: Page;
  /**
   * Draws whenever there is something to draw. Chromium holds back what a page does after a key until the screen's next refresh, up to
   * 16.7 ms later: a figure taken in the other window would be of that wait, not of our work and its painting.
   */
  readonly unpaced: Page;
}

/** Chromium's own switches for a window that waits for no screen. */
export const UNPACED_ARGUMENTS: readonly string[] = ['--disable-gpu-vsync', '--disable-frame-rate-limit'];

const benchOne = async (
  { paced, unpaced }: GridPages,
  name: string,
  athletes: readonly AthleteId[],
): Promise<BenchRow[]> => {
  const [first, ...rest] = athletes;
  if (first === undefined) return [];
  await openGrid(paced, first);
  const opened: number[] = [];
  for (const athleteId of rest) opened.push(await openGrid(paced, athleteId));
  await paced.waitForTimeout(800);
  const frames = await scrollFrames(paced);
  await openGrid(unpaced, first);
  await unpaced.waitForTimeout(800);
  const keyed = await keystrokes(unpaced);
  const written = await edits(unpaced);
  return [
    benchRow(`Open the grid, ${name}`, opened, OPEN_BUDGET_MS, 'median'),
    benchRow(`Keystroke to load and plates, ${name}`, keyed, FRAME_BUDGET_MS),
    benchRow(`Write a cell until it is painted, ${name}`, written, FRAME_BUDGET_MS),
    benchRow(`Scroll, work per frame, ${name}`, frames.slice(5), FRAME_BUDGET_MS),
  ];
};

export const benchGrid = async (pages: GridPages, people: GridPeople): Promise<BenchRow[]> => [
  ...(await benchOne(pages, '12 weeks', people.small)),
  ...(await benchOne(pages, '52 weeks × 60 rows', people.big)),
];
