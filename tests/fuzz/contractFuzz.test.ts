import { describe, expect, test } from 'vitest';
import { chanceFrom } from '../../src/domain/kernel/chance.ts';
import { addAthlete, openDesk } from '../service/openDesk.ts';
import { fuzzContract } from './contractFuzz.ts';
import { raw, textOf } from './hostileValues.ts';
import { shapedOperations } from './jsonShape.ts';
import { createPool } from './livingPool.ts';
import { nearlyRight, validQuestion } from './questions.ts';

test('no question to any operation, right, nearly right or hostile, crashes, is a defect, writes what it refuses, or hangs', async () => {
  const report = await fuzzContract(2600, 20_261_126);
  const { crashes, defects, partialWrites, hangs, inputs, operations, understood, answered, reached } = report;
  console.log(
    `contract fuzzing: ${inputs} inputs to ${operations} operations (${understood} understood, ${answered} answered by ${reached.length}): ` +
      `${crashes.length} crashes, ${defects.length} defects, ${partialWrites.length} partial writes, ${hangs.length} hangs`,
  );
  expect({ crashes, defects, partialWrites, hangs }).toEqual({
    crashes: [],
    defects: [],
    partialWrites: [],
    hangs: [],
  });
  // Most operations are not only knocked at: they answer.
  expect(reached.length).toBeGreaterThan(operations * 0.6);
  expect(understood).toBeGreaterThan(inputs / 4);
}, 240_000);

describe('the questions', () => {
  test('are mostly understood by the schema they are made from, without knowing any desk', () => {
    const valid = validQuestion(chanceFrom(1), createPool());
    const understood = shapedOperations().filter(({ shape, operation }) =>
      Array.from({ length: 20 }, () => valid(shape)).some((question) => operation.input.safeParse(question).success),
    );
    expect(understood.length).toBeGreaterThan(shapedOperations().length * 0.8);
  });

  test('that are nearly right differ from the right one', () => {
    const question = { athleteId: 1, race: { name: 'Parkrun', racedOn: '2027-05-01' } };
    const chance = chanceFrom(2);
    const changed = Array.from({ length: 50 }, () => JSON.stringify(nearlyRight(question, chance)));
    expect(changed.filter((text) => text !== JSON.stringify(question)).length).toBeGreaterThan(40);
  });

  test('can say what no value can', () => {
    expect(textOf({ a: raw('1e999'), b: [raw('-0')] })).toBe('{"a":1e999,"b":[-0]}');
  });
});

test.each([
  ['half a letter, spelt out', '"x\\ud800"'],
  ['the other half', '"\\udc00x"'],
  ['half a letter as a name of a part', '"ok","\\ud83d":"x"'],
  ['half a letter as it is', '"\ud800"'],
  ['a NUL', '"a\\u0000b"'],
])('text with %s would be kept as another: it is refused, and nothing is written', async (_what, text) => {
  const desk = openDesk();
  const athleteId = await addAthlete(desk, 'Ann');
  const asked = `{"operation":"athletes.addToGroup","input":{"athleteIds":[${athleteId}],"group":${text}}}`;
  expect(JSON.parse(await desk.service.request(asked))).toMatchObject({ ok: false, error: { tag: 'BadRequest' } });
});

test.each(['"👩‍👩‍👧‍👦"', '"\\ud83d\\udc69"', '"\\\\ud800"', '"العدّاءون \u202E"'])(
  'the whole text %s is kept as it is',
  async (text) => {
    const desk = openDesk();
    const athleteId = await addAthlete(desk, 'Ann');
    const asked = `{"operation":"athletes.addToGroup","input":{"athleteIds":[${athleteId}],"group":${text}}}`;
    expect(JSON.parse(await desk.service.request(asked))).toMatchObject({ ok: true });
    const { athletes } = JSON.parse(JSON.stringify(await desk.client.athletes.list({}))).value;
    expect(JSON.stringify(athletes)).toContain(JSON.stringify(JSON.parse(text)).slice(1, -1));
  },
);
