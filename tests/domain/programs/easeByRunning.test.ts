import { describe, expect, test } from 'vitest';
import type { Exercise, Pattern } from '../../../src/domain/exercises/exercise.ts';
import type { PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import { easeByRunning } from '../../../src/domain/programs/easeByRunning.ts';
import { editProgram } from '../../../src/domain/programs/editProgram.ts';
import type { Program, Slot, Week } from '../../../src/domain/programs/program.ts';
import { redated, weeksOf } from '../../../src/domain/programs/weekWalk.ts';

const PATTERNS: Readonly<Record<string, Pattern>> = { squat: 'squat', calf: 'calf', row: 'pull', lunge: 'lunge' };

const exerciseOf = (key: string): Exercise | undefined => {
  const pattern = PATTERNS[key];
  return pattern === undefined
    ? undefined
    : {
        key,
        name: key,
        pattern,
        equipment: [],
        isUnilateral: false,
        level: 1,
        muscles: [],
        usualDose: '',
        loadMode: 'kg',
        cues: [],
        isOwn: false,
      };
};

const slot = (label: string, exerciseKey: string, role: Slot['role'], sets: number): Slot => ({
  label,
  exerciseKey,
  role,
  prescriptions: [{ sets, reps: 5, basis: { kind: 'pct1rm', fraction: 0.8 } }],
});

const week = (more: Partial<Week> = {}): Week => ({
  number: 1,
  kind: 'build',
  startsOn: '2026-11-30' as PlainDate,
  lever: '',
  sessions: [
    {
      name: 'A',
      weekday: 2,
      minutes: 45,
      slots: [
        slot('A1', 'squat', 'main', 4),
        slot('B1', 'lunge', 'assistance', 3),
        slot('C1', 'calf', 'assistance', 3),
        slot('D1', 'row', 'main', 4),
      ],
    },
  ],
  ...more,
});

const programOf = (weeks: readonly Week[]): Program =>
  redated({
    name: 'Winter',
    templateKey: 'own',
    entryClass: 'C',
    startsOn: '2026-11-30' as PlainDate,
    blocks: [{ name: 'Build', goal: 'stronger', weeks }],
  });

const ease = (program: Program, runM: readonly number[], share = 1, isOpen: (week: number) => boolean = () => true) =>
  easeByRunning({ program, exerciseOf, runM, block: 0, share, isOpen });

const said = (easing: ReturnType<typeof ease>) =>
  easing.weeks.map(({ week: number, setsBefore, setsAfter, cells }) => [
    number,
    setsBefore,
    setsAfter,
    cells.map(({ label, setsAfter: sets }) => `${label} ${sets}`).join(' '),
  ]);

const FOUR = programOf([week(), week(), week(), week()]);

describe('lifting gives way where running rises', () => {
  test('a rise of a fifth takes a fifth of the sets for the legs, the last assistance first; the rest stays', () => {
    const easing = ease(FOUR, [50_000, 50_000, 60_000, 50_000]);
    expect([easing.usualM, easing.usualSets]).toEqual([50_000, 10]);
    expect(said(easing)).toEqual([[3, 10, 8, 'C1 1']]);
    const edited = editProgram(FOUR, easing.edits);
    if (!edited.ok) throw new Error('refused');
    const sets = weeksOf(edited.value.program).map(({ sessions }) =>
      sessions[0]?.slots.map(({ prescriptions }) => prescriptions[0]?.sets).join(' '),
    );
    expect(sets).toEqual(['4 3 3 4', '4 3 3 4', '4 3 1 4', '4 3 3 4']);
  });

  test('no more than a third gives way at once', () => {
    expect(said(ease(FOUR, [50_000, 50_000, 120_000, 50_000]))).toEqual([[3, 10, 7, 'C1 1 B1 2']]);
  });

  test('main lifts give way last and keep two sets', () => {
    const sessions = [
      {
        name: 'A',
        weekday: 2 as const,
        minutes: 45,
        slots: [slot('A1', 'squat', 'main', 3), slot('B1', 'calf', 'assistance', 1)],
      },
    ];
    const spare = programOf([week({ sessions }), week({ sessions }), week({ sessions }), week({ sessions })]);
    expect(said(ease(spare, [50_000, 50_000, 120_000, 50_000]))).toEqual([[3, 4, 3, 'A1 2']]);
    const least = sessions.map((session) => ({ ...session, slots: [slot('A1', 'squat', 'main', 2)] }));
    const kept = programOf([week({ sessions: least }), week({ sessions: least }), week({ sessions: least })]);
    expect(ease(kept, [50_000, 120_000, 50_000]).edits).toEqual([]);
  });

  test('the slider says how much; at nothing, nothing', () => {
    expect(said(ease(FOUR, [50_000, 50_000, 60_000, 50_000], 0.5))).toEqual([[3, 10, 9, 'C1 2']]);
    expect(ease(FOUR, [50_000, 50_000, 60_000, 50_000], 0).edits).toEqual([]);
  });

  test('said twice it is as said once', () => {
    const runM = [50_000, 50_000, 60_000, 50_000];
    const edited = editProgram(FOUR, ease(FOUR, runM).edits);
    if (!edited.ok) throw new Error('refused');
    expect(ease(edited.value.program, runM).edits).toEqual([]);
  });

  test('a week that goes on from an eased one stays what it was', () => {
    const same = week();
    const going = week({
      sessions: same.sessions.map((session) => ({
        ...session,
        slots: session.slots.map((one) => ({ ...one, written: { kind: 'change' as const, steps: [], extras: {} } })),
      })),
    });
    const program = programOf([same, going, going, going]);
    const { edits } = ease(program, [50_000, 60_000, 50_000, 50_000]);
    expect(edits.map(({ week: number, label }) => [number, label])).toEqual([
      [2, 'C1'],
      [3, 'C1'],
    ]);
    const edited = editProgram(program, edits);
    if (!edited.ok) throw new Error('refused');
    const sets = weeksOf(edited.value.program).map(({ sessions }) => sessions[0]?.slots[2]?.prescriptions[0]?.sets);
    expect(sets).toEqual([3, 1, 3, 3]);
  });

  test('light weeks, weeks that have begun, and weeks without distances are left alone', () => {
    const runM = [50_000, 50_000, 60_000, 60_000, 50_000];
    const program = programOf([week(), week(), week({ kind: 'deload' }), week(), week()]);
    expect(ease(program, runM, 1, (number) => number > 4).edits).toEqual([]);
    expect(said(ease(program, runM)).map(([number]) => number)).toEqual([4]);
    expect(ease(program, [0, 0, 0, 0, 0])).toMatchObject({ usualM: 0, weeks: [], edits: [] });
    expect(easeByRunning({ program, exerciseOf, runM, block: 7, share: 1, isOpen: () => true }).edits).toEqual([]);
  });
});
