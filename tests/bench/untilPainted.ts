import type { Page } from 'playwright-core';

/** From the press that leads to a page until something of it is painted, milliseconds. */
export const untilPainted = (page: Page, route: string, selector: string): Promise<number> =>
  page.evaluate(
    ([hash, wanted]) =>
      new Promise<number>((done) => {
        const began = performance.now();
        location.hash = hash;
        const look = (): void => {
          if (document.querySelector(wanted)?.checkVisibility({ visibilityProperty: true }) !== true) {
            requestAnimationFrame(look);
            return;
          }
          const painted = new MessageChannel();
          painted.port1.onmessage = () => done(performance.now() - began);
          requestAnimationFrame(() => painted.port2.postMessage(0));
        };
        look();
      }),
    [route, selector] as const,
  );
