import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createClient } from '../../src/contract/client.ts';
import { contract, type Contract } from '../../src/contract/contract.ts';
import type { Client } from '../../src/contract/derive.ts';
import { fail, ok } from '../../src/domain/kernel/result.ts';
import { clockStandingAt } from '../../src/service/clock.ts';
import type { HostHandlers } from '../../src/service/deps.ts';
import { nodeDeps } from '../../src/service/nodeHost.ts';
import { createService, type Service } from '../../src/service/service.ts';
import { TODAY, type Deed } from './deeds.ts';

const host: HostHandlers = {
  describe: async () =>
    ok({ kind: 'commandLine', pdf: { isOffered: false }, canShowFolder: false, canChooseFolder: false }),
  savePdf: async () => fail({ tag: 'NotOfferedHere', what: 'Saving a PDF' }),
  showDataFolder: async () => fail({ tag: 'NotOfferedHere', what: 'Showing the data folder' }),
  chooseFolder: async () => fail({ tag: 'NotOfferedHere', what: 'Choosing a folder' }),
};

/** As much of an answer as is looked at. */
export interface Reply {
  readonly ok: boolean;
  readonly error?: { readonly tag: string };
}

export interface InProcess {
  readonly client: Client<Contract>;
  readonly ask: (deed: Deed) => Promise<Reply>;
  readonly close: () => Promise<void>;
}

/** The service in this process, which nobody kills. */
export const openHere = (databaseFile: string): InProcess => {
  const service: Service = createService(
    nodeDeps({ databaseFile, shell: 'torture', host, clock: clockStandingAt(TODAY), inThread: false }),
  );
  return {
    client: createClient(contract, service),
    ask: async ({ operation, input, files = [] }) => {
      const tokens: string[] = [];
      for (const file of files) tokens.push(await service.upload(Buffer.from(file, 'base64')));
      const text = JSON.stringify({ operation, input }).replaceAll(
        /\$(\d)/gu,
        (_, at: string) => tokens[Number(at)] ?? '',
      );
      return JSON.parse(await service.request(text)) as Reply;
    },
    close: () => service.close(),
  };
};

export interface Victim {
  readonly ask: (n: number, deed: Deed) => void;
  /** Ends it at once, as a power cut or the system would. Answers when it is gone. */
  readonly kill: () => Promise<void>;
  readonly ended: Promise<void>;
  /** What it has said on standard error; of a killed one nothing is expected. */
  readonly complaints: () => string;
}

export interface VictimNews {
  readonly onOpening: () => void;
  readonly onOpen: () => void;
  readonly onReply: (n: number, reply: Reply) => void;
}

export type Plant = 'nothing' | 'forget' | 'halve' | 'dangle' | 'unjournal';

type Message =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open' }
  | { readonly kind: 'reply'; readonly n: number; readonly reply: Reply };

export interface VictimOrder {
  readonly databaseFile: string;
  readonly plant: Plant;
  /** Jobs in threads of their own, as behind a window, or in the same, as of a command. */
  readonly jobs: 'inThread' | 'here';
}

/** Starts the service in a process of its own. */
export const startVictim = ({ databaseFile, plant, jobs }: VictimOrder, news: VictimNews): Victim => {
  const script = fileURLToPath(new URL('./victim.ts', import.meta.url));
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, [script, databaseFile, TODAY, plant, jobs]);
  let complaints = '';
  child.stderr.on('data', (part: Buffer) => (complaints += part.toString('utf8')));
  child.stdin.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => resolve());
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    const message = JSON.parse(line) as Message;
    switch (message.kind) {
      case 'opening':
        return news.onOpening();
      case 'open':
        return news.onOpen();
      case 'reply':
        return news.onReply(message.n, message.reply);
    }
  });
  return {
    ask: (n, deed) => void child.stdin.write(`${JSON.stringify({ n, ...deed })}\n`),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    ended,
    complaints: () => complaints,
  };
};
