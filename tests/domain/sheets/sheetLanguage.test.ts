import { describe, expect, test } from 'vitest';
import type { PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import { weekRange } from '../../../src/domain/sheets/dateText.ts';
import { LANGUAGES, LANGUAGE_NAMES, sheetWordsIn } from '../../../src/domain/sheets/sheetLanguage.ts';
import type { SheetWords } from '../../../src/domain/sheets/sheetWords.ts';

/** Every text of a language, functions called with figures that can be found again in what they say. */
const textsOf = (value: unknown, path = ''): readonly (readonly [path: string, text: string])[] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value(11, 12, '13'))]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => textsOf(part, `${path}.${key}`));
};

/** Nothing is said of these in any language. */
const MAY_BE_EMPTY = new Set(['.runLetters.rest', '.weekKinds.build']);

describe.each(LANGUAGES.map((language) => ({ language, words: sheetWordsIn(language) })))(
  'sheets in $language',
  ({ language, words }: { readonly language: (typeof LANGUAGES)[number]; readonly words: SheetWords }) => {
    test('say everything, and what is told them', () => {
      const english = new Map(textsOf(sheetWordsIn('en')));
      const texts = textsOf(words);
      expect(texts.map(([path]) => path).toSorted()).toEqual([...english.keys()].toSorted());
      for (const [path, text] of texts) {
        if (!MAY_BE_EMPTY.has(path)) expect(text, path).not.toBe('');
        expect(text, path).not.toMatch(/undefined|\$\{/);
        for (const figure of ['11', '12', '13']) {
          if (english.get(path)?.includes(figure) === true) expect(text, path).toContain(figure);
        }
      }
      expect(LANGUAGE_NAMES[language]).not.toBe('');
    });

    test('have twelve different months and seven different days', () => {
      expect(new Set(words.dates.months).size).toBe(12);
      expect(new Set(words.dates.weekdays).size).toBe(7);
      expect(weekRange('2026-11-30' as PlainDate, words.dates)).toMatch(/^30 .+ – 6 .+ 2026$/);
    });

    test('tell the kinds of run apart by their letters', () => {
      const { easy, quality, long } = words.runLetters;
      expect(new Set([easy, quality, long]).size).toBe(3);
    });
  },
);

test('no language but English says it in English', () => {
  const english = new Map(textsOf(sheetWordsIn('en')));
  const SAME =
    /\.(?:dates|decimal|rpe|minutes|seconds|metres|form\.rpe|startToNow|runLetters|weekKinds|season\.of|part|tempo|rack|perSide|contacts|form\.notes|coach)/;
  for (const language of LANGUAGES.filter((one) => one !== 'en')) {
    const left = textsOf(sheetWordsIn(language)).filter(
      ([path, text]) => text !== '' && !SAME.test(path) && text === english.get(path),
    );
    expect(left, language).toEqual([]);
  }
});
