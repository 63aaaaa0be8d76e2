import { chromium, type Browser, type Page } from 'playwright-core';
import type { Progress } from '../contract/derive.ts';
import { drawnProgress, PRINT_PAGE_STATE, PRINT_PATIENCE_MS, type PrintPageState } from '../contract/printPage.ts';
import { fail, ok, type Result } from '../domain/kernel/result.ts';
import { printInParts, type PrintedPart } from '../service/sheets/printInParts.ts';
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

const LOOK_AGAIN_MS = 60;

export interface PrintOptions {
  readonly progress?: (progress: Progress) => void;
  readonly isCancelled?: () => boolean;
}

type Printed = Result<Uint8Array, { readonly reason: string } | { readonly isCancelled: true }>;

class PrintCancelled extends Error {}

const whenReady = async (page: Page, options: PrintOptions): Promise<PrintPageState> => {
  let last = { drawn: '', at: Date.now() };
  for (;;) {
    if (options.isCancelled?.() === true) throw new PrintCancelled();
    const state = await page.evaluate<PrintPageState>(PRINT_PAGE_STATE);
    if (state.failure !== undefined) throw new Error(state.failure);
    if (state.isReady) return state;
    if (state.drawn !== last.drawn) {
      last = { drawn: state.drawn, at: Date.now() };
      options.progress?.(drawnProgress(state.drawn));
    }
    if (Date.now() - last.at > PRINT_PATIENCE_MS) throw new Error('the page was not ready in time');
    await page.waitForTimeout(LOOK_AGAIN_MS);
  }
};

/** Each part in a context of its own: its memory is given back before the next is drawn. */
const printPart = async (browser: Browser, url: string, from: number, options: PrintOptions): Promise<PrintedPart> => {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(url);
    const { isEmpty, nextFrom } = await whenReady(page, options);
    const isWhole = from === 0 && nextFrom === undefined;
    const next = nextFrom === undefined ? {} : { nextFrom };
    if (isEmpty && !isWhole) return next;
    const asDesigned = { preferCSSPageSize: true, printBackground: true, tagged: isWhole };
    return { bytes: await page.pdf(asDesigned), ...next };
  } finally {
    await context.close();
  }
};

/** A headless browser that prints addresses of our own window, one after the other. */
export interface Printer {
  /** Prints the parts of an order: the address of each says how many athletes come before it. */
  readonly print: (urlFrom: (from: number) => string, options?: PrintOptions) => Promise<Printed>;
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
    print: async (urlFrom, options = {}) => {
      if (found === undefined) {
        return fail({
          reason: 'no Chrome, Chromium or Edge was found on this computer; install one, or name it in CHROMIUM',
        });
      }
      try {
        const by = await opened(found);
        const bytes = await printInParts((from) => printPart(by, urlFrom(from), from, options));
        return bytes === undefined ? fail({ reason: 'nobody has anything to print' }) : ok(bytes);
      } catch (cause) {
        return cause instanceof PrintCancelled ? fail({ isCancelled: true }) : fail({ reason: firstLine(cause) });
      }
    },
    close: async () => {
      await browser?.close();
    },
  };
};

/** Prints one order of our own window through a headless browser. */
export const printPdf = async (
  urlFrom: (from: number) => string,
): Promise<Result<Uint8Array, { readonly reason: string }>> => {
  const printer = openPrinter();
  try {
    const printed = await printer.print(urlFrom);
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
