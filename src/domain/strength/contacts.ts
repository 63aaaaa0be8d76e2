import { roundTo } from '../kernel/quantity.ts';

export const JUMP_CLASSES = ['low', 'med', 'high'] as const;

export type JumpClass = (typeof JUMP_CLASSES)[number];

/** Ground contacts of one jump exercise in one session; for single-leg jumps those of both legs. */
export interface JumpWork {
  readonly jumpClass: JumpClass;
  readonly contacts: number;
  readonly isUnilateral: boolean;
}

/** What one session may hold at a level (R2.7). Contacts are not weighted. */
export interface ContactCap {
  readonly firstWeek: number;
  readonly most: number;
  readonly sessionsPerWeek: number;
  readonly allowed: readonly JumpClass[];
  /** Most contacts of class `high` in a session. */
  readonly mostHigh: number;
}

export type JumpLevel = 'L1' | 'L2' | 'L3';

/** R2.7: L1 is new to jumping, L2 eight weeks free of pain, L3 twenty-four weeks and strong. */
export const CONTACT_CAPS: Readonly<Record<JumpLevel, ContactCap>> = {
  L1: { firstWeek: 30, most: 50, sessionsPerWeek: 2, allowed: ['low'], mostHigh: 0 },
  L2: { firstWeek: 50, most: 90, sessionsPerWeek: 2, allowed: ['low', 'med'], mostHigh: 0 },
  L3: { firstWeek: 70, most: 120, sessionsPerWeek: 2, allowed: ['low', 'med', 'high'], mostHigh: 40 },
};

const WEIGHTS: Readonly<Record<JumpClass, number>> = { low: 1, med: 1.5, high: 2 };

const UNILATERAL_EXTRA = 0.5;

const LARGEST_WEEKLY_RISE = 1.2;

/** Contacts of a session, each weighted by its class and half a contact more on one leg (R2.7). */
export const weightedContacts = (work: readonly JumpWork[]): number =>
  work.reduce(
    (sum, { jumpClass, contacts, isUnilateral }) =>
      sum + contacts * (WEIGHTS[jumpClass] + (isUnilateral ? UNILATERAL_EXTRA : 0)),
    0,
  );

/** The most weighted contacts of the week after (R2.7): a fifth more. */
export const mostContactsNextWeek = (weighted: number): number => roundTo(weighted * LARGEST_WEEKLY_RISE, 6);

/** What is wrong with a session of jumps at a level (R2.7): too many, too many high ones, or a class not yet allowed. */
export const contactFaults = (
  work: readonly JumpWork[],
  level: JumpLevel,
): readonly ('tooMany' | 'tooManyHigh' | 'classNotAllowed')[] => {
  const cap = CONTACT_CAPS[level];
  const contactsOf = (part: readonly JumpWork[]): number => part.reduce((sum, { contacts }) => sum + contacts, 0);
  const faults: ('tooMany' | 'tooManyHigh' | 'classNotAllowed')[] = [];
  if (contactsOf(work) > cap.most) faults.push('tooMany');
  if (work.some(({ jumpClass, contacts }) => contacts > 0 && !cap.allowed.includes(jumpClass))) {
    faults.push('classNotAllowed');
  } else if (contactsOf(work.filter(({ jumpClass }) => jumpClass === 'high')) > cap.mostHigh) {
    faults.push('tooManyHigh');
  }
  return faults;
};

/** Reactive strength index (R2.7): jump height in metres over contact time in seconds. `undefined` unless both are above 0. */
export const reactiveStrengthIndex = (heightM: number, contactS: number): number | undefined =>
  heightM > 0 && contactS > 0 ? heightM / contactS : undefined;
