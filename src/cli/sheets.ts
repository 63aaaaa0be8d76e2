import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { startBrowserShell } from '../browser/browserShell.ts';
import { printPdf } from '../browser/printPdf.ts';
import { createClient } from '../contract/client.ts';
import { contract, type Contract } from '../contract/contract.ts';
import type { OutputOf } from '../contract/derive.ts';
import { errorText } from '../contract/errorText.ts';
import { printRoute } from '../contract/printRoute.ts';
import { PAPERS } from '../contract/schemas/app.ts';
import { WEEKDAYS } from '../domain/kernel/plainDate.ts';
import { SHEET_LAYOUTS } from '../domain/sheets/layouts.ts';
import { RACK_ORDERS } from '../domain/sheets/rackSheet.ts';
import { clockStandingAt } from '../service/clock.ts';
import { ensureRenderer } from './builtRenderer.ts';
import { dateOption, oneOf, weekOption, WrongUsage, type Options } from './commandLine.ts';
import { Refusal, settled, type Printed } from './printed.ts';
import { athleteNamed } from './verbs.ts';

type Without = OutputOf<Contract['sheets']['print']>['without'];

const DAY_NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const dayOption = (text: string | undefined) => {
  const named = oneOf('day', text, DAY_NAMES);
  const day = named === undefined ? undefined : WEEKDAYS[DAY_NAMES.indexOf(named)];
  return day === undefined ? {} : { day };
};

const orderOf = (options: Options) => {
  const rackOrder = oneOf('rack-order', options['rack-order'], RACK_ORDERS);
  return {
    layout: oneOf('layout', options.layout, SHEET_LAYOUTS) ?? 'weekly',
    week: weekOption(options.week),
    ...dayOption(options.day),
    ...(options.session === undefined ? {} : { sessions: options.session }),
    ...(options['no-gym'] === true ? { isNoGym: true } : {}),
    ...(rackOrder === undefined ? {} : { rackOrder }),
  };
};

/** Why there is nothing to print: of one athlete their own reason, of many one sentence. */
const nothingToPrint = (without: Without, week: string, isNamed: boolean): string => {
  const archived = without.find(({ why }) => why === 'archived');
  if (isNamed && archived !== undefined) return errorText({ tag: 'AthleteArchived', name: archived.name });
  return `Nobody ${isNamed ? 'of those named ' : ''}has anything planned for it in ${week}. No PDF was made.`;
};

const writeOut = (out: string, bytes: Uint8Array): void => {
  try {
    writeFileSync(out, bytes);
  } catch (cause) {
    throw new Refusal(
      errorText({ tag: 'FileNotWritten', path: out, reason: cause instanceof Error ? cause.message : '' }),
    );
  }
};

/** Prints sheets into a PDF, and keeps what was printed. */
export const sheets = async (databaseFile: string, options: Options, say: (line: string) => void): Promise<Printed> => {
  const order = orderOf(options);
  const paper = oneOf('paper', options.paper, PAPERS) ?? 'a4';
  if (options.out === undefined) throw new WrongUsage('sheets needs --out FILE.pdf');
  const out = resolve(options.out);
  const today = dateOption('today', options.today);
  const shell = await startBrowserShell({
    databaseFile,
    rendererFolder: ensureRenderer(say),
    shell: 'command line',
    clock: today === undefined ? undefined : clockStandingAt(today),
  });
  try {
    const client = createClient(contract, shell.service);
    const names = options.athlete ?? [];
    const athleteIds = [];
    for (const name of names) athleteIds.push(await athleteNamed(client, name));
    const chosen = { ...order, ...(names.length === 0 ? {} : { athleteIds }) };
    const kept = settled(await client.sheets.print(chosen));
    if (kept.sheets.length === 0) throw new Refusal(nothingToPrint(kept.without, order.week, names.length > 0));
    const printed = await printPdf((from) => shell.server.windowUrl(printRoute({ ...chosen, paper, from })));
    if (!printed.ok) throw new Refusal(errorText({ tag: 'PdfFailed', reason: printed.error.reason }));
    writeOut(out, printed.value);
    const { layout, week } = order;
    return {
      json: { out, week, layout, paper, sheets: kept.sheets.length, without: kept.without },
      text: `${kept.sheets.length} ${kept.sheets.length === 1 ? 'sheet' : 'sheets'} of ${week} in ${out}`,
    };
  } finally {
    await shell.close();
  }
};
