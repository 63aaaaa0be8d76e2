import type { Weekday } from '../kernel/plainDate.ts';
import type { WrittenBlock } from './writtenProgram.ts';
import type { Phase, ProgressionKind, SlotRole, WeekKind } from './program.ts';

/** A row of the grid, in every week it stands in. */
export interface RowPlace {
  readonly session: string;
  readonly label: string;
  /** Tells two rows of one label apart, where an exercise gave way to another; absent: whichever stands there. */
  readonly exerciseKey?: string | undefined;
}

/** What stands in one cell, in shorthand. With an exercise it may begin a row, with `isNew` also its session. */
export interface CellEdit extends RowPlace {
  readonly kind: 'cell';
  readonly week: number;
  readonly text: string;
  /** Day and minutes of a session that the program does not have yet. */
  readonly newSession?: { readonly weekday: Weekday; readonly minutes: number } | undefined;
}

/** One change of a program. Weeks count from 1 over the whole program; ranges include both ends. */
export type ProgramEdit =
  | CellEdit
  /** Another exercise in a slot, from a week to the end of the program. */
  | {
      readonly kind: 'exercise';
      readonly fromWeek: number;
      readonly session: string;
      readonly label: string;
      readonly exerciseKey: string;
    }
  /** How a slot goes on, in every week; absent: by what the slot is. */
  | {
      readonly kind: 'progression';
      readonly session: string;
      readonly label: string;
      readonly progression?: ProgressionKind | undefined;
    }
  /** What a row is, in every week: main or assistance, and its rung without a gym (absent: none). */
  | {
      readonly kind: 'row';
      readonly session: string;
      readonly label: string;
      readonly exerciseKey: string;
      readonly role: SlotRole;
      readonly noGymKey?: string | undefined;
    }
  /** New labels for rows of a session, all at once, in every week: what moves a row and what makes a superset. */
  | {
      readonly kind: 'labels';
      readonly session: string;
      readonly rows: readonly { readonly label: string; readonly exerciseKey: string; readonly to: string }[];
    }
  | {
      readonly kind: 'removeRow';
      readonly session: string;
      readonly label: string;
      readonly exerciseKey: string;
      readonly fromWeek: number;
    }
  /** The coach's own note on a cell; empty takes it away. */
  | {
      readonly kind: 'note';
      readonly week: number;
      readonly session: string;
      readonly label: string;
      readonly text: string;
    }
  /** Name, day or minutes of a session, in some weeks. */
  | {
      readonly kind: 'session';
      readonly session: string;
      readonly fromWeek: number;
      readonly toWeek: number;
      readonly name?: string | undefined;
      readonly weekday?: Weekday | undefined;
      readonly minutes?: number | undefined;
    }
  | {
      readonly kind: 'removeSession';
      readonly session: string;
      readonly fromWeek: number;
      readonly toWeek: number;
    }
  /** Empty weeks after a week; after 0: before the first. */
  | {
      readonly kind: 'insertWeeks';
      readonly after: number;
      readonly count: number;
      readonly weekKind: WeekKind;
    }
  /** A copy of a week after another. `values`: relative cells in full; `relative`: every cell as the week before. */
  | {
      readonly kind: 'copyWeek';
      readonly week: number;
      readonly after: number;
      readonly as: 'written' | 'values' | 'relative';
    }
  | { readonly kind: 'deleteWeeks'; readonly fromWeek: number; readonly toWeek: number }
  | {
      readonly kind: 'weekKind';
      readonly fromWeek: number;
      readonly toWeek: number;
      readonly weekKind: WeekKind;
    }
  /** Makes a week a deload (R2.6): marked, with fewer sets, lighter. */
  | { readonly kind: 'deload'; readonly week: number }
  /** The block that a week is in; a `startsHere` block begins with that week. */
  | {
      readonly kind: 'block';
      readonly week: number;
      readonly startsHere: boolean;
      readonly name: string;
      readonly goal: string;
      readonly phase?: Phase | undefined;
    }
  | { readonly kind: 'name'; readonly name: string }
  /** The whole program as its plain-text twin says. */
  | { readonly kind: 'replace'; readonly name: string; readonly blocks: readonly WrittenBlock[] };

/** What an edit names and the program does not have: a slot, or for edits of weeks the week alone. */
export interface NoSuchSlot {
  readonly week: number;
  readonly session: string;
  readonly label: string;
}
