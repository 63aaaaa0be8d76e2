import type { Sex } from '../athletes/athlete.ts';
import type { ColumnMapping, Separator } from './columnMapping.ts';
import type { TableSample } from './tableSample.ts';
import type { PlainDate } from '../kernel/plainDate.ts';
import type { DistanceUnit, MassUnit } from '../kernel/quantity.ts';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** What the coach (or the command line) decided where the file does not say. */
export interface ImportChoices {
  readonly massUnit?: MassUnit | undefined;
  readonly distanceUnit?: DistanceUnit | undefined;
  readonly dateOrder?: DateOrder | undefined;
  /** IANA name; places times recorded in UTC on the athlete's own day. */
  readonly timeZone?: string | undefined;
  /** What becomes of runs that a lifting app has written between the sets; sets unless chosen. */
  readonly runsInLog?: 'sets' | 'runs' | undefined;
  /** What the columns hold; goes before what the file is taken for by itself. */
  readonly mapping?: ColumnMapping | undefined;
  /** What parts the cells, when the file does not show it. */
  readonly separator?: Separator | undefined;
}

/** Something in the coach's file that was not taken as it stands. `line` counts physical lines from 1. */
export interface ImportProblem {
  readonly line: number;
  readonly field: string;
  readonly found: string;
  readonly expected: string;
}

/** Something the file does not say and the best evidence decided. */
export interface ImportAssumption {
  readonly what:
    'massUnit' | 'distanceUnit' | 'dateOrder' | 'timeZone' | 'encoding' | 'athlete' | 'exercise' | 'duration' | 'sport';
  readonly chosen: string;
  readonly evidence: string;
}

/** What apps tell of one run or other activity. Distances in metres, durations in seconds, rates per minute. */
export interface ActivityFacts {
  readonly performedOn: PlainDate;
  /** Time of day `HH:MM:SS` on that date, in the same zone as `performedOn`. */
  readonly timeOfDay?: string | undefined;
  readonly title?: string | undefined;
  /** The sport's word as printed. */
  readonly sport: string;
  readonly isTreadmill: boolean;
  readonly distanceM?: number | undefined;
  readonly movingS?: number | undefined;
  readonly elapsedS?: number | undefined;
  readonly averageHr?: number | undefined;
  readonly maxHr?: number | undefined;
  /** Steps a minute, both legs. */
  readonly cadenceSpm?: number | undefined;
  readonly ascentM?: number | undefined;
  /** Average power, watts. */
  readonly powerW?: number | undefined;
  readonly rpe?: number | undefined;
  readonly notes?: string | undefined;
}

/** One run or other activity, as a file has it. */
export interface DraftActivity extends ActivityFacts {
  readonly importKey: string;
  readonly line: number;
  readonly sourceId?: string | undefined;
  /** The ID that another app gave the same activity, from which this one has it. */
  readonly externalId?: string | undefined;
  /** The start exactly as printed. */
  readonly printedStart: string;
  readonly isRun: boolean;
  /** No recording behind it: typed in by hand. */
  readonly isManual: boolean;
}

export const SET_KINDS = ['work', 'warmup', 'drop', 'failure'] as const;

export type SetKind = (typeof SET_KINDS)[number];

/** What a file says of a set. */
export interface SetFacts {
  /** The exercise exactly as printed. */
  readonly exercise: string;
  readonly kind: SetKind;
  /** External load in kilograms; 0 for bodyweight; absent when none is printed. */
  readonly loadKg?: number | undefined;
  readonly reps?: number | undefined;
  readonly durationS?: number | undefined;
  readonly distanceM?: number | undefined;
  readonly rpe?: number | undefined;
  readonly notes?: string | undefined;
  /** Why the set looks like a typing error; such sets are kept but stay out of records until confirmed. */
  readonly doubt?: string | undefined;
}

/** One set as a file has it. */
export interface DraftSet extends SetFacts {
  readonly line: number;
}

export interface DraftSession {
  readonly importKey: string;
  readonly line: number;
  readonly performedOn: PlainDate;
  readonly timeOfDay?: string | undefined;
  readonly printedStart: string;
  readonly title: string;
  readonly durationS?: number | undefined;
  readonly notes?: string | undefined;
  /** How many sets there are, where that is known without reading them. */
  readonly setCount?: number | undefined;
  /** Of a file they are read whenever they are asked for: all sets of a long one are never there at once. */
  readonly sets: readonly DraftSet[];
  /** The same sets without their lines. What a file says often is one and the same value each time, where that is known. */
  readonly setFacts?: readonly SetFacts[] | undefined;
}

export const setFactsOf = (session: Pick<DraftSession, 'sets' | 'setFacts'>): readonly SetFacts[] =>
  session.setFacts ?? session.sets;

export const setCountOf = (session: DraftSession): number => session.setCount ?? session.sets.length;

