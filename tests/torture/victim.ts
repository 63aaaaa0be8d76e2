import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';
import { clockStandingAt } from '../../src/service/clock.ts';
import type { HostHandlers } from '../../src/service/deps.ts';
import { fail, ok } from '../../src/domain/kernel/result.ts';
import type { PlainDate } from '../../src/domain/kernel/plainDate.ts';
import { nodeDeps } from '../../src/service/nodeHost.ts';
import { createService } from '../../src/service/service.ts';

/**
 * The service in a process of its own, as a shell has it: requests come line by line, answers go line by line. It is made to be
 * killed at any moment. `plant` makes it do what it must never do, so that it is known that this would be found.
 */
const [databaseFile = '', today = '', plant = 'nothing', jobs = 'inThread'] = process.argv.slice(2);

const host: HostHandlers = {
  describe: async () =>
    ok({ kind: 'commandLine', pdf: { isOffered: false }, canShowFolder: false, canChooseFolder: false }),
  savePdf: async () => fail({ tag: 'NotOfferedHere', what: 'Saving a PDF' }),
  showDataFolder: async () => fail({ tag: 'NotOfferedHere', what: 'Showing the data folder' }),
  chooseFolder: async () => fail({ tag: 'NotOfferedHere', what: 'Choosing a folder' }),
};

const say = (message: unknown): void => void process.stdout.write(`${JSON.stringify(message)}\n`);

say({ kind: 'opening' });
const service = createService(
  nodeDeps({
    databaseFile,
    shell: 'torture',
    host,
    clock: clockStandingAt(today as PlainDate),
    inThread: jobs === 'inThread',
  }),
);
say({ kind: 'open' });

interface Line {
  readonly n: number;
  readonly operation: string;
  readonly input: unknown;
  /** Files that are uploaded first, as base64; their tokens take the places of `$0`, `$1` in the input. */
  readonly files?: readonly string[];
}

/** Behind the service's back, once the first answer is out. */
const spoil = (sql: string): void => {
  const connection = new Database(databaseFile);
  connection.exec(sql);
  connection.close();
};

const ask = async ({ n, operation }: Line, text: string): Promise<void> => {
  if (plant === 'forget' && operation === 'athletes.add') return say({ kind: 'reply', n, reply: { ok: true } });
  const reply: unknown = JSON.parse(await service.request(text));
  if (plant === 'halve' && operation === 'athletes.add') spoil('DELETE FROM usual_day WHERE weekday = 7');
  if (plant === 'dangle') {
    spoil("PRAGMA foreign_keys = OFF; INSERT OR IGNORE INTO athlete_tag (athlete_id, name) VALUES (999, 'nobody')");
  }
  if (plant === 'unjournal') spoil('DELETE FROM journal_change');
  return say({ kind: 'reply', n, reply });
};

for await (const text of createInterface({ input: process.stdin })) {
  const line = JSON.parse(text) as Line;
  const tokens: string[] = [];
  for (const file of line.files ?? []) tokens.push(await service.upload(Buffer.from(file, 'base64')));
  const request = JSON.stringify({ operation: line.operation, input: line.input });
  // Not waited for: the next is asked while this is done, as a quick coach does.
  void ask(
    line,
    request.replaceAll(/\$(\d)/gu, (_, at: string) => tokens[Number(at)] ?? ''),
  );
}
