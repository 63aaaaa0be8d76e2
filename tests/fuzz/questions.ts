import type { Chance } from '../../src/domain/kernel/chance.ts';
import { HOSTILE_NUMBERS, HOSTILE_TEXTS, hostileThing, raw } from './hostileValues.ts';
import type { JsonShape } from './jsonShape.ts';
import type { LivingPool } from './livingPool.ts';
import { below, oneOf } from './mutateFile.ts';

type Thing = Readonly<Record<string, unknown>>;

/** What most questions are about, where the desk has not said anything better. */
const USUAL_TEXTS: readonly string[] = [
  '2026-11-23',
  '2026-11-24',
  '2027-01-04',
  '2026-W48',
  '2026-W49',
  '1900-01-01',
  '2199-12-31',
  '1900-W01',
  '2198-W52',
  'A1',
  'B2',
  'Session A',
  'sq_back',
  'start-ramp',
  '3x5 @80%',
  'Ann',
  'a'.repeat(64),
  'HH:MM',
  '07:30',
];

const fits = (shape: JsonShape, value: unknown): boolean => {
  switch (shape.type) {
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'string':
      return (
        typeof value === 'string' &&
        value.length >= (shape.minLength ?? 0) &&
        value.length <= (shape.maxLength ?? Infinity) &&
        (shape.pattern === undefined || new RegExp(shape.pattern, 'u').test(value))
      );
    case undefined:
    default:
      return false;
  }
};

const numberFor = (
  { type, minimum, exclusiveMinimum, maximum, exclusiveMaximum }: JsonShape,
  chance: Chance,
): number => {
  const low = Math.max(minimum ?? exclusiveMinimum ?? 0, -1e6);
  const high = Math.min(maximum ?? exclusiveMaximum ?? low + 12, 1e6);
  const roll = chance();
  if (roll < 0.1) return low;
  if (roll < 0.2) return high;
  const number = low + chance() * Math.min(high - low, roll < 0.6 ? 12 : Infinity);
  return type === 'integer' ? Math.round(number) : number;
};

/** A question as it should be asked, about things that are there. */
export const validQuestion = (chance: Chance, pool: LivingPool) => {
  const textFor = (shape: JsonShape): string => {
    const fitting = USUAL_TEXTS.filter((text) => fits(shape, text));
    return fitting.length === 0 ? 'x'.repeat(shape.minLength ?? 0) : oneOf(chance, fitting);
  };

  /** A list or a thing as it was seen, most likely right as it stands. */
  const wholeFor = (shape: JsonShape, name: string, within: Thing | undefined): unknown => {
    if (shape.type !== 'object' && shape.type !== 'array' && shape.type !== undefined) return undefined;
    const beside = within !== undefined && Object.hasOwn(within, name) ? within[name] : undefined;
    const roll = chance();
    const whole = roll < 0.6 ? beside : roll < 0.75 ? pool.whole(name, chance) : undefined;
    const isRight = shape.type === undefined || Array.isArray(whole) === (shape.type === 'array');
    return typeof whole === 'object' && whole !== null && isRight ? whole : undefined;
  };

  const ofShape = (shape: JsonShape, name: string, within: Thing | undefined): unknown => {
    if (shape.const !== undefined) return shape.const;
    const choices = shape.anyOf ?? shape.oneOf;
    if (choices !== undefined) return ofShape(oneOf(chance, choices), name, within);
    if (shape.enum !== undefined) return oneOf(chance, shape.enum);
    const known = within !== undefined && Object.hasOwn(within, name) && chance() < 0.85 ? within[name] : undefined;
    if (fits(shape, known)) return known;
    const whole = wholeFor(shape, name, within);
    if (whole !== undefined) return whole;
    const seen = chance() < 0.75 ? pool.value(name, chance) : undefined;
    if (fits(shape, seen)) return seen;
    switch (shape.type) {
      case 'object':
        return thingOf(shape);
      case 'array': {
        if (shape.prefixItems !== undefined) return shape.prefixItems.map((item) => ofShape(item, name, within));
        const most = Math.min(shape.maxItems ?? 3, Math.max(shape.minItems ?? 0, 3));
        const length = Math.max(shape.minItems ?? 0, below(chance, most + 1));
        const { items } = shape;
        if (items === undefined || items === false) return [];
        return Array.from({ length }, () => ofShape(items, name.replace(/s$/u, ''), undefined));
      }
      case 'boolean':
        return chance() < 0.5;
      case 'integer':
      case 'number':
        return numberFor(shape, chance);
      case 'string':
        return textFor(shape);
      case 'null':
        return null;
      case undefined:
      default:
        return chance() < 0.5 ? { w: 100, reps: 5 } : pool.value(name, chance);
    }
  };

  const thingOf = (shape: JsonShape): Thing => {
    const properties = Object.entries(shape.properties ?? {});
    const like = pool.thing(
      properties.map(([key]) => key),
      chance,
    );
    const required = new Set(shape.required);
    const parts = properties
      .filter(([key]) => required.has(key) || chance() < 0.4)
      .map(([key, part]) => [key, ofShape(part, key, like)]);
    const more = shape.additionalProperties;
    if (typeof more === 'object') parts.push([textFor(shape.propertyNames ?? {}), ofShape(more, '', undefined)]);
    return Object.fromEntries(parts);
  };

  return (shape: JsonShape): unknown => ofShape(shape, '', undefined);
};

