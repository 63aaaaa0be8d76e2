import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wcagFaults } from './axeFaults.ts';
import { goTo, openJourney } from './desk.ts';
import { SCREENS } from './screens.ts';

let journey: Awaited<ReturnType<typeof openJourney>>;

beforeAll(async () => {
  journey = await openJourney();
  const made = await journey.desk().client.app.createSample({ athletes: 12, years: 1, seed: 3 });
  if (!made.ok) throw new Error(made.error.tag);
}, 120_000);

afterAll(async () => {
  await journey.close();
});

const show = async (route: string): Promise<void> => {
  const { page } = journey.desk();
  await goTo(page, route);
  await expect.poll(() => page.locator('[aria-busy="true"]').count(), { timeout: 10_000 }).toBe(0);
  await page.waitForTimeout(400);
};

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each(SCREENS)('%s has nothing that axe finds fault with, and nothing runs out of the window', async (route) => {
    const { page } = journey.desk();
    await page.emulateMedia({ colorScheme });
    await show(route);
    expect(await wcagFaults(page)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
});

test('a narrow laptop shows every screen without sideways scrolling', async () => {
  const { page } = journey.desk();
  await page.setViewportSize({ width: 1024, height: 700 });
  for (const route of SCREENS) {
    await show(route);
    const widths = await page.evaluate(() => {
      const main = document.querySelector('main');
      return [
        document.documentElement.scrollWidth - document.documentElement.clientWidth,
        main === null ? 0 : main.scrollWidth - main.clientWidth,
      ];
    });
    expect({ route, widths }).toEqual({ route, widths: [0, 0] });
  }
});

test('nothing was complained of in the console, not even by the content security policy', () => {
  expect(journey.desk().complaints).toEqual([]);
});
