import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { printInParts } from '../../../src/service/sheets/printInParts.ts';

/** A PDF whose pages are as wide as is said, so that they can be told apart. */
const pdfOf = async (...widths: readonly number[]): Promise<Uint8Array> => {
  const document = await PDFDocument.create();
  document.setTitle('Weekly sheets');
  for (const width of widths) document.addPage([width, 100]);
  return document.save();
};

const widthsOf = async (bytes: Uint8Array | undefined): Promise<readonly number[]> =>
  bytes === undefined ? [] : (await PDFDocument.load(bytes)).getPages().map((page) => page.getWidth());

test('a small order is one part, and its file is left as it was printed', async () => {
  const bytes = await pdfOf(10, 20);
  expect(await printInParts(async () => ({ bytes }))).toBe(bytes);
});

test('parts are asked for one after the other, each where the one before says, and their pages follow each other', async () => {
  const asked: number[] = [];
  const parts = new Map([
    [0, { bytes: await pdfOf(10, 20), nextFrom: 60 }],
    [60, { nextFrom: 120 }],
    [120, { bytes: await pdfOf(30) }],
  ]);
  const whole = await printInParts(async (from) => {
    asked.push(from);
    return parts.get(from) ?? {};
  });
  expect(asked).toEqual([0, 60, 120]);
  expect(await widthsOf(whole)).toEqual([10, 20, 30]);
  expect((await PDFDocument.load(whole ?? new Uint8Array())).getTitle()).toBe('Weekly sheets');
});

test('of nobody there is nothing', async () => {
  expect(await printInParts(async () => ({}))).toBeUndefined();
});

test('what goes wrong in a later part is not half a file', async () => {
  const bytes = await pdfOf(10);
  const printing = printInParts(async (from) => {
    if (from > 0) throw new Error('the page broke');
    return { bytes, nextFrom: 60 };
  });
  await expect(printing).rejects.toThrow('the page broke');
});