type Path = readonly (string | number)[];

const pathsIn = (value: unknown, path: Path = []): Path[] => {
  if (typeof value !== 'object' || value === null || path.length > 8) return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => pathsIn(part, [...path, key]))];
};

/** The same with one place changed; what the change returns `undefined` for is left out. */
const withChange = (value: unknown, path: Path, change: (part: unknown) => unknown): unknown => {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  if (Array.isArray(value))
    return value.flatMap((item, at) => {
      if (String(at) !== String(key)) return [item];
      const changed = withChange(item, rest, change);
      return changed === undefined ? [] : [changed];
    });
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, part]) => [name, name === key ? withChange(part, rest, change) : part])
      .filter(([, part]) => part !== undefined),
  );
};

const WRONG: readonly ((part: unknown, chance: Chance) => unknown)[] = [
  () => undefined,
  () => null,
  () => true,
  () => '',
  () => [],
  () => ({}),
  () => 'nonsense',
  (part) => [part],
  (part) => String(part),
  (part) => (typeof part === 'object' && part !== null && !Array.isArray(part) ? { ...part, extra: 1 } : -1),
  (part) => (Array.isArray(part) ? Array.from({ length: 1200 }, () => part[0] ?? 1) : 0),
  (part) => (Array.isArray(part) ? [...part, ...part] : 0.5),
  (part) => (typeof part === 'number' ? -part : 999_999_999),
  (part) => (typeof part === 'number' ? part + 0.5 : '2026-02-30'),
  (part) => (typeof part === 'number' ? 4_000_000_000 : '2026-W54'),
  (part) => (typeof part === 'string' ? part + part : 1e15),
  (part) => (typeof part === 'string' ? part.repeat(400) : 9_007_199_254_740_992),
  (part) => (typeof part === 'string' ? ` ${part} ` : 'kind'),
];

/** A question that is nearly right: one thing in it is of the wrong kind, out of bounds, missing, too much, or of nobody. */
export const nearlyRight = (question: unknown, chance: Chance): unknown => {
  const path = oneOf(chance, pathsIn(question));
  return withChange(question, path, (part) => oneOf(chance, WRONG)(part, chance)) ?? {};
};

/** A question into which somebody has written what might break something behind it. */
export const hostileQuestion = (question: unknown, chance: Chance): unknown => {
  let asked = question;
  for (let times = 1 + below(chance, 3); times > 0; times -= 1) {
    const path = oneOf(chance, pathsIn(asked));
    asked = withChange(asked, path, (part) => {
      const roll = chance();
      if (typeof part === 'string' && roll < 0.85) return oneOf(chance, HOSTILE_TEXTS);
      if (typeof part === 'number' && roll < 0.85) return raw(oneOf(chance, HOSTILE_NUMBERS));
      if (typeof part === 'object' && part !== null && !Array.isArray(part) && roll < 0.6)
        return {
          ...part,
          [oneOf(chance, ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])]: { polluted: 1 },
        };
      return roll < 0.5 ? oneOf(chance, HOSTILE_TEXTS) : hostileThing(chance);
    });
  }
  return asked;
};
