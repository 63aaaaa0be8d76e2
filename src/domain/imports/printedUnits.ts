import type { DistanceUnit, MassUnit } from '../kernel/quantity.ts';
import type { DecimalMark } from './numbers.ts';
import type { ImportAssumption, ImportChoices } from './draft.ts';
import { isMissing, plainNumber, readNumber } from './numbers.ts';
import { massEvidenceOf, type WeighedLoad } from './massEvidence.ts';
import type { Tally } from './tally.ts';
import { metresOfUnit } from './lengthUnits.ts';
import { normaliseHeading } from './headings.ts';
import { unitOfHeading } from './columnRoles.ts';

/** A load's cell: the number in its unit, and the unit if the cell itself says it. */
export interface PrintedLoad {
  readonly value: number;
  readonly unit: MassUnit | undefined;
}

export const massUnitOfWord = (word: string): MassUnit | undefined => {
  if (/^(?:kg|kgs|kilo|kilos|kilograms?|кг)$/u.test(word)) return 'kg';
  return /^(?:lb|lbs|pound|pounds)$/u.test(word) ? 'lb' : undefined;
};

/** The number part of a load's cell (`80 kg` → `80`), for deciding the column's decimal mark. */
export const loadDigits = (cell: string): string => cell.replace(/\s*(?:kgs?|lbs?|кг)\.?\s*$/iu, '');

/** Reads `62.5`, `80 kg`, `135lb`, `BW` (bodyweight, 0). `undefined` when it is none of these. */
export const readLoad = (cell: string, mark: DecimalMark): PrintedLoad | undefined => {
  if (cell.length > 60) return undefined;
  if (/^\s*(?:bw|bodyweight|body weight)\s*$/iu.test(cell)) return { value: 0, unit: undefined };
  const digits = loadDigits(cell);
  const value = readNumber(digits, mark);
  if (value === undefined) return undefined;
  const word = cell.slice(digits.length).replace('.', '').trim().toLowerCase();
  return { value, unit: massUnitOfWord(word) };
};

/** What a heading says of its unit: `Weight (lbs)`, `weight_kg`, `km`. */
const unitWordOf = (heading: string): string =>
  unitOfHeading(heading) ?? /[_ ](\w+)$/u.exec(normaliseHeading(heading))?.[1] ?? normaliseHeading(heading);

/** The unit in a load's heading: `kg`, `Weight (lbs)`. */
export const massUnitOfHeading = (heading: string): MassUnit | undefined => massUnitOfWord(unitWordOf(heading));

export const metresOfHeading = (heading: string): number | undefined => metresOfUnit(unitWordOf(heading));

/** Seconds of one printed unit of a duration whose heading says it: `Duration (min)`, `Duration (hours)`; else 1. */
export const secondsOfHeading = (heading: string): number => {
  const word = unitWordOf(heading);
  if (/^(?:h|hrs?|hours?|std|stunden|heures|horas|ore|uur)$/u.test(word)) return 3600;
  return /^(?:min|mins|minutes?|minuten|minutos|minuti)$/u.test(word) ? 60 : 1;
};

/** The loads above 0 that cells print, each with how often it stands there. */
const loadsIn = (tally: Tally, mark: DecimalMark): WeighedLoad[] =>
  [...tally].flatMap(([cell, count]) => {
    const plain = Number(plainNumber(loadDigits(cell)).replace(',', '.'));
    const read = isMissing(cell) ? undefined : readLoad(cell, mark);
    if (read === undefined || read.value <= 0) return [];
    return [{ load: Number.isFinite(plain) && mark === '.' ? plain : read.value, count }];
  });

export interface SettledUnit<Unit> {
  readonly unit: Unit;
  readonly assumptions: readonly ImportAssumption[];
}

/** The unit that every row states which states one; `undefined` when they differ, or none does. */
const onlyUnitIn = (words: Tally): MassUnit | undefined => {
  const units = new Set([...words.keys()].flatMap((word) => massUnitOfWord(word.trim().toLowerCase()) ?? []));
  return units.size === 1 ? [...units][0] : undefined;
};

/**
 * The unit of loads that state none: as chosen, else what all other rows state, else from the loads themselves. Nothing to
 * settle without loads.
 */
export const settleMassUnit = (
  tally: Tally,
  mark: DecimalMark,
  choices: ImportChoices,
  statedElsewhere: Tally,
): SettledUnit<MassUnit> => {
  const loads = loadsIn(tally, mark);
  if (choices.massUnit !== undefined) {
    return {
      unit: choices.massUnit,
      assumptions: [{ what: 'massUnit', chosen: choices.massUnit, evidence: 'chosen' }],
    };
  }
  const stated = onlyUnitIn(statedElsewhere);
  const { unit, evidence } =
    stated === undefined
      ? massEvidenceOf(loads)
      : { unit: stated, evidence: `every row that states a unit states ${stated}` };
  return { unit, assumptions: loads.length === 0 ? [] : [{ what: 'massUnit', chosen: unit, evidence }] };
};

/** The unit of distances that state none: as chosen, else the one that goes with the unit of mass. */
export const settleDistanceUnit = (
  hasDistances: boolean,
  massUnit: MassUnit,
  choices: ImportChoices,
): SettledUnit<DistanceUnit> => {
  const unit = choices.distanceUnit ?? (massUnit === 'kg' ? 'km' : 'mi');
  if (!hasDistances) return { unit, assumptions: [] };
  const evidence = choices.distanceUnit === undefined ? `goes with loads in ${massUnit}` : 'chosen';
  return { unit, assumptions: [{ what: 'distanceUnit', chosen: unit, evidence }] };
};
