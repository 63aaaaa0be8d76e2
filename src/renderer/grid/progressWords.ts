import type { Lever } from '../../domain/programs/levers.ts';
import type { AloneRow, HeldCell, Progress, ProgressFault } from '../../domain/programs/progress.ts';
import type { ProgramEdit } from '../../domain/programs/programEdit.ts';
import { counted } from '../format.ts';
import type { Ghosts } from './GhostCell.tsx';
import type { Finding } from './gridMarks.ts';
import { weeksText } from './weeksText.ts';

/** Why nothing would be written, in words for a coach. */
export const faultText = (fault: ProgressFault, weeks: number, firstOpenWeek: number): string => {
  switch (fault.kind) {
    case 'noRows':
      return 'No rows are selected. Select some in the grid: progress goes on with what they hold.';
    case 'weeksReversed':
      return 'The weeks end before they begin.';
    case 'noSuchWeek':
      return `The program has weeks 1 to ${weeks}.`;
    case 'weeksDone':
      return firstOpenWeek > weeks
        ? 'All weeks of this program are done and stay as they are.'
        : `These weeks are done and stay as they are. The first open one is week ${firstOpenWeek}.`;
    case 'onlyPassedOver':
      return 'These weeks are tests, tapers or races: progress leaves them as they are.';
    case 'raceTooFar':
      return 'No week of these lies close enough before the race: three weeks for an A race, two for others.';
    case 'nothingToStartFrom':
      return `Nothing stands in week ${fault.week} or before it in these rows. Write one week, then progress from it.`;
    case 'badPattern':
      return `${fault.reason}.`;
  }
};

const LEVER_WORD: Readonly<Record<Lever, string>> = {
  VOLUME: 'volume',
  INTENSITY: 'intensity',
  SELECTION: 'exercise',
  TIME: 'time',
};

/** `Raises intensity in 5 cells, volume in 1.` */
export const leversText = (ghosts: Ghosts): string => {
  const counts = new Map<Lever, number>();
  for (const { rises } of ghosts.values())
    for (const { lever } of rises) counts.set(lever, (counts.get(lever) ?? 0) + 1);
  if (counts.size === 0) return 'No lever is raised.';
  const words = [...counts].map(([lever, count], place) =>
    place === 0 ? `${LEVER_WORD[lever]} in ${counted(count, 'cell')}` : `${LEVER_WORD[lever]} in ${count}`,
  );
  return `Raises ${words.join(', ')}.`;
};

/** What weeks become, beside their cells. */
export const weekEditsText = (edits: readonly ProgramEdit[]): readonly string[] => {
  const weeksOfKind = (kind: string): readonly number[] =>
    edits.flatMap((edit) =>
      edit.kind === 'weekKind' && edit.weekKind === kind
        ? Array.from({ length: edit.toWeek - edit.fromWeek + 1 }, (_, place) => edit.fromWeek + place)
        : [],
    );
  const deloads = edits.flatMap((edit) => (edit.kind === 'deload' ? [edit.week] : []));
  const marks = ['start', 'build', 'taper', 'race'].flatMap((kind) => {
    const weeks = weeksOfKind(kind);
    return weeks.length === 0 ? [] : [`${weeksText(weeks)} will be marked ${kind}.`];
  });
  // Two blocks of one name that follow one another are one to read.
  const names = edits
    .filter((edit) => edit.kind === 'block')
    .toSorted((a, b) => a.week - b.week)
    .filter(({ name }, place, blocks) => blocks[place - 1]?.name !== name)
    .map(({ name, week }) => `${name} from week ${week}`);
  return [
    ...(deloads.length === 0
      ? []
      : [`${weeksText(deloads)} will be ${deloads.length === 1 ? 'a deload' : 'deloads'}: every row of them lighter.`]),
    ...marks,
    ...(names.length === 0 ? [] : [`Blocks: ${names.join(', ')}.`]),
  ];
};

const rowText = ({ label }: AloneRow | HeldCell, name: string): string => `${label} ${name}`;

interface Said {
  readonly row: string;
  readonly reason: string;
}

/** `A1 Back squat is left alone (written by effort …).` */
export const aloneTexts = (alone: Progress['alone'], nameOf: (key: string) => string): readonly string[] =>
  alone.map((one) => `${rowText(one, nameOf(one.exerciseKey))} is left alone (${one.reason}).`);

/** `A1 Back squat, weeks 6–7: held at …`, once for each row and reason. */
export const heldTexts = (held: Progress['held'], nameOf: (key: string) => string): readonly string[] => {
  const groups = new Map<string, { readonly said: Said; readonly weeks: number[] }>();
  for (const one of held) {
    const said = { row: rowText(one, nameOf(one.exerciseKey)), reason: one.reason };
    const key = `${one.session}\n${one.label}\n${one.reason}`;
    const group = groups.get(key) ?? { said, weeks: [] };
    group.weeks.push(one.week);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ said: { row, reason }, weeks }) => {
    const when = weeksText(weeks);
    return `${row}, ${when.charAt(0).toLowerCase()}${when.slice(1)}: ${reason}.`;
  });
};

/** `Weeks 21–40 are without Session B and stay so.` */
export const absentTexts = (absent: Progress['absent']): readonly string[] =>
  absent.map(
    ({ session, weeks }) =>
      `${weeksText(weeks)} ${weeks.length === 1 ? 'is' : 'are'} without ${session} and ${weeks.length === 1 ? 'stays' : 'stay'} so.`,
  );

const placesOf = (finding: Finding): readonly string[] =>
  [finding.week, ...finding.alsoWeeks].map((week) =>
    [finding.rule, week ?? '', finding.session ?? '', finding.label ?? ''].join('\n'),
  );

/** Findings in places where the same rule says nothing now. */
export const newFindings = (now: readonly Finding[], then: readonly Finding[]): readonly Finding[] => {
  const known = new Set(now.flatMap(placesOf));
  return then.filter((finding) => finding.severity !== 'note' && placesOf(finding).some((place) => !known.has(place)));
};
