import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkProgram } from '../../../src/domain/check/checkProgram.ts';
import type { PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import { canDo, NO_GYM_ITEMS } from '../../../src/domain/exercises/noGym.ts';
import { adaptProgram } from '../../../src/domain/programs/adaptProgram.ts';
import { chooseLifts } from '../../../src/domain/programs/chooseLifts.ts';
import { layOutGrid } from '../../../src/domain/programs/grid.ts';
import { leadWithRamp } from '../../../src/domain/programs/leadWithRamp.ts';
import { printProgramText } from '../../../src/domain/programs/programText.ts';
import { ENTRY_CLASSES, type EntryClass, type Program } from '../../../src/domain/programs/program.ts';
import { buildStartRamp } from '../../../src/domain/programs/startRamp.ts';
import { readTemplate } from '../../../src/domain/programs/template.ts';
import { LIBRARY } from '../exercises/shippedLibrary.ts';

const MONDAY = '2026-11-23' as PlainDate;
const FOLDER = new URL('../../../resources/templates/', import.meta.url);

const shipped = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => {
    const text = readFileSync(new URL(file, FOLDER), 'utf8');
    return { file, text, template: readTemplate(text, LIBRARY) };
  });

const programOf = ({ template }: (typeof shipped)[number]): Program =>
  layOutGrid(template.grid, { templateKey: template.key, entryClass: 'C', startsOn: MONDAY, weekdays: [2, 5] }).program;

const said = (program: Program, template?: (typeof shipped)[number]['template']) =>
  checkProgram({
    program,
    exercises: LIBRARY,
    exerciseAt: (key) => LIBRARY.find((one) => one.key === key),
    template,
  }).map(
    ({ severity, rule, week, alsoWeeks, session = '', label = '', reason }) =>
      `${severity} ${rule} [${[week, ...alsoWeeks].join(' ')}] ${session} ${label}: ${reason}`,
  );

const rampOf = (entryClass: EntryClass): Program => {
  const lifts = chooseLifts(LIBRARY, ['barbell', 'rack', 'db', 'bench', 'box', 'step'], entryClass);
  return buildStartRamp({ entryClass, startsOn: MONDAY, weekdays: [2, 5], lifts, exercises: LIBRARY });
};

describe('shipped templates', () => {
  test.each(shipped)('$file passes the check without a fault or a warning', (one) => {
    const findings = said(programOf(one), one.template);
    expect(findings.filter((finding) => !finding.startsWith('note'))).toEqual([]);
    expect(findings.length).toBeLessThanOrEqual(2);
  });

  test.each(shipped)('$file fits whoever it is given to: it asks for nothing that they do not have', (one) => {
    for (const equipment of [[], ['db'], ['db', 'bench', 'band'], ['barbell', 'rack', 'bench', 'box', 'db']]) {
      const { program } = adaptProgram(programOf(one), LIBRARY, equipment);
      const keys = new Set(
        program.blocks.flatMap(({ weeks }) =>
          weeks.flatMap(({ sessions }) => sessions.flatMap(({ slots }) => slots.map(({ exerciseKey }) => exerciseKey))),
        ),
      );
      const lacking = LIBRARY.filter((exercise) => keys.has(exercise.key)).filter(
        (exercise) => !canDo(exercise, [...equipment, ...NO_GYM_ITEMS]),
      );
      expect({ equipment, lacking: lacking.map(({ name }) => name) }).toEqual({ equipment, lacking: [] });
      expect(keys.size).toBeGreaterThan(0);
    }
  });

  test.each(shipped)('$file asks for no more than a band where there is no gym', (one) => {
    const rungs = programOf(one)
      .blocks.flatMap(({ weeks }) => weeks.flatMap(({ sessions }) => sessions.flatMap(({ slots }) => slots)))
      .flatMap(({ noGymKey }) => LIBRARY.filter(({ key }) => key === noGymKey));
    expect(rungs.filter((rung) => !canDo(rung, [...NO_GYM_ITEMS, 'band'])).map(({ name }) => name)).toEqual([]);
  });

  test.each(shipped)('$file is written as it is printed', ({ text, template }) => {
    const [, headings = ''] = /^name: .*\n((?:[a-z]+: .*\n)*)/u.exec(text) ?? [];
    const [name = '', ...rest] = printProgramText(template.grid, LIBRARY).split('\n');
    expect(text).toBe([name, `${headings}${rest.join('\n')}`].join('\n'));
  });
});

describe('the start ramp', () => {
  test.each(ENTRY_CLASSES)('of class %s has nothing to remark', (entryClass) => {
    expect(said(rampOf(entryClass))).toEqual([]);
  });

  test('of bodyweight lifts has nothing to remark either', () => {
    const lifts = chooseLifts(LIBRARY, [], 'A');
    const ramp = buildStartRamp({ entryClass: 'A', startsOn: MONDAY, weekdays: [2, 5], lifts, exercises: LIBRARY });
    expect(said(ramp)).toEqual([]);
  });

  test('leads into every plan that asks for it without a fault', () => {
    for (const one of shipped.filter(({ template }) => template.leadsWithRamp)) {
      const led = leadWithRamp(rampOf('B'), programOf(one));
      expect(said(led, one.template).filter((finding) => finding.startsWith('fault'))).toEqual([]);
    }
  });
});
