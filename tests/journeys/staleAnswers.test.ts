import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Route } from 'playwright-core';
import { detailsOf, settled } from '../service/openDesk.ts';
import { openJourney } from './desk.ts';

/** What a window shows is what is, however the news of a change and the answer to a question overtake each other. */

let journey: Awaited<ReturnType<typeof openJourney>>;

beforeAll(async () => {
  journey = await openJourney();
}, 60_000);

afterAll(async () => {
  await journey.close();
});

const add = async (name: string): Promise<void> => {
  settled(await journey.desk().client.athletes.add({ details: detailsOf(name) }));
};

const isRoster = (route: Route): boolean => (route.request().postData() ?? '').includes('"roster.view"');

test('an athlete who is added before the window hears of changes is on its roster', async () => {
  const { page, client } = journey.desk();
  await page.getByRole('heading', { name: 'An empty desk' }).waitFor();
  let asked = 0;
  await page.route('**/wire', (route) => {
    if (isRoster(route)) asked += 1;
    return route.continue();
  });
  await page.route('**/events', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(asked).toBe(0);
    await add('Ada Early');
    await route.continue();
  });
  await page.reload();
  await page.getByRole('link', { name: 'Ada Early' }).waitFor();
  await page.unroute('**/events');
  await page.unroute('**/wire');
  expect(settled(await client.roster.view({ archived: false })).rows).toHaveLength(1);
});

test('an answer that a change has overtaken is asked for again', async () => {
  const { page } = journey.desk();
  let isFirst = true;
  await page.route('**/wire', async (route) => {
    if (!isRoster(route)) return route.continue();
    const response = await route.fetch();
    if (isFirst) {
      isFirst = false;
      await add('Bea Between');
      // Long enough for the news to arrive before the answer that it makes old.
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    return route.fulfill({ response });
  });
  await page.reload();
  await page.getByRole('link', { name: 'Bea Between' }).waitFor();
  await page.unroute('**/wire');
  expect(journey.desk().complaints).toEqual([]);
});
