import { resolve } from 'node:path';
import { createClient } from '../contract/client.ts';
import { contract } from '../contract/contract.ts';
import { fail, ok } from '../domain/kernel/result.ts';
import { clockStandingAt } from '../service/clock.ts';
import type { HostHandlers } from '../service/deps.ts';
import { defaultDatabaseFile, nodeDeps } from '../service/nodeHost.ts';
import { isAboutTheFile } from '../service/openingFailure.ts';
import { createService } from '../service/service.ts';
import { dateOption, readCommand, USAGE, WrongUsage } from './commandLine.ts';
import { Refusal, type Printed } from './printed.ts';
import { sheets } from './sheets.ts';
import { operations, verbs } from './verbs.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

const host: HostHandlers = {
  describe: async () =>
    ok({
      kind: 'commandLine',
      pdf: { isOffered: false, reason: 'use the command “sheets”' },
      canShowFolder: false,
      canChooseFolder: false,
    }),
  savePdf: async () => fail({ tag: 'NotOfferedHere', what: 'Saving a PDF through “call” (use “sheets”)' }),
  showDataFolder: async () => fail({ tag: 'NotOfferedHere', what: 'Showing the data folder' }),
  chooseFolder: async () => fail({ tag: 'NotOfferedHere', what: 'Choosing a folder' }),
};

const carryOut = async (words: readonly string[]): Promise<Printed & { readonly asJson: boolean }> => {
  const { verb, rest, options } = readCommand(words);
  const asJson = options.json === true;
  if (options.help === true || verb === 'help') return { json: { usage: USAGE }, text: USAGE, asJson };
  if (verb === 'operations') return { ...operations(), asJson };
  const databaseFile = resolve(options.db ?? defaultDatabaseFile());
  if (verb === 'sheets') return { ...(await sheets(databaseFile, options, say)), asJson };
  const perform = verb !== undefined && Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (perform === undefined)
    throw new WrongUsage(verb === undefined ? 'no command given' : `there is no command “${verb}”`);
  const today = dateOption('today', options.today);
  const clock = today === undefined ? undefined : clockStandingAt(today);
  const service = createService(nodeDeps({ databaseFile, shell: 'command line', host, clock, inThread: true }));
  try {
    const client = createClient(contract, service);
    return { ...(await perform({ service, client, databaseFile }, rest, options)), asJson };
  } finally {
    await service.close();
  }
};

try {
  const printed = await carryOut(process.argv.slice(2));
  process.stdout.write(printed.asJson ? `${JSON.stringify(printed.json)}\n` : `${printed.text}\n`);
  for (const line of printed.errors ?? []) say(line);
  process.exitCode = printed.exitCode ?? 0;
} catch (cause) {
  if (cause instanceof WrongUsage) {
    say(`${cause.message}\n\n${USAGE}`);
    process.exitCode = 2;
  } else if (cause instanceof Refusal || isAboutTheFile(cause)) {
    say(cause.message);
    process.exitCode = 1;
  } else {
    throw cause;
  }
}
