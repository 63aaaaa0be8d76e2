import fc from 'fast-check';
import { expect } from 'vitest';
import type { AthleteId, ImportId, ProgramId, RaceId } from '../../../src/domain/kernel/ids.ts';
import { addDays } from '../../../src/domain/kernel/plainDate.ts';
import { dump } from '../dump.ts';
import { commit, day, detailsOf, settled, stepsOf, TODAY, type Desk } from '../openDesk.ts';

const FIXTURES = [
  'strava-en',
  'strava-de',
  'strava-legacy',
  'strong-v6',
  'strong-de',
  'strong-2021',
  'strong-semicolon',
];

/** What a coach may do next. Numbers pick whom or what among those there are. */
type Act =
  | { readonly kind: 'add' | 'archive' | 'bringBack' | 'contact' | 'removeRace' | 'removeProgram' | 'takeBack' }
  | { readonly kind: 'edit'; readonly notes: string; readonly group: string; readonly pairs: number }
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'weighIn'; readonly massKg: number; readonly on: number }
  | { readonly kind: 'race'; readonly name: string }
  | { readonly kind: 'assign'; readonly week: number }
  | { readonly kind: 'cell'; readonly week: number; readonly text: string }
  | { readonly kind: 'planRuns' | 'away' | 'place' | 'move'; readonly week: number }
  | { readonly kind: 'settings'; readonly coachName: string }
  | { readonly kind: 'import'; readonly file: string; readonly isNew: boolean };

