import { expect, test } from 'vitest';
import { createClient } from '../../src/contract/client.ts';
import { contract } from '../../src/contract/contract.ts';
import { FIRST_QUESTIONS } from '../../src/contract/firstQuestions.ts';
import { addDays } from '../../src/domain/kernel/plainDate.ts';
import { createService } from '../../src/service/service.ts';
import { depsAt, detailsOf, openDesk, ownFolder, settled, TODAY } from './openDesk.ts';

/** A service that is asked before anybody asks says the same as one that is not, whatever happens between. */

const rosterNames = (text: string | undefined): string[] => {
  const { value } = JSON.parse(text ?? '') as { value: { rows: readonly { name: string }[] } };
  return value.rows.map(({ name }) => name);
};

test('what was prepared is what would have been answered, to the letter', async () => {
  const { service, client } = openDesk();
  settled(await client.athletes.add({ details: detailsOf('Ada Ahead') }));
  const asked = await Promise.all(FIRST_QUESTIONS.map((text) => service.request(text)));
  service.prepare(FIRST_QUESTIONS);
  expect(await Promise.all(FIRST_QUESTIONS.map((text) => service.request(text)))).toEqual(asked);
});

test('a change makes it forgotten; so does the first answer', async () => {
  const { service, client } = openDesk();
  const [, roster = ''] = FIRST_QUESTIONS;
  service.prepare(FIRST_QUESTIONS);
  settled(await client.athletes.add({ details: detailsOf('Ada After') }));
  expect(rosterNames(await service.request(roster))).toEqual(['Ada After']);
  service.prepare(FIRST_QUESTIONS);
  expect(rosterNames(await service.request(roster))).toEqual(['Ada After']);
  settled(await client.athletes.add({ details: detailsOf('Bea Behind') }));
  expect(rosterNames(await service.request(roster)).toSorted()).toEqual(['Ada After', 'Bea Behind']);
});

test('what was prepared yesterday is worked out again', async () => {
  let today = TODAY;
  const deps = depsAt(`${ownFolder()}/desk.db`);
  const service = createService({ ...deps, clock: { ...deps.clock, today: () => today } });
  try {
    const [describe = ''] = FIRST_QUESTIONS;
    service.prepare(FIRST_QUESTIONS);
    today = addDays(TODAY, 1);
    expect(JSON.parse(await service.request(describe))).toMatchObject({ ok: true, value: { today } });
    expect(settled(await createClient(contract, service).app.describe({}))).toMatchObject({ today });
  } finally {
    await service.close();
  }
});
