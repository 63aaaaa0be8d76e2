import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BACKUP_KINDS,
  backupFileName,
  readBackupFileName,
  type BackupKind,
} from '../../../src/domain/backups/backupName.ts';
import { BACKUP_POLICY, backupsToRemove, type RotatedBackup } from '../../../src/domain/backups/backupRotation.ts';
import { addDays, fromDayNumber, isoWeekOf, type PlainDate } from '../../../src/domain/kernel/plainDate.ts';

const START = '2024-01-01' as PlainDate;

const made = (number: number, madeOn: PlainDate, kind: BackupKind = 'automatic', isSound = true): RotatedBackup => ({
  number,
  madeOn,
  kind,
  isSound,
});

/** As on a computer: a backup after another, and after each what is no longer needed goes. */
const live = (backups: readonly RotatedBackup[]): RotatedBackup[] =>
  backups.reduce<RotatedBackup[]>((kept, one) => {
    const all = [...kept, one];
    const gone = new Set(backupsToRemove(all));
    return all.filter((backup) => !gone.has(backup));
  }, []);

/** Every so many days (also backwards: a clock may be set back), one to three backups. */
const history = fc
  .array(fc.record({ days: fc.integer({ min: -3, max: 40 }), many: fc.integer({ min: 1, max: 3 }) }), {
    minLength: 1,
    maxLength: 90,
  })
  .map((moves) => {
    let on = START;
    let number = 0;
    return moves.flatMap(({ days, many }) => {
      on = addDays(on, days);
      return Array.from({ length: many }, () => made((number += 1), on));
    });
  });

describe('a name of a backup', () => {
  test('says its number, day and kind, and is read back', () => {
    expect(backupFileName({ number: 42, madeOn: '2026-11-26' as PlainDate, kind: 'beforeImport' })).toBe(
      '0042 2026-11-26 before an import.db',
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999 }),
        fc.integer({ min: 0, max: 40_000 }),
        fc.constantFrom(...BACKUP_KINDS),
        (number, day, kind) => {
          const name = { number, madeOn: fromDayNumber(day), kind };
          expect(readBackupFileName(backupFileName(name))).toEqual(name);
        },
      ),
    );
  });

  test.each([
    'ironstride.db',
    '0042 2026-11-26 automatic.db.part',
    '0042 2026-02-30 automatic.db',
    '0042 2026-11-26 holiday.db',
    '42 2026-11-26 automatic.db',
    '',
  ])('%j is none', (name) => {
    expect(readBackupFileName(name)).toBeUndefined();
  });
});

describe('rotation', () => {
  test('after three years of a backup every day, there are 14 days, 8 weeks and 12 months', () => {
    const kept = live(Array.from({ length: 1096 }, (_, day) => made(day + 1, addDays(START, day))));
    const days = kept.map(({ madeOn }) => madeOn);
    expect(days.slice(-14)).toEqual(Array.from({ length: 14 }, (_, day) => addDays(START, 1082 + day)));
    expect(new Set(days.slice(-20).map(isoWeekOf)).size).toBeGreaterThanOrEqual(8);
    expect(new Set(days.map((day) => day.slice(0, 7))).size).toBe(12);
    expect(kept.length).toBeLessThanOrEqual(14 + 8 + 12);
  });

  test('never takes the newest, never keeps more than the policy says, and takes nothing a second time', () => {
    fc.assert(
      fc.property(history, (all) => {
        const kept = live(all);
        expect(kept.at(-1)).toEqual(all.at(-1));
        expect(kept.length).toBeLessThanOrEqual(BACKUP_POLICY.days + BACKUP_POLICY.weeks + BACKUP_POLICY.months);
        expect(backupsToRemove(kept)).toEqual([]);
      }),
    );
  });

  test('keeps the last backup of each of the last days, weeks and months that have any, as if none had ever gone', () => {
    fc.assert(
      fc.property(history, (all) => {
        const onward = all.filter((one, index) => index === 0 || one.madeOn >= (all[index - 1]?.madeOn ?? START));
        const kept = new Set(live(onward));
        const newestFirst = onward.toReversed();
        for (const [groupOf, most] of [
          [({ madeOn }: RotatedBackup) => madeOn, BACKUP_POLICY.days],
          [({ madeOn }: RotatedBackup) => isoWeekOf(madeOn), BACKUP_POLICY.weeks],
          [({ madeOn }: RotatedBackup) => madeOn.slice(0, 7), BACKUP_POLICY.months],
        ] as const) {
          const groups = [...new Set(newestFirst.map(groupOf))].slice(0, most);
          for (const group of groups) {
            expect(kept).toContain(newestFirst.find((one) => groupOf(one) === group));
          }
        }
      }),
    );
  });

  test('a clock set back by a year takes nothing but what the new days replace: the newest stays the newest', () => {
    const before = Array.from({ length: 30 }, (_, day) => made(day + 1, addDays(START, 365 + day)));
    const after = Array.from({ length: 3 }, (_, day) => made(31 + day, addDays(START, day)));
    const kept = live([...before, ...after]);
    expect(kept.slice(-3)).toEqual(after);
    expect(kept).toContain(before.at(-1));
  });

  test('leaves what was made by hand, what was rescued and what is damaged, and five of what was made before something', () => {
    const others = BACKUP_KINDS.flatMap((kind, index) =>
      Array.from({ length: 9 }, (_, n) => made(100 * (index + 1) + n, START, kind)),
    );
    const damaged = [made(901, START, 'automatic', false), made(902, START, 'beforeImport', false)];
    const gone = new Set(backupsToRemove([...others, ...damaged]));
    const left = Map.groupBy(
      [...others, ...damaged].filter((one) => !gone.has(one)),
      ({ kind, isSound }) => (isSound ? kind : 'damaged'),
    );
    expect(Object.fromEntries([...left].map(([kind, list]) => [kind, list.length]))).toEqual({
      automatic: 1,
      byHand: 9,
      beforeUpdate: 5,
      beforeImport: 5,
      beforeRestore: 5,
      rescued: 9,
      damaged: 2,
    });
  });
});
