import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ordinaryWeek, standardGym } from '../../src/domain/athletes/athlete.ts';
import type { Chance } from '../../src/domain/kernel/chance.ts';
import { addDays, type PlainDate } from '../../src/domain/kernel/plainDate.ts';

/** Something that is asked of the service. */
export interface Deed {
  readonly operation: string;
  readonly input: unknown;
  /** Uploaded first; `$0` in the input stands for what the upload is answered with. */
  readonly files?: readonly string[];
}

const fixture = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../fixtures/imports/${name}.csv`, import.meta.url))).toString('base64');

const FILES = ['strava-en', 'strava-legacy', 'strong-v6', 'strong-2021', 'strong-semicolon'] as const;

export const TODAY = '2026-11-23' as PlainDate;

const detailsOf = (name: string) => ({
  name,
  entryClass: 'B',
  massUnit: 'kg',
  distanceUnit: 'km',
  groups: ['Harriers', name.slice(-1)],
  tags: [],
  notes: `Notes on ${name}. `.repeat(20),
  gym: standardGym('kg'),
  usualWeek: ordinaryWeek,
});

const below = (chance: Chance, count: number): number => Math.floor(chance() * count);

/** Athletes are numbered from one up in the order in which they come; some numbers may be free again, and then it is refused. */
const somebody = (chance: Chance): number => 1 + below(chance, 6);

type Maker = (chance: Chance, n: number) => Deed;

const imported: Maker = (chance, n) => {
  const file = FILES[below(chance, FILES.length)] ?? FILES[0];
  const target =
    chance() < 0.5 ? { kind: 'newAthlete', name: `Newcomer ${n}` } : { kind: 'athlete', athleteId: somebody(chance) };
  return {
    operation: 'imports.commit',
    input: {
      files: [{ token: '$0', fileName: `${file}.csv`, choices: {}, target }],
      exercises: [],
      strict: false,
    },
    files: [fixture(file)],
  };
};

/** What a coach does, oftener what is done oftener. */
const MAKERS: readonly (readonly [weight: number, make: Maker])[] = [
  [5, (_, n) => ({ operation: 'athletes.add', input: { details: detailsOf(`Runner ${n}`) } })],
  [
    5,
    (chance, n) => ({
      operation: 'athletes.weighIn',
      input: {
        athleteId: somebody(chance),
        weighIn: { measuredOn: addDays(TODAY, -below(chance, 200)), massKg: 50 + (n % 400) / 10 },
      },
    }),
  ],
  [
    3,
    (chance, n) => ({
      operation: 'races.add',
      input: {
        athleteId: somebody(chance),
        race: { name: `Race ${n}`, racedOn: addDays(TODAY, below(chance, 300)), priority: 'A' },
      },
    }),
  ],
  [
    3,
    (chance) => ({
      operation: 'programs.assign',
      input: { athleteIds: [somebody(chance)], templateKey: 'start-ramp', startsOn: '2026-11-30' },
    }),
  ],
  [2, (chance) => ({ operation: 'athletes.archive', input: { athleteIds: [somebody(chance)] } })],
  [2, (chance) => ({ operation: 'athletes.bringBack', input: { athleteIds: [somebody(chance)] } })],
  [
    2,
    (chance, n) => ({
      operation: 'athletes.addToGroup',
      input: { athleteIds: [somebody(chance)], group: `Group ${n}` },
    }),
  ],
  [
    2,
    (chance) => ({
      operation: 'calendar.planRuns',
      input: {
        athleteId: somebody(chance),
        days: [{ on: addDays(TODAY, below(chance, 40)), runs: [{ kind: 'long', distanceM: 20_000 }] }],
      },
    }),
  ],
  [
    2,
    (chance) => ({
      operation: 'calendar.placeLifts',
      input: { athleteIds: [1, 2, 3], from: addDays(TODAY, 7 * below(chance, 2)), weeks: 2, choice: 1 },
    }),
  ],
  [4, imported],
  [1, (chance) => ({ operation: 'imports.takeBack', input: { importId: 1 + below(chance, 4) } })],
  [6, () => ({ operation: 'history.undo', input: {} })],
  [4, () => ({ operation: 'history.redo', input: {} })],
  [3, (chance) => ({ operation: 'backups.make', input: { kind: chance() < 0.5 ? 'automatic' : 'byHand' } })],
  [2, (chance) => ({ operation: 'restoreOne', input: { pick: chance() } })],
  [1, () => ({ operation: 'app.createSample', input: { athletes: 2, years: 0.25, seed: 5, today: TODAY } })],
];

const TOTAL = MAKERS.reduce((sum, [weight]) => sum + weight, 0);

/** The next thing that is asked. `n` makes its names its own. */
export const nextDeed = (chance: Chance, n: number): Deed => {
  let left = chance() * TOTAL;
  for (const [weight, make] of MAKERS) {
    left -= weight;
    if (left < 0) return make(chance, n);
  }
  throw new RangeError('the weights do not add up');
};
