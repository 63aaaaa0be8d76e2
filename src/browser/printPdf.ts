import { chromium } from 'playwright-core';
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

/** Prints an address of our own window through a headless browser. */
export const printPdf = async (url: string): Promise<Result<Uint8Array, { readonly reason: string }>> => {
  const found = findBrowser();
  if (found === undefined) {
    return fail({
      reason: 'no Chrome, Chromium or Edge was found on this computer; install one, or name it in CHROMIUM',
    });
  }
  const browser = await chromium.launch(launchOptions(found));
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await page.waitForSelector(READY, { state: 'attached', timeout: 120_000 });
    return ok(await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true }));
  } catch (cause) {
    return fail({ reason: cause instanceof Error ? cause.message : String(cause) });
  } finally {
    await browser.close();
  }
};
