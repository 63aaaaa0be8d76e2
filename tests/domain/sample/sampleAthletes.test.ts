import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { SampleAthlete } from '../../../src/domain/sample/sampleAthlete.ts';
import { STORIES } from '../../../src/domain/sample/sampleProfile.ts';
import { addDays, daysBetween, mondayOf, parsePlainDate, weekdayOf } from '../../../src/domain/kernel/plainDate.ts';
import { sampleAthletes } from '../../../src/domain/sample/sampleAthlete.ts';

const day = (text: string) => {
  const date = parsePlainDate(text);
  if (date === undefined) throw new Error(`no date: ${text}`);
  return date;
};

const today = day('2026-11-22');
const draw = (athletes: number, years: number, seed = 7): SampleAthlete[] => [
  ...sampleAthletes({ athletes, years, seed, today }),
];
const sixty = draw(60, 2);
const setsOf = (athlete: SampleAthlete) => athlete.liftSessions.flatMap(({ sets }) => sets);
const withStory = (story: string): SampleAthlete => {
  const found = sixty.find((athlete) => athlete.story === story);
  if (found === undefined) throw new Error(`nobody is ${story}`);
  return found;
};
const libraryKeys = new Set(
  readFileSync(fileURLToPath(new URL('../../../resources/exercises.csv', import.meta.url)), 'utf8')
    .split('\n')
    .map((line) => line.split(',')[0]),
);

describe('the sample roster', () => {
  test('the same seed gives the same roster, another seed another', () => {
    expect(draw(10, 0.5)).toEqual(draw(10, 0.5));
    expect(draw(10, 0.5, 8)[3]?.details.name).not.toBe(draw(10, 0.5)[3]?.details.name);
  });

  test('one athlete more does not change those before', () => {
    expect(draw(11, 0.5).slice(0, 10)).toEqual(draw(10, 0.5));
  });

  test('no two athletes share a name, even among five hundred', () => {
    const names = draw(500, 0.02).map(({ details }) => details.name);
    expect(new Set(names).size).toBe(500);
    expect(names.filter((name) => /[^\u0020-\u007E]/u.test(name)).length).toBeGreaterThan(50);
  });

  test('nothing is done after today, and everything in order', () => {
    for (const athlete of sixty) {
      const dates = [
        athlete.runs.map(({ performedOn }) => performedOn),
        athlete.liftSessions.map(({ performedOn }) => performedOn),
        athlete.checkIns.map(({ performedOn }) => performedOn),
        athlete.bodyMasses.map(({ measuredOn }) => measuredOn),
        athlete.notes.map(({ writtenOn }) => writtenOn),
      ];
      for (const list of dates) {
        expect(list).toEqual(list.toSorted());
        expect((list.at(-1) ?? today) <= today).toBe(true);
      }
      expect(athlete.races.every(({ racedOn, resultS }) => resultS === undefined || racedOn <= today)).toBe(true);
    }
  });

  test('volumes are those of a busy coach: about 5 runs and 11.5 sets a week', () => {
    const weeks = sixty.length * 2 * 52.18;
    const runs = sixty.reduce((sum, { runs: list }) => sum + list.length, 0);
    const sets = sixty.reduce((sum, athlete) => sum + setsOf(athlete).length, 0);
    console.log(`runs a week ${(runs / weeks).toFixed(2)}, sets a week ${(sets / weeks).toFixed(2)}`);
    expect(runs / weeks).toBeGreaterThan(4.4);
    expect(runs / weeks).toBeLessThan(5.5);
    expect(sets / weeks).toBeGreaterThan(10);
    expect(sets / weeks).toBeLessThan(13);
  });

  test('runs are plausible', () => {
    for (const { runs } of sixty) {
      for (const { distanceM, movingS, averageHr, timeOfDay, rpe } of runs) {
        const paceS = movingS / (distanceM / 1000);
        expect(paceS > 165 && paceS < 520 && distanceM >= 2500 && distanceM < 60_000).toBe(true);
        expect(averageHr === undefined || (averageHr > 95 && averageHr < 215)).toBe(true);
        expect(rpe === undefined || (rpe >= 1 && rpe <= 10)).toBe(true);
        expect(timeOfDay).toMatch(/^(?:0[5-9]|1\d|2[01]):[0-5]\d:[0-5]\d$/u);
      }
    }
  });

  test('sets are plausible and of the library', () => {
    for (const athlete of sixty) {
      for (const set of setsOf(athlete)) {
        expect(libraryKeys.has(set.exerciseKey)).toBe(true);
        expect((set.loadKg ?? 0) >= 0 && (set.loadKg ?? 0) <= 260).toBe(true);
        expect(set.reps !== undefined || set.durationS !== undefined).toBe(true);
        expect((set.reps ?? 1) >= 1 && (set.reps ?? 1) <= 20).toBe(true);
        expect(set.rpe === undefined || (set.rpe >= 4 && set.rpe <= 10)).toBe(true);
      }
    }
  });

  test('check-ins keep to their scales', () => {
    for (const { soreness, fatigue, stress, mood, sleepH, painScore, painSite } of sixty.flatMap(
      ({ checkIns }) => checkIns,
    )) {
      expect([soreness, fatigue, stress, mood].every((value) => value >= 1 && value <= 5)).toBe(true);
      expect(sleepH >= 3.5 && sleepH <= 10).toBe(true);
      expect(painScore === undefined || (painScore >= 0 && painScore <= 10)).toBe(true);
      expect((painScore ?? 0) > 0 === (painSite !== undefined)).toBe(true);
    }
  });

  test('most athletes are in weeks 2 to 12 of a program', () => {
    const starts = sixty.flatMap(({ programStartsOn }) => programStartsOn ?? []);
    expect(starts.length).toBeGreaterThan(45);
    for (const monday of starts) {
      expect(weekdayOf(monday)).toBe(1);
      const week = daysBetween(monday, mondayOf(today)) / 7 + 1;
      expect(week >= 2 && week <= 12).toBe(true);
    }
  });

  test('units, gyms and races are mixed', () => {
    expect(new Set(sixty.map(({ details }) => `${details.massUnit} ${details.distanceUnit}`)).size).toBeGreaterThan(1);
    expect(new Set(sixty.map(({ details }) => details.gym.equipment.length)).size).toBe(4);
    expect(new Set(sixty.map(({ details }) => details.entryClass)).size).toBe(3);
    expect(new Set(sixty.flatMap(({ races }) => races.map(({ priority }) => priority))).size).toBe(3);
    expect(sixty.some(({ races }) => races.some(({ racedOn }) => racedOn > today))).toBe(true);
    expect(sixty.every(({ details }) => details.usualWeek.length === 7)).toBe(true);
  });
});