/** The session known by another key; its sets are not read for that. */
export const rekeyedSession = (session: DraftSession, importKey: string): DraftSession => ({
  importKey,
  line: session.line,
  performedOn: session.performedOn,
  timeOfDay: session.timeOfDay,
  printedStart: session.printedStart,
  title: session.title,
  durationS: session.durationS,
  notes: session.notes,
  setCount: session.setCount,
  get sets() {
    return session.sets;
  },
  get setFacts() {
    return session.setFacts;
  },
});

/** What an app measured of an athlete at one time of one day. What the file does not say is absent, never 0. */
export interface DraftWellness {
  readonly importKey: string;
  readonly line: number;
  readonly measuredOn: PlainDate;
  /** `HH:MM:SS`, if the file says it. */
  readonly timeOfDay?: string | undefined;
  readonly bodyMassKg?: number | undefined;
  /** 0 to 100. */
  readonly bodyFatPercent?: number | undefined;
  /** Beats a minute. */
  readonly restingHr?: number | undefined;
  /** Heart rate variability as rMSSD, milliseconds. */
  readonly hrvMs?: number | undefined;
  /** Heart rate variability in the app's own points; no two apps have the same scale. */
  readonly hrvScore?: number | undefined;
  readonly sleepS?: number | undefined;
  /** The app's own, usually 0 to 100. */
  readonly sleepScore?: number | undefined;
  /** Readiness or recovery on the app's own scale. */
  readonly readinessScore?: number | undefined;
  readonly steps?: number | undefined;
  /** Eaten and drunk that day, kilocalories. */
  readonly intakeKcal?: number | undefined;
}

/** A person as a roster has them. What the list does not say is absent. */
export interface DraftAthlete {
  readonly line: number;
  readonly name: string;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly sex?: Sex | undefined;
  readonly birthYear?: number | undefined;
  readonly massUnit?: MassUnit | undefined;
  readonly distanceUnit?: DistanceUnit | undefined;
  readonly groups: readonly string[];
  readonly notes?: string | undefined;
}

/** A file as understood, before anything is written. */
export interface ImportDraft {
  /** Register key, for example `strava-bulk`. */
  readonly format: string;
  /** For people, for example `Strava bulk export`. */
  readonly formatName: string;
  /** Data records read, without heading and blank lines. */
  readonly rows: number;
  readonly activities: readonly DraftActivity[];
  readonly sessions: readonly DraftSession[];
  readonly wellness: readonly DraftWellness[];
  /** Of a roster; every other file is of one athlete, and has none. */
  readonly athletes: readonly DraftAthlete[];
  readonly problems: readonly ImportProblem[];
  /** Problems beyond those that are described. */
  readonly undescribed?: number | undefined;
  readonly assumptions: readonly ImportAssumption[];
  /** Rows that are understood and are neither runs nor sets, by kind, for example `rest timer` → 12. */
  readonly passedOver: Readonly<Record<string, number>>;
  /** The people the file says it is of, if it says so. */
  readonly namesInside?: readonly string[] | undefined;
  /** Runs that a lifting app has written between the sets; what becomes of them is for the coach to say. */
  readonly runsInLog?: number | undefined;
  /** How many sets of each exercise there are, as printed, where that is known without reading them. */
  readonly setsByExercise?: ReadonlyMap<string, number> | undefined;
  /** Of a file that no importer knows, and that was read by what the coach said of its columns. */
  readonly mapped?: MappedColumns | undefined;
}

/** By what a file was read that no importer knows. */
export interface MappedColumns {
  readonly mapping: ColumnMapping;
  /** Said before, of a file with the same headings, and not said again. */
  readonly isRemembered: boolean;
  readonly sample: TableSample;
}

/** Why a whole file is not taken. `detail` says where, and what the coach can do. */
export interface FileRefusal {
  readonly reason:
    | 'empty'
    | 'headerOnly'
    | 'notText'
    | 'notCsv'
    | 'unknownFormat'
    | 'tooLarge'
    | 'ambiguousColumns'
    | 'datesUndecided'
    | 'noRowUnderstood';
  readonly line?: number | undefined;
  readonly found: string;
  readonly expected: string;
  /** Of undecided dates, up to five as they are printed. */
  readonly dates?: readonly string[] | undefined;
  /** The beginning of a file that nobody knows, so that the coach can say what its columns hold. */
  readonly sample?: TableSample | undefined;
}

/** How many sets of each exercise a draft has, by the exercise as printed, in the order of the file. */
export const setsByExerciseOf = ({ setsByExercise, sessions }: ImportDraft): ReadonlyMap<string, number> => {
  if (setsByExercise !== undefined) return setsByExercise;
  const counts = new Map<string, number>();
  for (const session of sessions) {
    for (const { exercise } of session.sets) counts.set(exercise, (counts.get(exercise) ?? 0) + 1);
  }
  return counts;
};
