import { chromium, type Browser, type Page } from 'playwright-core';
import type { Progress } from '../contract/derive.ts';
import { fail, ok, type Result } from '../domain/kernel/result.ts';
import { findBrowser, type FoundBrowser } from './findBrowser.ts';

/** Arguments that keep a headless browser to this machine and let it run as root in a container. */
export const HEADLESS_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--font-render-hinting=none',
];

export const launchOptions = (browser: FoundBrowser) => ({
  executablePath: browser.path,
  env: { ...process.env, ...browser.env },
  args: HEADLESS_ARGUMENTS,
  headless: true,
});

/** A page says itself how far it is: `<html data-drawn="20/200">`, and `data-ready="yes"` when its fonts and data are there. */
const HOW_FAR = `({
  isReady: document.documentElement.dataset.ready === 'yes',
  drawn: document.documentElement.dataset.drawn ?? '',
})`;

interface HowFar {
  readonly isReady: boolean;
  readonly drawn: string;
}

/** Two hundred athletes take a while; one that says nothing new for so long has failed. */
const PATIENCE_MS = 120_000;
const LOOK_AGAIN_MS = 60;

export interface PrintOptions {
  readonly progress?: (progress: Progress) => void;
  readonly isCancelled?: () => boolean;
}

type Printed = Result<Uint8Array, { readonly reason: string } | { readonly isCancelled: true }>;

class PrintCancelled extends Error {}

/** `20/200` */
const progressIn = (drawn: string): Progress => {
  const [done = 0, total = 0] = drawn.split('/').map(Number);
  return { done, total, doing: 'Drawing the pages' };
};

const whenReady = async (page: Page, options: PrintOptions): Promise<void> => {
  let last = { drawn: '', at: Date.now() };
  for (;;) {
    if (options.isCancelled?.() === true) throw new PrintCancelled();
    const { isReady, drawn } = await page.evaluate<HowFar>(HOW_FAR);
    if (isReady) return;
    if (drawn !== last.drawn) {
      last = { drawn, at: Date.now() };
      options.progress?.(progressIn(drawn));
    }
    if (Date.now() - last.at > PATIENCE_MS) throw new Error('the page was not ready in time');
    await page.waitForTimeout(LOOK_AGAIN_MS);
  }
};

/** A headless browser that prints addresses of our own window, one after the other. */
export interface Printer {
  readonly print: (url: string, options?: PrintOptions) => Promise<Printed>;
  readonly close: () => Promise<void>;
}

export const openPrinter = (): Printer => {
  const found = findBrowser();
  let browser: Browser | undefined;
  const opened = async (by: FoundBrowser): Promise<Browser> => {
    browser ??= await chromium.launch(launchOptions(by));
    return browser;
  };
  return {
    print: async (url, options = {}) => {
      if (found === undefined) {
        return fail({
          reason: 'no Chrome, Chromium or Edge was found on this computer; install one, or name it in CHROMIUM',
        });
      }
      try {
        const context = await (await opened(found)).newContext();
        const page = await context.newPage();
        await page.goto(url);
        await whenReady(page, options);
        const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
        await context.close();
        return ok(bytes);
      } catch (cause) {
        return cause instanceof PrintCancelled ? fail({ isCancelled: true }) : fail({ reason: firstLine(cause) });
      }
    },
    close: async () => {
      await browser?.close();
    },
  };
};

/** Prints one address of our own window through a headless browser. */
export const printPdf = async (url: string): Promise<Result<Uint8Array, { readonly reason: string }>> => {
  const printer = openPrinter();
  try {
    const printed = await printer.print(url);
    if (printed.ok) return printed;
    return fail({ reason: 'reason' in printed.error ? printed.error.reason : 'it was stopped' });
  } finally {
    await printer.close();
  }
};

/** A browser's complaint runs over pages; its first line says what is wrong, its loader's line which library is missing. */
const firstLine = (cause: unknown): string => {
  const lines = (cause instanceof Error ? cause.message : String(cause)).split('\n');
  const telling = lines.find((line) => line.includes('error while loading shared libraries')) ?? lines[0] ?? '';
  return telling.trim();
};
