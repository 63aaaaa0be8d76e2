import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAthlete } from '../service/openDesk.ts';
import { axeFaults } from './axeFaults.ts';
import { goTo, openJourney } from './desk.ts';

const NAME = 'Zoë Hidden';
let journey: Awaited<ReturnType<typeof openJourney>>;

beforeAll(async () => {
  journey = await openJourney({ width: 1440, height: 900 });
  const { page, client } = journey.desk();
  await addAthlete({ client }, NAME);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
}, 60_000);

afterAll(() => journey.close());

const clipboard = (): Promise<string> => journey.desk().page.evaluate(() => navigator.clipboard.readText());

test('a fault in the window is told with its reference, and copied without anybody’s name', async () => {
  const { page } = journey.desk();
  await page.evaluate((name) => {
    setTimeout(() => {
      throw new TypeError(`cannot read ${name}`);
    });
  }, NAME);
  const notice = page.getByText(/Something went wrong in this window \(reference [0-9a-f]{8}\)/u);
  await notice.waitFor();
  const reference = /reference ([0-9a-f]{8})/u.exec(await notice.innerText())?.[1] ?? 'none';
  await page.getByRole('button', { name: 'Copy diagnostics' }).click();
  await page.getByText('Diagnostics copied.').waitFor();
  const text = await clipboard();
  expect(text).toContain(`${reference} window: WindowTypeError`);
  expect(text).toMatch(/^Ironstride \d/u);
  expect(text).not.toContain('Hidden');
});

test('the settings say what is kept, how much is taken and whose works are in it', async () => {
  const { page } = journey.desk();
  await goTo(page, '/settings');
  const about = page.getByRole('region', { name: 'About' });
  await about.getByRole('button', { name: 'Copy diagnostics' }).click();
  await expect.poll(clipboard).toMatch(/^Ironstride \d/u);
  await about.getByText('How much it takes').click();
  await about.getByRole('row', { name: 'Notes on an athlete 20,000 characters' }).waitFor();
  await about.getByText('Works of others in it').click();
  await about.getByText(/^recharts \d/u).click();
  await about.getByText('2015-present recharts').waitFor();
  expect(await axeFaults(page, 'section[aria-label="About"]')).toEqual([]);
});

test('a screen that cannot be drawn says so and leads back; nothing is empty', async () => {
  const { page } = journey.desk();
  await page.route('**/wire', async (route) => {
    const asks = route.request().postData() ?? '';
    if (!asks.includes('"roster.view"')) return route.continue();
    return route.fulfill({ contentType: 'application/json', body: '{"ok":true,"value":{"groups":[]}}' });
  });
  await page.evaluate(() => {
    location.hash = '/roster';
    location.reload();
  });
  const broken = page.getByRole('alert').filter({ hasText: 'This screen could not be drawn' });
  await broken.waitFor();
  await broken.getByText(/the log has it under [0-9a-f]{8}/u).waitFor();
  await page.unroute('**/wire');
  await page.getByRole('button', { name: 'Back to the roster' }).click();
  await expect.poll(() => page.getByText(NAME).count()).toBeGreaterThan(0);
});
