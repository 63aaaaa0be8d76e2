import { describe, expect, test } from 'vitest';
import type { PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import { guardRailsFor, type GuardedAthlete, type HealthFacts } from '../../../src/domain/wellness/specialGroups.ts';

const today = '2026-11-23' as PlainDate;
const NOTHING: HealthFacts = { isGrowingFast: false, conditions: [] };

const rails = (athlete: Partial<GuardedAthlete> = {}) => guardRailsFor({ today, entryClass: 'C', ...athlete });
const ids = (athlete: Partial<GuardedAthlete> = {}): string[] => rails(athlete).map(({ id }) => id);
const effectsOf = (athlete: Partial<GuardedAthlete>) => Object.assign({}, ...rails(athlete).map((one) => one.effects));

describe('guard rails (R8.6)', () => {
  test('nobody of a group has none, and of an unknown age nothing is said', () => {
    expect(ids({ birthYear: 1995 })).toEqual([]);
    expect(ids()).toEqual([]);
    expect(ids({ health: NOTHING })).toEqual([]);
  });

  test('whoever may still be 17 counts as under 18', () => {
    expect(ids({ birthYear: 2008 })).toContain('youth-no-max');
    expect(ids({ birthYear: 2007 })).toEqual([]);
    expect(effectsOf({ birthYear: 2010 })).toMatchObject({ noMaxTests: true, maxFraction: 0.85, needsConsent: true });
    const agreed = { ...NOTHING, guardianConsentOn: today };
    expect(ids({ birthYear: 2010, health: agreed })).not.toContain('youth-consent');
    expect(effectsOf({ birthYear: 2010, health: { ...agreed, isGrowingFast: true } })).toMatchObject({
      impactFraction: 0.5,
    });
  });

  test('new to lifting: RPE 7.5 for eight weeks', () => {
    expect(effectsOf({ entryClass: 'A', weekOfLifting: 8 })).toEqual({ rpeCap: 7.5 });
    expect(effectsOf({ entryClass: 'A' })).toEqual({ rpeCap: 7.5 });
    expect(ids({ entryClass: 'A', weekOfLifting: 9 })).toEqual([]);
    expect(ids({ entryClass: 'B', weekOfLifting: 1 })).toEqual([]);
  });

  test('72 hours between lower-body lifts from 50, not from 49', () => {
    expect(effectsOf({ birthYear: 1976 }).leastHoursBetweenLowerLifts).toBe(72);
    expect(effectsOf({ birthYear: 1977 }).leastHoursBetweenLowerLifts).toBeUndefined();
    expect(ids({ birthYear: 1986 })).toEqual(['masters-recovery']);
    expect(ids({ birthYear: 1987 })).toEqual([]);
  });

  test('pregnancy: cleared or not, RPE 7 at most and no jumps', () => {
    const health: HealthFacts = { ...NOTHING, maternity: 'pregnant' };
    expect(effectsOf({ health })).toMatchObject({ needsClearance: true, rpeCap: 7, noImpact: true, noMaxTests: true });
    const cleared = effectsOf({ health: { ...health, maternityClearedOn: today } });
    expect(cleared.needsClearance).toBeUndefined();
    expect(cleared.rpeCap).toBe(7);
  });

  test('after a birth: no jumps for twelve weeks, or while the day is not known', () => {
    const health = { ...NOTHING, maternity: 'postpartum' as const, maternityClearedOn: today };
    expect(effectsOf({ health }).noImpact).toBe(true);
    expect(effectsOf({ health: { ...health, gaveBirthOn: '2026-09-01' as PlainDate } }).noImpact).toBe(true);
    expect(effectsOf({ health: { ...health, gaveBirthOn: '2026-08-31' as PlainDate } }).noImpact).toBeUndefined();
  });

  test('a condition is referred first until it is cleared', () => {
    const conditions = [{ name: 'Recent surgery' }, { name: 'Hernia', clearedOn: today }];
    const found = rails({ health: { ...NOTHING, conditions } });
    expect(found.map(({ rule }) => rule)).toEqual(['Recent surgery: refer first; no clearance is on record.']);
    expect(found[0]?.effects.needsClearance).toBe(true);
  });

  test('no rule promises to prevent an injury', () => {
    const everyone = [
      { birthYear: 2012, entryClass: 'A' as const, health: { ...NOTHING, isGrowingFast: true } },
      { birthYear: 1960, entryClass: 'A' as const, health: { ...NOTHING, maternity: 'pregnant' as const } },
      { health: { ...NOTHING, maternity: 'postpartum' as const } },
    ];
    for (const { rule } of everyone.flatMap((one) => rails(one))) {
      expect(rule).toMatch(/^\p{Lu}.*\.$/u);
      expect(rule).not.toMatch(/prevent|injur|\d{4}/iu);
    }
  });
});
