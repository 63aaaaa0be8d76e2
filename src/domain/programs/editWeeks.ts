import { fail, ok, type Result } from '../kernel/result.ts';
import { withDeload } from './deloadWeek.ts';
import type { Block, Program, Session, Slot, Week, WeekKind } from './program.ts';
import type { NoSuchSlot, ProgramEdit } from './programEdit.ts';
import { rowKey } from './workOut.ts';
import { flatMapWeeks, mapWeeks, newWeek, redated, weeksOf } from './weekWalk.ts';

type EditOf<Kind extends ProgramEdit['kind']> = Extract<ProgramEdit, { readonly kind: Kind }>;
type Edited = Result<Program, NoSuchSlot>;

const noWeek = (week: number, session = ''): Edited => fail({ week, session, label: '' });

const hasWeeks = (program: Program, fromWeek: number, toWeek: number): boolean =>
  fromWeek >= 1 && fromWeek <= toWeek && toWeek <= weeksOf(program).length;

const sessionWith = (one: Session, edit: EditOf<'session'>): Session => ({
  ...one,
  name: edit.name ?? one.name,
  weekday: edit.weekday ?? one.weekday,
  minutes: edit.minutes ?? one.minutes,
});

/** Two sessions of a name in one week would be one to everything that looks at them. */
const clashes = (week: Week, session: string, name: string | undefined): boolean =>
  name !== undefined && name !== session && week.sessions.some((one) => one.name === name);

export const setSession = (program: Program, edit: EditOf<'session'>): Edited => {
  const { session, fromWeek, toWeek, name } = edit;
  const isIn = (number: number): boolean => number >= fromWeek && number <= toWeek;
  const weeks = weeksOf(program).filter((_, index) => isIn(index + 1));
  const isThere = weeks.some((week) => week.sessions.some((one) => one.name === session));
  if (!isThere || weeks.some((week) => clashes(week, session, name))) return noWeek(fromWeek, name ?? session);
  return ok(
    mapWeeks(program, (week, number) =>
      isIn(number)
        ? { ...week, sessions: week.sessions.map((one) => (one.name === session ? sessionWith(one, edit) : one)) }
        : week,
    ),
  );
};

export const removeSession = (program: Program, edit: EditOf<'removeSession'>): Edited => {
  const { session, fromWeek, toWeek } = edit;
  const isThere = weeksOf(program).some((week) => week.sessions.some((one) => one.name === session));
  if (!isThere) return noWeek(fromWeek, session);
  return ok(
    mapWeeks(program, (week, number) =>
      number < fromWeek || number > toWeek
        ? week
        : { ...week, sessions: week.sessions.filter((one) => one.name !== session) },
    ),
  );
};

const emptyWeek = (program: Program, kind: WeekKind): Week => ({
  number: Math.max(0, ...weeksOf(program).map((week) => week.number)) + 1,
  kind,
  startsOn: program.startsOn,
  lever: '',
  sessions: [],
});

/** Weeks put in after a week, in its block; before the first they come into the first block. */
const putIn = (program: Program, after: number, added: readonly Week[]): Program =>
  flatMapWeeks(program, (week, number) => {
    if (after === 0 && number === 1) return [...added, week];
    return number === after ? [week, ...added] : [week];
  });

export const insertWeeks = (program: Program, { after, count, weekKind }: EditOf<'insertWeeks'>): Edited => {
  if (after > weeksOf(program).length) return noWeek(after);
  return ok(
    putIn(
      program,
      after,
      Array.from({ length: count }, () => emptyWeek(program, weekKind)),
    ),
  );
};

const inFull = (slot: Slot): Slot => {
  if (slot.written?.kind !== 'change') return slot;
  const { written: _written, ...rest } = slot;
  return rest;
};

const AS_BEFORE = { kind: 'change', steps: [], extras: {} } as const;

const asBefore = (slot: Slot): Slot =>
  slot.written === undefined || slot.written.kind === 'change'
    ? { ...slot, written: AS_BEFORE, prescriptions: [] }
    : slot;

const mapSlots = (week: Week, change: (slot: Slot) => Slot): Week => ({
  ...week,
  sessions: week.sessions.map((session) => ({ ...session, slots: session.slots.map(change) })),
});

export const copyWeek = (program: Program, { week, after, as }: EditOf<'copyWeek'>): Edited => {
  const weeks = weeksOf(program);
  const original = weeks[week - 1];
  if (original === undefined || after > weeks.length) return noWeek(original === undefined ? week : after);
  const copy = newWeek(original);
  const made = { written: copy, values: mapSlots(copy, inFull), relative: mapSlots(copy, asBefore) }[as];
  return ok(putIn(program, after, [made]));
};

/**
 * Weeks taken out; a program keeps at least one. Relative cells that would lose the week they look at stand in full before that: of
 * each row all up to its first week that is no deload.
 */
export const deleteWeeks = (program: Program, { fromWeek, toWeek }: EditOf<'deleteWeeks'>): Edited => {
  const count = weeksOf(program).length;
  if (!hasWeeks(program, fromWeek, toWeek) || toWeek - fromWeek + 1 >= count) return noWeek(toWeek);
  const settled = new Set<string>();
  const kept = mapWeeks(program, (week, number) => {
    if (number <= toWeek) return week;
    return {
      ...week,
      sessions: week.sessions.map((session) => ({
        ...session,
        slots: session.slots.map((slot) => {
          const key = rowKey(session.name, slot);
          if (settled.has(key)) return slot;
          if (week.kind !== 'deload' && slot.prescriptions.length > 0) settled.add(key);
          return inFull(slot);
        }),
      })),
    };
  });
  return ok(flatMapWeeks(kept, (week, number) => (number >= fromWeek && number <= toWeek ? [] : [week])));
};

export const setWeekKind = (program: Program, { fromWeek, toWeek, weekKind }: EditOf<'weekKind'>): Edited => {
  if (!hasWeeks(program, fromWeek, toWeek)) return noWeek(toWeek);
  return ok(
    mapWeeks(program, (week, number) => (number >= fromWeek && number <= toWeek ? { ...week, kind: weekKind } : week)),
  );
};

/** A week that is marked a deload already is one: only another week is made lighter. */
export const deload = (program: Program, { week }: EditOf<'deload'>): Edited => {
  const deloaded = withDeload(program, week);
  return deloaded === undefined ? noWeek(week) : ok(deloaded);
};

/** The block around a week renamed, or a new one beginning with that week. */
export const setBlock = (program: Program, edit: EditOf<'block'>): Edited => {
  const { week, startsHere, name, goal, phase } = edit;
  if (!hasWeeks(program, week, week)) return noWeek(week);
  const heading = { name, goal, ...(phase === undefined ? {} : { phase }) };
  let first = 1;
  const blocks = program.blocks.flatMap((block): Block[] => {
    const start = first;
    first += block.weeks.length;
    if (week < start || week >= first) return [block];
    if (!startsHere || week === start) return [{ ...heading, weeks: block.weeks }];
    return [
      { ...block, weeks: block.weeks.slice(0, week - start) },
      { ...heading, weeks: block.weeks.slice(week - start) },
    ];
  });
  return ok(redated({ ...program, blocks }));
};
