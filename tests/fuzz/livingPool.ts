import type { Chance } from '../../src/domain/kernel/chance.ts';
import { oneOf } from './mutateFile.ts';

type Thing = Readonly<Record<string, unknown>>;

/** What a living desk has answered, so that questions can be about what is really there. */
export interface LivingPool {
  /** Keeps what stands in an answer: every value under its name, and every thing with its parts together. */
  readonly note: (answer: unknown) => void;
  /** A value that was seen under this name. */
  readonly value: (name: string, chance: Chance) => unknown;
  /** A list or a thing that was seen under this name, whole. */
  readonly whole: (name: string, chance: Chance) => unknown;
  /** A thing that has most of these parts: a program with its own revision, a week with its own session. */
  readonly thing: (names: readonly string[], chance: Chance) => Thing | undefined;
}

const MOST_OF_A_NAME = 60;
const MOST_WHOLES = 12;
const MOST_THINGS = 1500;
const LOOK_AT = 40;

/** The same under other names, in questions and answers. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  code: ['sheetCode'],
  athleteIds: ['athleteId'],
  week: ['week', 'ordinal', 'weekOrdinal', 'isoWeek'],
  fromWeek: ['ordinal', 'weekOrdinal'],
  toWeek: ['ordinal', 'weekOrdinal'],
  session: ['session', 'name'],
  on: ['on', 'plannedOn', 'performedOn', 'monday'],
  from: ['on', 'plannedOn', 'startsOn', 'monday'],
  to: ['on', 'plannedOn', 'endsOn'],
  exerciseKey: ['exerciseKey', 'key'],
  templateKey: ['templateKey', 'key'],
  text: ['text', 'shorthand', 'cell'],
};

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const keep = <T>(list: T[], one: T, most: number, count: number): void => {
  // The newest stay, and of the older ones now here, now there.
  if (list.length < most) list.push(one);
  else list[count % most] = one;
};

export const createPool = (): LivingPool => {
  const values = new Map<string, unknown[]>();
  const wholes = new Map<string, unknown[]>();
  const things: Thing[] = [];
  let noted = 0;

  const under = (map: Map<string, unknown[]>, name: string): unknown[] => {
    const known = map.get(name) ?? [];
    map.set(name, known);
    return known;
  };

  const note = (answer: unknown, name = '', depth = 0): void => {
    if (depth > 12) return;
    if (typeof answer === 'object' && answer !== null) keep(under(wholes, name), answer, MOST_WHOLES, noted);
    if (Array.isArray(answer)) {
      const singular = name.replace(/s$/u, '');
      for (const item of answer.slice(0, 30)) note(item, singular, depth + 1);
      return;
    }
    noted += 1;
    if (isThing(answer)) {
      keep(things, answer, MOST_THINGS, noted);
      for (const [key, value] of Object.entries(answer)) note(value, key, depth + 1);
      return;
    }
    const known = under(values, name);
    if (!known.includes(answer)) keep(known, answer, MOST_OF_A_NAME, noted);
  };

  return {
    note: (answer) => note(answer),
    value: (name, chance) => {
      const known = [name, name.replace(/s$/u, ''), ...(ALSO[name] ?? [])].flatMap((other) => values.get(other) ?? []);
      return known.length === 0 ? undefined : oneOf(chance, known);
    },
    whole: (name, chance) => {
      const known = wholes.get(name) ?? [];
      return known.length === 0 ? undefined : oneOf(chance, known);
    },
    thing: (names, chance) => {
      if (things.length === 0) return undefined;
      let best: Thing | undefined;
      let bestCount = 1;
      for (let look = 0; look < LOOK_AT; look += 1) {
        const thing = oneOf(chance, things);
        const count = names.filter((name) => Object.hasOwn(thing, name)).length;
        if (count > bestCount) [best, bestCount] = [thing, count];
      }
      return best;
    },
  };
};
