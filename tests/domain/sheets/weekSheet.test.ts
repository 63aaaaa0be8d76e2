import { describe, expect, test } from 'vitest';
import type { PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import { resolvePrescription } from '../../../src/domain/programs/resolve.ts';
import { weekRange } from '../../../src/domain/sheets/dateText.ts';
import { printedChanges, printedSession } from '../../../src/domain/sheets/printedSession.ts';
import { ENGLISH_SHEET } from '../../../src/domain/sheets/sheetWords.ts';
import { loadText, restText, targetText } from '../../../src/domain/sheets/sheetText.ts';
import { layOutWeek, readingOfWeek, stampWeek } from '../../../src/domain/sheets/weekSheet.ts';
import { exerciseOf } from '../exercises/shippedLibrary.ts';
import { gym, input, liftWeek, stamp, trend, weekAt } from './anyWeek.ts';

const { sessions } = liftWeek;

const sheet = layOutWeek(input);

describe('the weekly sheet', () => {
  test('band', () => {
    expect(sheet.band).toEqual({
      athlete: 'Inês Duarte',
      program: 'Start ramp',
      week: 'Week 1 of 12',
      dates: '30 Nov – 6 Dec 2026',
      goal: 'Lift twice a week, add load',
      countdown: '20 days to Lisbon Half (20 Dec)',
      coach: 'Coach Ana Prates · +351 900 000 000',
      units: 'kg · km',
    });
  });

  test('strip: seven days, and what keeps lifting and running apart', () => {
    expect(sheet.strip.map(({ weekday, runText, runLetter }) => `${weekday} ${runText} ${runLetter}`.trim())).toEqual([
      'Mon Rest',
      'Tue Quality 8 km Q',
      'Wed Easy 8 km E',
      'Thu Rest',
      'Fri Easy 8 km E',
      'Sat Rest',
      'Sun Long 8 km L',
    ]);
    expect(sheet.strip.map(({ lifts, notes }) => [...lifts, ...notes])).toEqual([
      ['no heavy legs: key run tomorrow'],
      ['Session A', 'lift 6 h later or more'],
      [],
      [],
      ['Session B', 'lift 3 h later or more'],
      ['no heavy legs: key run tomorrow'],
      [],
    ]);
  });

  test('a race on the strip takes the place of the run', () => {
    const races = [{ name: 'Cross', raceOn: '2026-12-06' as PlainDate }];
    const { strip, band } = layOutWeek({ ...input, races });
    expect(strip[6]).toMatchObject({ runText: 'Race: Cross', runLetter: '' });
    expect(strip[5]?.notes).toEqual(['no lifting: race tomorrow']);
    expect(band.countdown).toBe('6 days to Cross (6 Dec)');
  });

  test('panel: the main lift with load, plates, warm-up and the way out', () => {
    const [panel] = sheet.panels;
    expect(panel).toMatchObject({ name: 'Session A', date: '2026-12-01', dateText: 'Tue 1 Dec' });
    expect(panel?.rows[0]).toEqual({
      label: 'A1',
      exercise: 'Back squat (parallel)',
      isMain: true,
      cue: 'Brace, then sit between the hips',
      warmUp: '20×8, 30×5, 45×3, 60×2',
      lines: [
        {
          target: '3×4 @ 77.5 kg (75 %)',
          plates: '15 + 10 + 2.5 + 1.25',
          difference: '−0.6 %',
          rest: '150 s',
          rpeCap: '7.5',
          setBoxes: 3,
          why: [
            { label: 'Estimate', value: 'e1RM 104 kg (90 % sure: 99–109), 12 Nov', rule: 'R1.5' },
            { label: 'Prescription', value: '75 % of e1RM = 78 kg', rule: 'R2.1' },
            { label: 'Rounding', value: 'to the nearest load there is: 77.5 kg (−0.6 %)', rule: 'R1.7' },
            { label: 'Plates', value: '20 kg bar, per side 15 + 10 + 2.5 + 1.25', rule: 'R1.7' },
          ],
        },
      ],
      noGym: 'No rack, no gym or sore: Tempo bodyweight squat (3-1-1) 3×8–12',
    });
    expect(panel?.rows.slice(1).map((row) => row.lines[0]?.target)).toEqual([
      '3×4 @ choose load, 3 in reserve',
      '2×8–12/side @ choose load, 3 in reserve',
      '2×8–12',
      '2×30 s',
    ]);
    expect(panel?.rows[3]?.noGym).toBeUndefined();
  });

  test('a cue of the prescription goes before that of the exercise, which stands once a week and for main lifts', () => {
    const cued = sessions.map((session) => ({
      ...session,
      slots: session.slots.map((row) => ({
        ...row,
        slot: { ...row.slot, prescriptions: row.slot.prescriptions.map((one) => ({ ...one, cue: 'Bar speed' })) },
      })),
    }));
    const rows = layOutWeek({ ...input, week: { ...input.week, sessions: cued } }).panels.flatMap((one) => one.rows);
    expect(new Set(rows.map((row) => row.cue))).toEqual(new Set(['Bar speed']));
    const printed = sheet.panels.map((panel) => panel.rows.flatMap((row) => row.cue ?? []));
    expect(printed).toEqual([['Brace, then sit between the hips', exerciseOf('hi_rdl_bb').cues[0]], []]);
  });

  test('panels follow the days of the week', () => {
    const swapped = { ...input, week: { ...input.week, sessions: sessions.toReversed() } };
    expect(layOutWeek(swapped).panels.map((panel) => panel.name)).toEqual(['Session A', 'Session B']);
  });

  test('the same input gives the same sheet', () => {
    expect(layOutWeek(input)).toEqual(sheet);
  });

  test('only the sessions that are asked for are printed; the strip shows the whole week', () => {
    const one = layOutWeek({ ...input, sessions: ['Session B'] });
    expect(one.panels.map((panel) => panel.name)).toEqual(['Session B']);
    expect(one.strip).toEqual(sheet.strip);
  });

  test('without a gym every exercise gives way to its rung, with as many sets; what has none is named', () => {
    const { panels, band } = layOutWeek({ ...input, isNoGym: true });
    expect(band.variant).toBe('without a gym');
    expect(panels[0]?.rows.map((row) => [row.exercise, row.lines[0]?.target, row.lines[0]?.setBoxes])).toEqual([
      ['Tempo bodyweight squat (3-1-1)', '3×8–12', 3],
      ['Bodyweight good morning', '3×8–12', 3],
      ['Single-leg calf raise', '2×8–12/side', 2],
      ['Press-up', '2×8–12', 2],
      ['Front plank', '2×30 s', 2],
    ]);
    expect(panels[0]?.rows.flatMap((row) => row.lines.flatMap((line) => line.plates ?? []))).toEqual([]);
    expect(panels[1]?.leftOut).toBe('Left out without a gym: One-arm dumbbell row');
  });

  test('an athlete in pounds at a gym in kilograms reads pounds, and loads kilograms', () => {
    const week = { ...liftWeek, massUnit: 'lb', distanceUnit: 'mi' } as const;
    const row = layOutWeek({ ...input, week }).panels[0]?.rows[0];
    expect(row?.lines[0]).toMatchObject({ target: '3×4 @ 171 lb (75 %)', plates: '15 + 10 + 2.5 + 1.25 kg' });
    expect(row?.warmUp).toBe('20×8, 30×5, 45×3, 60×2 (kg)');
    expect(layOutWeek({ ...input, week }).strip[1]?.runText).toBe('Quality 5 mi');
  });

  test('another language is another value of words', () => {
    const words = {
      ...ENGLISH_SHEET,
      decimal: ',',
      week: (ordinal: number, count: number) => `Semana ${ordinal} de ${count}`,
    };
    const translated = layOutWeek({ ...input, words });
    expect(translated.band.week).toBe('Semana 1 de 12');
    expect(translated.panels[0]?.rows[0]?.lines[0]?.target).toBe('3×4 @ 77,5 kg (75 %)');
  });

  test('what is not known leaves no words behind', () => {
    const { band } = layOutWeek({ ...input, races: [], coach: { name: '' } });
    expect(Object.keys(band)).not.toContain('countdown');
    expect(Object.keys(band)).not.toContain('coach');
  });
});

describe('the stamp', () => {
  const printed = (index: number) =>
    weekAt(index).sessions.map((session) => printedSession(liftWeek, session, ENGLISH_SHEET));

  test('code, version and day', () => {
    expect(stampWeek(sheet, stamp)).toMatchObject({
      sheetCode: stamp.sheetCode,
      version: 1,
      versionText: 'v1 · printed 28 Nov 2026',
    });
    expect(Object.keys(stampWeek(sheet, stamp))).not.toContain('changedText');
  });

  test('what reads the same is unchanged: a phone number and the way to a load make no new version', () => {
    const other = { ...input, coach: { name: 'Ana', phone: '1' }, races: [] };
    expect(readingOfWeek(layOutWeek(other))).toEqual(readingOfWeek(sheet));
    expect(JSON.stringify(readingOfWeek(sheet))).not.toContain('e1RM');
    expect(readingOfWeek(layOutWeek({ ...input, isNoGym: true }))).not.toEqual(readingOfWeek(sheet));
  });

  test('rows that read otherwise than on the version before bear a mark, what is gone is named', () => {
    const [first, second] = printed(0);
    if (first === undefined || second === undefined) throw new Error('the ramp of class C has two sessions');
    const [squat, hinge, ...rest] = first.rows;
    if (squat === undefined || hinge === undefined) throw new Error('the ramp begins with squat and hinge');
    const line = { ...squat.lines[0], target: '3×4 @ 75 kg (72 %)', setBoxes: 3 };
    const before = [{ ...first, rows: [{ ...squat, lines: [line] }, ...rest, { ...hinge, label: 'F1' }] }, second];
    const changes = printedChanges(before, [first, second]);
    expect(changes.map(({ session, label, change }) => `${session} ${label} ${change}`)).toEqual([
      'Session A A1 changed',
      'Session A B1 new',
      'Session A F1 gone',
    ]);
    expect(changes[0]?.before).toContain('75 kg');
    expect(changes[0]?.now).toContain('77.5 kg');
    const since = { printedOn: '2026-11-20' as PlainDate, changes };
    const stamped = stampWeek(sheet, { ...stamp, version: 2, since });
    expect(stamped.panels.map((panel) => panel.rows.map((row) => row.change))).toEqual([
      ['changed', 'new', undefined, undefined, undefined],
      [undefined, undefined, undefined, undefined, undefined],
    ]);
    expect(stamped).toMatchObject({ changedText: 'changed since 20 Nov', goneText: 'No longer planned: Session A F1' });
  });

  test('what is kept of a row is its words, its prescription and its load', () => {
    expect(printed(0)[0]?.rows[0]).toMatchObject({
      label: 'A1',
      exerciseKey: 'sq_back',
      exercise: 'Back squat (parallel)',
      role: 'main',
      lines: [
        {
          target: '3×4 @ 77.5 kg (75 %)',
          setBoxes: 3,
          load: 77.5,
          unit: 'kg',
          loadKg: 77.5,
          prescription: { sets: 3, reps: 4 },
        },
      ],
    });
  });

  test('nothing has changed between a sheet and itself', () => {
    expect(printedChanges(printed(0), printed(0))).toEqual([]);
  });
});

describe('text of a sheet', () => {
  test('week ranges', () => {
    expect(weekRange('2026-11-23' as PlainDate)).toBe('23–29 Nov 2026');
    expect(weekRange('2026-12-28' as PlainDate)).toBe('28 Dec 2026 – 3 Jan 2027');
  });

  test('rests in minutes where they are whole', () => {
    expect([45, 60, 120, 150, 180].map((restS) => restText(restS, ENGLISH_SHEET))).toEqual([
      '45 s',
      '60 s',
      '2 min',
      '150 s',
      '3 min',
    ]);
  });

  test('loads', () => {
    expect(loadText(185, 'lb', 83.91, 'lb', ENGLISH_SHEET)).toBe('185 lb');
    expect(loadText(185, 'lb', 83.91, 'kg', ENGLISH_SHEET)).toBe('84 kg');
  });

  test('an effort is shown as it was planned', () => {
    const prescription = { sets: 2, reps: 5, basis: { kind: 'rpe', rpe: 8.5 } } as const;
    const resolved = resolvePrescription({
      prescription,
      exercise: exerciseOf('sq_back'),
      gym,
      trend,
      isNovice: false,
    });
    expect(targetText(prescription, resolved, false, 'kg', ENGLISH_SHEET)).toBe('2×5 @ 85 kg (RPE 8.5)');
  });
});

test('the sheet’s own words use only letters and signs that the shipped fonts have: a bare machine has no other', () => {
  // The Latin subsets of Inter: Basic Latin to Latin Extended, general punctuation, the minus sign.
  const notShipped = /[^\u0020-\u024f\u02bb-\u02dc\u2000-\u206f\u20ac\u2122\u2191\u2193\u2212\u2215]/gu;
  const written = JSON.stringify([sheet, layOutWeek({ ...input, races: [] })]);
  expect(written.match(notShipped) ?? []).toEqual([]);
});