describe('athletes worth noticing', () => {
  test('every story is there from the first eight on', () => {
    expect(new Set(draw(8, 0.1).map(({ story }) => story))).toEqual(new Set(STORIES));
  });

  test('nobody recorded anything for the one without data', () => {
    const athlete = withStory('noData');
    expect([athlete.runs, athlete.liftSessions, athlete.checkIns, athlete.races].flat()).toEqual([]);
  });

  test('one lifts and does not run', () => {
    const athlete = withStory('liftsOnly');
    expect(athlete.runs).toEqual([]);
    expect(athlete.liftSessions.length).toBeGreaterThan(50);
  });

  test('one reports pain in the last days', () => {
    const last = withStory('pain').checkIns.at(-1);
    expect(last?.performedOn).toBe(addDays(today, -1));
    expect(last?.painScore).toBeGreaterThanOrEqual(5);
  });

  test('one stopped lifting well before', () => {
    const athlete = withStory('missedLifts');
    const recent = athlete.liftSessions.filter(({ performedOn }) => daysBetween(performedOn, today) <= 21).length;
    const before = athlete.liftSessions.filter(({ performedOn }) => daysBetween(performedOn, today) > 42).length / 98;
    expect(recent / 3).toBeLessThan(before * 0.8);
  });

  test('one comes back after a break of weeks', () => {
    const days = withStory('returning').runs.map(({ performedOn }) => performedOn);
    const gaps = days.map((date, index) => daysBetween(days[index - 1] ?? date, date));
    expect(Math.max(...gaps.slice(-60))).toBeGreaterThan(45);
  });

  test('one is archived, and ends there', () => {
    const athlete = withStory('archived');
    const end = athlete.archivedOn ?? today;
    expect(end < today).toBe(true);
    expect(athlete.runs.every(({ performedOn }) => performedOn <= end)).toBe(true);
    expect(athlete.programStartsOn).toBeUndefined();
  });

  test('one has not got stronger for weeks', () => {
    const athlete = withStory('plateau');
    const squats = athlete.liftSessions.flatMap(({ performedOn, sets }) =>
      sets
        .filter(({ exerciseKey, kind, rpe }) => exerciseKey === 'sq_back' && kind === 'work' && (rpe ?? 8) > 6)
        .map(({ loadKg, reps }) => ({
          ago: daysBetween(performedOn, today),
          e1rmKg: (loadKg ?? 0) * (1 + (reps ?? 0) / 30),
        })),
    );
    const mean = (from: number, to: number): number => {
      const list = squats.filter(({ ago }) => ago >= from && ago < to);
      return list.reduce((sum, { e1rmKg }) => sum + e1rmKg, 0) / list.length;
    };
    expect(Math.abs(mean(0, 35) / mean(35, 70) - 1)).toBeLessThan(0.06);
  });
});
