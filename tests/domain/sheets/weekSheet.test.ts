import { describe, expect, test } from 'vitest';
import { ordinaryWeek, standardGym } from '../../../src/domain/athletes/athlete.ts';
import type { PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import { chooseLifts } from '../../../src/domain/programs/chooseLifts.ts';
import { resolvePrescription } from '../../../src/domain/programs/resolve.ts';
import { buildStartRamp } from '../../../src/domain/programs/startRamp.ts';
import { weekRange } from '../../../src/domain/sheets/dateText.ts';
import { isSheetCode } from '../../../src/domain/sheets/sheetCode.ts';
import { ENGLISH_SHEET } from '../../../src/domain/sheets/sheetWords.ts';
import { loadText, restText, targetText } from '../../../src/domain/sheets/sheetText.ts';
import { layOutWeek, type WeekSheetInput } from '../../../src/domain/sheets/weekSheet.ts';
import { LIBRARY, exerciseOf } from '../exercises/shippedLibrary.ts';

const MONDAY = '2026-11-30' as PlainDate;

const gym = standardGym('kg');

const trend = { trendKg: 104, lowKg: 99, highKg: 109, performedOn: '2026-11-12' as PlainDate };

const program = buildStartRamp({
  entryClass: 'C',
  startsOn: MONDAY,
  weekdays: [2, 5],
  lifts: chooseLifts(LIBRARY, gym.equipment, 'C'),
  exercises: LIBRARY,
});

const sessions: WeekSheetInput['week']['sessions'] = (program.blocks[0]?.weeks[0]?.sessions ?? []).map((session) => ({
  ...session,
  slots: session.slots.map((slot) => {
    const exercise = exerciseOf(slot.exerciseKey);
    return {
      slot,
      exercise,
      noGym: slot.noGymKey === undefined ? undefined : exerciseOf(slot.noGymKey),
      resolved: slot.prescriptions.map((prescription) =>
        resolvePrescription({
          prescription,
          exercise,
          gym,
          trend: slot.exerciseKey === 'sq_back' ? trend : undefined,
          isNovice: false,
        }),
      ),
    };
  }),
}));

const input: WeekSheetInput = {
  athlete: {
    name: 'Inês Duarte',
    massUnit: 'kg',
    distanceUnit: 'km',
    usualWeek: ordinaryWeek.map((day) => (day.run === 'rest' ? day : { ...day, distanceM: 8000 })),
  },
  coach: { name: 'Ana Prates', phone: '+351 900 000 000' },
  program: { programId: 7, name: program.name, weekCount: 12 },
  week: { ordinal: 1, kind: 'build', startsOn: MONDAY, goal: 'Lift twice a week, add load', sessions },
  races: [
    { name: 'Autumn 10k', raceOn: '2026-10-04' as PlainDate },
    { name: 'Lisbon Half', raceOn: '2026-12-20' as PlainDate },
  ],
  version: 1,
  printedOn: '2026-11-28' as PlainDate,
};

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
    expect(isSheetCode(sheet.sheetCode)).toBe(true);
    expect(sheet.versionText).toBe('v1 · printed 28 Nov 2026');
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

  test('the same input gives the same sheet, another version another code', () => {
    expect(layOutWeek(input)).toEqual(sheet);
    expect(layOutWeek({ ...input, version: 2 }).sheetCode).not.toBe(sheet.sheetCode);
  });

  test('an athlete in pounds at a gym in kilograms reads pounds, and loads kilograms', () => {
    const athlete = { ...input.athlete, massUnit: 'lb', distanceUnit: 'mi' } as const;
    const row = layOutWeek({ ...input, athlete }).panels[0]?.rows[0];
    expect(row?.lines[0]).toMatchObject({ target: '3×4 @ 171 lb (75 %)', plates: '15 + 10 + 2.5 + 1.25 kg' });
    expect(row?.warmUp).toBe('20×8, 30×5, 45×3, 60×2 (kg)');
    expect(layOutWeek({ ...input, athlete }).strip[1]?.runText).toBe('Quality 5 mi');
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
