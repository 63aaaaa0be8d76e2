import { cellsOf, isSameCell, type BaseCell } from './inheritance.ts';
import type { Program, Session } from './program.ts';
import { programRows } from './programRows.ts';
import { weeksOf } from './weekWalk.ts';
import { compareLabels } from './labelOrder.ts';

/** One thing that is otherwise in one of two programs. Weeks count from 1 over the whole program. */
export type ProgramChange =
  | {
      readonly kind: 'cell';
      readonly week: number;
      readonly session: string;
      readonly label: string;
      /** Absent: not done. */
      readonly before?: BaseCell | undefined;
      readonly after?: BaseCell | undefined;
    }
  /** Anything else, in words: `Week 4`, `build`, `deload`. Empty where there is none. */
  | { readonly kind: 'fact'; readonly what: string; readonly before: string; readonly after: string };

const fact = (what: string, before: string, after: string): readonly ProgramChange[] =>
  before === after ? [] : [{ kind: 'fact', what, before, after }];

const byPlace = (a: BaseCell, b: BaseCell): number =>
  a.week - b.week || a.session.localeCompare(b.session, 'en') || compareLabels(a.label, b.label);

const cellChanges = (before: Program, after: Program): readonly ProgramChange[] => {
  const [old, next] = [before, after].map((one) => cellsOf(one, (ordinal) => ordinal));
  return [...new Map([...(old ?? []), ...(next ?? [])])]
    .filter(([key]) => !isSameCell(old?.get(key), next?.get(key)))
    .toSorted(([, a], [, b]) => byPlace(a, b))
    .map(([key, { week, session, label }]) => ({
      kind: 'cell',
      week,
      session,
      label,
      before: old?.get(key),
      after: next?.get(key),
    }));
};

const blockText = (program: Program): string =>
  program.blocks
    .map(({ name, goal, phase, weeks }) =>
      [name, ...(goal === '' ? [] : [`“${goal}”`]), ...(phase === undefined ? [] : [phase]), `${weeks.length} wk`].join(
        ' ',
      ),
    )
    .join(', ');

const weekChanges = (before: Program, after: Program): readonly ProgramChange[] => {
  const [old, next] = [weeksOf(before), weeksOf(after)];
  return Array.from({ length: Math.min(old.length, next.length) }, (_, index) =>
    fact(`Week ${index + 1}`, old[index]?.kind ?? '', next[index]?.kind ?? ''),
  ).flat();
};

const DAY_NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

const sessionText = (session: Session | undefined): string =>
  session === undefined ? '' : `${DAY_NAMES[session.weekday - 1] ?? ''}, ${session.minutes} min`;

/** Day and length of a session that is in both, told once for the first week in which they are otherwise. */
const sessionChanges = (before: Program, after: Program): readonly ProgramChange[] =>
  programRows(after).flatMap(({ name, weeks }) => {
    const old = programRows(before).find((one) => one.name === name);
    const at = weeks.findIndex((session, index) => {
      const was = old?.weeks[index];
      return session !== undefined && was !== undefined && sessionText(session) !== sessionText(was);
    });
    return at < 0 ? [] : fact(`${name}, week ${at + 1}`, sessionText(old?.weeks[at]), sessionText(weeks[at]));
  });

const rowTexts = (program: Program): ReadonlyMap<string, string> =>
  new Map(
    programRows(program).flatMap(({ name, rows }) =>
      rows.map((row) => [
        `${name} ${row.label} ${row.exerciseKey}`,
        [row.role, row.progression, row.noGymKey === undefined ? undefined : `no gym: ${row.noGymKey}`]
          .filter((part) => part !== undefined)
          .join(', '),
      ]),
    ),
  );

const rowChanges = (before: Program, after: Program): readonly ProgramChange[] => {
  const next = rowTexts(after);
  return [...rowTexts(before)].flatMap(([row, text]) => fact(row, text, next.get(row) ?? text));
};

/** What is otherwise in the second of two programs: what it is as a whole first, then cell by cell. */
export const programDiff = (before: Program, after: Program): readonly ProgramChange[] => [
  ...fact('Name', before.name, after.name),
  ...fact('First Monday', before.startsOn, after.startsOn),
  ...fact('Weeks', String(weeksOf(before).length), String(weeksOf(after).length)),
  ...fact('Blocks', blockText(before), blockText(after)),
  ...weekChanges(before, after),
  ...sessionChanges(before, after),
  ...rowChanges(before, after),
  ...cellChanges(before, after),
];
