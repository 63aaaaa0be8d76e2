import type { PlacementPolicies } from '../placement/policies.ts';
import type { Gym, UsualDay } from '../athletes/athlete.ts';
import type { Exercise } from '../exercises/exercise.ts';
import type { PlainDate } from '../kernel/plainDate.ts';
import type { EntryClass, Program } from '../programs/program.ts';
import type { ResolveInput } from '../programs/resolve.ts';
import type { JumpLevel } from '../strength/contacts.ts';
import type { RacePriority } from '../strength/taper.ts';
import type { GuardRail } from '../wellness/specialGroups.ts';
import type { PainRegion } from '../wellness/substitution.ts';

export interface PlannedRace {
  readonly name: string;
  readonly racedOn: PlainDate;
  readonly priority: RacePriority;
  readonly distanceM?: number | undefined;
}

/** What is known of the athlete a program is for. What is not known is absent, and nothing is remarked on it. */
export interface AthleteFacts {
  readonly today: PlainDate;
  readonly gym: Gym;
  readonly entryClass: EntryClass;
  /** Whole years, the most it can be. */
  readonly age?: number | undefined;
  /** Seven days, Monday first. */
  readonly usualWeek: readonly UsualDay[];
  readonly races: readonly PlannedRace[];
  /** Strength as it is known for the week that begins on a Monday. */
  readonly strengthAt: (
    exerciseKey: string,
    monday: PlainDate,
  ) => Pick<ResolveInput, 'trend' | 'trainingMaxKg' | 'lastLift'>;
  /** Change of the weekly running distance by Monday, in per cent of the week before, where it is known. */
  readonly runRisePct: ReadonlyMap<PlainDate, number>;
  /** The latest report of pain, 0 to 10. */
  readonly pain?: { readonly region: PainRegion; readonly score: number } | undefined;
  readonly lastLiftOn?: PlainDate | undefined;
  readonly jumpLevel?: JumpLevel | undefined;
  /** The limits that come with the athlete on a day (R8.6). */
  readonly guardRailsOn: (day: PlainDate) => readonly GuardRail[];
}

/** Everything the rules of the check look at. */
export interface CheckContext {
  /** The coach's own numbers, where they have set others than ours. */
  readonly hours?:
    Pick<PlacementPolicies, 'beforeKeyRunH' | 'betweenLiftsH' | 'legLifts' | 'afterRaceDays'> | undefined;
  readonly program: Program;
  /** The library, for what could be done instead. */
  readonly exercises: readonly Exercise[];
  readonly exerciseAt: (key: string) => Exercise | undefined;
  /** Of the template the program comes from, where it is one that ships. */
  readonly template?: { readonly kind: 'plan' | 'addition'; readonly jumpLevel?: JumpLevel | undefined } | undefined;
  readonly athlete?: AthleteFacts | undefined;
}
