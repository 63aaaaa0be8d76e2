import { expect, test } from 'vitest';
import type { IsoWeek } from '../../src/domain/kernel/plainDate.ts';
import { pdfName, pdfNames } from '../../src/renderer/sheets/pdfName.ts';

const WEEK = '2026-W48' as IsoWeek;

test('one athlete’s file bears the surname, a pile what it is', () => {
  expect(pdfName(WEEK, 'weekly', ['Ana Duarte'])).toBe('2026-W48 Duarte.pdf');
  expect(pdfName(WEEK, 'weekly', ['Ana Duarte', 'Ben Okafor'])).toBe('2026-W48 sheets.pdf');
  expect(pdfName(WEEK, 'rack', [])).toBe('2026-W48 sheets rack.pdf');
  expect(pdfName(WEEK, 'season', ['../../etc/passwd'])).toBe('2026-W48 etcpasswd season.pdf');
});

test('a file each: no two alike, whatever the names', () => {
  const names = ['Ana Duarte', 'Inês Duarte', 'Ana Duarte', 'Ben O’Brien', '???', '長谷川'];
  const files = pdfNames(WEEK, 'weekly', names);
  expect(files).toEqual([
    '2026-W48 Duarte Ana.pdf',
    '2026-W48 Duarte Inês.pdf',
    '2026-W48 Duarte Ana 2.pdf',
    '2026-W48 O’Brien.pdf',
    '2026-W48 sheet.pdf',
    '2026-W48 長谷川.pdf',
  ]);
  expect(new Set(files.map((name) => name.toLowerCase())).size).toBe(names.length);
});
