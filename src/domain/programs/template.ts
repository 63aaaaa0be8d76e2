import type { Exercise } from '../exercises/exercise.ts';
import type { JumpLevel } from '../strength/contacts.ts';
import type { ProgramGrid } from './grid.ts';
import { printProgramText, readProgramText, type TextReading } from './programText.ts';

/** A program without an athlete, as it ships. */
export interface Template {
  readonly key: string;
  readonly name: string;
  readonly about: string;
  /** Where it comes from and what was found; only what has been read in a source (spec §3.6). */
  readonly evidence: string;
  /** An addition stands beside a plan and need not cover a runner's week by itself. */
  readonly kind: 'plan' | 'addition';
  /** New and returning lifters do the start ramp first (R2.11). */
  readonly leadsWithRamp: boolean;
  /** What its jumps ask for (R2.7). */
  readonly jumpLevel?: JumpLevel | undefined;
  readonly grid: ProgramGrid;
}

const JUMP_LEVELS: readonly JumpLevel[] = ['L1', 'L2', 'L3'];

/** A template from its text read: cells that are not understood are kept as they were typed. */
const templateOf = (key: string, { grid, headings }: TextReading): Template => {
  const jumpLevel = JUMP_LEVELS.find((level) => level === headings.get('jumps'));
  return {
    key,
    name: grid.name,
    about: headings.get('about') ?? '',
    evidence: headings.get('evidence') ?? '',
    kind: headings.get('kind') === 'addition' ? 'addition' : 'plan',
    leadsWithRamp: headings.get('lead') === 'ramp',
    ...(jumpLevel === undefined ? {} : { jumpLevel }),
    grid,
  };
};

/** One of the coach's own, from the text it is stored as. */
export const readOwnTemplate = (key: string, text: string, exercises: readonly Exercise[]): Template =>
  templateOf(key, readProgramText(text, exercises));

/** A heading is one line. */
const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

/** The text a template is stored as; read again it is the same template. */
export const printTemplate = (template: Omit<Template, 'key'>, exercises: readonly Exercise[]): string => {
  const { about, evidence, kind, leadsWithRamp, jumpLevel, grid, name } = template;
  const headings = [
    ...(about === '' ? [] : [`about: ${oneLine(about)}`]),
    ...(evidence === '' ? [] : [`evidence: ${oneLine(evidence)}`]),
    ...(kind === 'addition' ? ['kind: addition'] : []),
    ...(leadsWithRamp ? ['lead: ramp'] : []),
    ...(jumpLevel === undefined ? [] : [`jumps: ${jumpLevel}`]),
  ];
  const [first = '', ...rest] = printProgramText({ ...grid, name: oneLine(name) }, exercises).split('\n');
  return [first, ...headings, ...rest].join('\n');
};

/** A template of `resources/templates`. It ships with the product, so a line that is not understood is a defect: a `RangeError`. */
export const readTemplate = (text: string, exercises: readonly Exercise[]): Template => {
  const reading = readProgramText(text, exercises);
  const [problem] = reading.problems;
  const key = reading.headings.get('key');
  if (problem !== undefined || key === undefined) {
    const where = problem === undefined ? 'key' : `line ${problem.line}, ${problem.field}: "${problem.found}"`;
    throw new RangeError(`template ${reading.grid.name}, ${where}`);
  }
  return templateOf(key, reading);
};