export interface Deed {
  readonly act: Act;
  readonly pick: number;
}

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter((text) => text.trim() !== '' && !text.includes('\0'));

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('add', 'archive', 'bringBack', 'contact', 'removeRace', 'removeProgram', 'takeBack'),
  }),
  fc.record({ kind: fc.constant('edit'), notes: words, group: words, pairs: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ kind: fc.constant('group'), group: words }),
  fc.record({
    kind: fc.constant('weighIn'),
    massKg: fc.double({ min: 40, max: 120, noNaN: true }),
    on: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({ kind: fc.constant('race'), name: words }),
  fc.record({ kind: fc.constant('assign'), week: fc.integer({ min: 0, max: 3 }) }),
  fc.record({
    kind: fc.constant('cell'),
    week: fc.integer({ min: 1, max: 6 }),
    text: fc.constantFrom('3x5@80', '=', '+2.5', '', 'heavyish', '1x5 70, 3x3 85'),
  }),
  fc.record({ kind: fc.constantFrom('planRuns', 'away', 'place', 'move'), week: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ kind: fc.constant('settings'), coachName: words }),
  fc.record({ kind: fc.constant('import'), file: fc.constantFrom(...FIXTURES), isNew: fc.boolean() }),
);

export const deeds: fc.Arbitrary<Deed[]> = fc.array(fc.record({ act, pick: fc.nat(1000) }), {
  minLength: 3,
  maxLength: 14,
});

const chosen = <T>(things: readonly T[], pick: number): T | undefined => things[pick % Math.max(1, things.length)];

/** Does it, if there is anybody or anything to do it to. Refusals are part of life. */
const carryOut = async (desk: Desk, { act, pick }: Deed, count: number): Promise<void> => {
  const { client } = desk;
  const { athletes } = settled(await client.athletes.list({}));
  const who: AthleteId | undefined = chosen(athletes, pick)?.athleteId;
  if (act.kind === 'add') return void (await client.athletes.add({ details: detailsOf(`Runner ${count}`) }));
  if (act.kind === 'settings') {
    const { settings } = settled(await client.app.describe({}));
    return void (await client.app.saveSettings({ ...settings, coachName: act.coachName }));
  }
  if (act.kind === 'takeBack') {
    const imported: ImportId | undefined = chosen(settled(await client.imports.list({})).imports, pick)?.importId;
    if (imported !== undefined) await client.imports.takeBack({ importId: imported });
    return;
  }
  if (who === undefined) return;
  switch (act.kind) {
    case 'archive':
      return void (await client.athletes.archive({ athleteIds: athletes.map(({ athleteId }) => athleteId) }));
    case 'bringBack':
      return void (await client.athletes.bringBack({ athleteIds: [who] }));
    case 'contact':
      return void (await client.athletes.noteContact({ athleteIds: [who], on: TODAY }));
    case 'edit': {
      const { details } = settled(await client.athletes.open({ athleteId: who }));
      const plates = details.gym.plates.slice(1).map((plate) => ({ ...plate, pairs: act.pairs }));
      const gym = { ...details.gym, plates, equipment: [...details.gym.equipment] };
      const usualWeek = details.usualWeek.map((usual) => ({ ...usual }));
      const tags = [...details.tags];
      await client.athletes.edit({
        athleteId: who,
        details: { ...details, notes: act.notes, groups: [act.group], gym, usualWeek, tags },
      });
      return;
    }
    case 'group':
      return void (await client.athletes.addToGroup({ athleteIds: [who], group: act.group }));
    case 'weighIn': {
      const weighIn = { measuredOn: day(`2026-11-0${act.on}`), massKg: act.massKg };
      return void (await client.athletes.weighIn({ athleteId: who, weighIn }));
    }
    case 'race': {
      const race = { name: act.name, racedOn: TODAY, priority: 'A' as const };
      return void (await client.races.add({ athleteId: who, race }));
    }
    case 'removeRace': {
      const race: RaceId | undefined = settled(await client.athletes.open({ athleteId: who })).races[0]?.raceId;
      if (race !== undefined) await client.races.remove({ raceId: race });
      return;
    }
    case 'assign': {
      const startsOn = day(['2026-11-23', '2026-11-30', '2026-12-07', '2027-06-07'][act.week] ?? '2026-11-23');
      return void (await client.programs.assign({ athleteIds: [who], templateKey: 'start-ramp', startsOn }));
    }
    case 'cell': {
      const { open } = settled(await client.programs.grid({ athleteId: who }));
      const session = open?.program.blocks.flatMap((block) => block.weeks)[0]?.sessions[0];
      const label = session?.slots[0]?.label;
      if (open === undefined || session === undefined || label === undefined) return;
      const edits = [{ kind: 'cell' as const, week: act.week, session: session.name, label, text: act.text }];
      await client.programs.edit({ programId: open.programId, revision: open.revision, edits });
      return;
    }
    case 'planRuns': {
      const on = addDays(TODAY, 7 * act.week);
      const runs = act.week === 3 ? [] : [{ kind: 'long' as const, distanceM: 20_000 }];
      return void (await client.calendar.planRuns({ athleteId: who, days: [{ on, runs }] }));
    }
    case 'away': {
      const from = addDays(TODAY, 7 * act.week);
      const away = { kind: 'travel' as const, from, to: addDays(from, act.week), note: '' };
      return void (await client.calendar.setAway({ athleteIds: [who], away }));
    }
    case 'place': {
      const athleteIds = athletes.map(({ athleteId }) => athleteId);
      const from = addDays(TODAY, 7 * act.week);
      return void (await client.calendar.placeLifts({ athleteIds, from, weeks: 2, choice: 1 }));
    }
    case 'move': {
      const on = addDays(TODAY, 7 * act.week);
      const view = settled(await client.calendar.view({ athleteIds: [who], from: on, to: addDays(on, 6) }));
      const lift = view.athletes[0]?.lifts.find((one) => one.on >= on && one.on < addDays(on, 7));
      if (lift === undefined) return;
      const { sessionId } = lift;
      await client.calendar.moveSession({ athleteId: who, sessionId, on, timeOfDay: 'am', reason: 'it suits' });
      return;
    }
    case 'removeProgram': {
      const { programs } = settled(await client.programs.forAthlete({ athleteId: who }));
      const program: ProgramId | undefined = programs[0]?.programId;
      if (program !== undefined) await client.programs.remove({ programId: program });
      return;
    }
    case 'import': {
      const target = act.isNew
        ? { kind: 'newAthlete' as const, name: `Newcomer ${count}` }
        : { kind: 'athlete' as const, athleteId: who };
      return void (await commit(desk, [`imports/${act.file}.csv`], target));
    }
  }
};

const standingSteps = async (desk: Desk): Promise<number> =>
  (await stepsOf(desk)).filter((step) => !step.isUndone).length;

/** Does everything and keeps a picture of the file before each step that was left. */
export const carryOutAll = async (desk: Desk, all: readonly Deed[]) => {
  const before: ReturnType<typeof dump>[] = [];
  for (const [count, deed] of all.entries()) {
    const picture = dump(desk.databaseFile);
    const steps = await standingSteps(desk);
    await carryOut(desk, deed, count);
    const left = (await standingSteps(desk)) - steps;
    if (left === 0) expect(dump(desk.databaseFile), `${deed.act.kind} left no step`).toEqual(picture);
    else before.push(picture);
  }
  return before;
};
