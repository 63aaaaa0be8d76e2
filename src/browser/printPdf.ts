import { chromium, type Browser } from 'playwright-core';
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

/** A page says so itself when its fonts and data are there: `<html data-ready="yes">`. */
const READY = 'html[data-ready="yes"]';

/** Two hundred athletes take a while. */
const READY_TIMEOUT_MS = 120_000;

/** Prints an address of our own window through a headless browser. */
export const printPdf = async (url: string): Promise<Result<Uint8Array, { readonly reason: string }>> => {
  const found = findBrowser();
  if (found === undefined) {
    return fail({
      reason: 'no Chrome, Chromium or Edge was found on this computer; install one, or name it in CHROMIUM',
    });
  }
  let browser: Browser | undefined;
  try {
    browser = await chromium.launch(launchOptions(found));
    const page = await browser.newPage();
    await page.goto(url);
    await page.waitForSelector(READY, { state: 'attached', timeout: READY_TIMEOUT_MS });
    return ok(await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true }));
  } catch (cause) {
    return fail({ reason: firstLine(cause) });
  } finally {
    await browser?.close();
  }
};

/** A browser's complaint runs over pages; its first line says what is wrong, its loader's line which library is missing. */
const firstLine = (cause: unknown): string => {
  const lines = (cause instanceof Error ? cause.message : String(cause)).split('\n');
  const telling = lines.find((line) => line.includes('error while loading shared libraries')) ?? lines[0] ?? '';
  return telling.trim();
};
