import { addDays, daysBetween, type PlainDate } from '../kernel/plainDate.ts';
import { legLoadPercent } from '../strength/combinedLoad.ts';
import { formOver, type Form } from './form.ts';
import type { StressOn } from './formAhead.ts';

/** A run or a lift by its session load, RPE × minutes; `au` absent where nobody rated it. */
export interface RatedSession {
  readonly on: PlainDate;
  readonly au: number | undefined;
}

interface WeekOfLegs {
  readonly startsOn: PlainDate;
  readonly runM: number;
  readonly lowerHardSets: number;
}

/** The three loads of a week kept apart (R5.1), each as per cent of the mean of the four weeks before it, and the form it ended with (R4.5). */
export interface WeekLoads {
  readonly startsOn: PlainDate;
  /** Running, external: distance. */
  readonly runs?: number | undefined;
  /** Lifting of the legs, mechanical: hard sets. */
  readonly hardSets?: number | undefined;
  /** Both, internal: session load. Absent where a session of the week, or of the four before it, was not rated. */
  readonly internal?: number | undefined;
  readonly internalAu?: number | undefined;
  readonly form?: Form | undefined;
}

interface Facts {
  /** The weeks that are shown and the four before them, each of them there, in order. */
  readonly weeks: readonly WeekOfLegs[];
  readonly sessions: readonly RatedSession[];
  /** Running stress day by day; absent without a threshold to weigh it by. */
  readonly stress?: readonly StressOn[] | undefined;
  readonly today: PlainDate;
}

const WEEKS_BEFORE = 4;

/** The load of a week all of whose sessions were rated; 0 of one without any. */
const internalOf = (sessions: readonly RatedSession[]): number | undefined =>
  sessions.some(({ au }) => au === undefined) ? undefined : sessions.reduce((sum, { au = 0 }) => sum + au, 0);

const percentOf = (now: number | undefined, before: readonly (number | undefined)[]): number | undefined => {
  const known = before.filter((one) => one !== undefined);
  const mean = known.reduce((sum, one) => sum + one, 0) / WEEKS_BEFORE;
  return now === undefined || known.length < WEEKS_BEFORE || mean === 0 ? undefined : (100 * now) / mean;
};

/** Form at the end of each day from the first stress on. */
const formByDay = (stress: readonly StressOn[], to: PlainDate): ReadonlyMap<PlainDate, Form> => {
  const first = stress.reduce<PlainDate | undefined>(
    (least, { on }) => (least === undefined || on < least ? on : least),
    undefined,
  );
  if (first === undefined || first > to) return new Map();
  const loads = Array.from({ length: daysBetween(first, to) + 1 }, () => 0);
  for (const { on, points } of stress) {
    const place = daysBetween(first, on);
    if (place < loads.length) loads[place] = (loads[place] ?? 0) + points;
  }
  return new Map(formOver({ ctl: 0, atl: 0 }, loads).map((form, at) => [addDays(first, at), form]));
};

/** The loads of each week but the first four, which only the others are measured by. */
export const weekLoadsOver = ({ weeks, sessions, stress, today }: Facts): readonly WeekLoads[] => {
  const byWeek = Map.groupBy(sessions, ({ on }) => {
    const [first] = weeks;
    return first === undefined ? -1 : Math.floor(daysBetween(first.startsOn, on) / 7);
  });
  const internal = weeks.map((_, at) => internalOf(byWeek.get(at) ?? []));
  const last = weeks.at(-1);
  const forms = stress === undefined || last === undefined ? new Map() : formByDay(stress, addDays(last.startsOn, 6));
  return weeks.slice(WEEKS_BEFORE).map((week, index) => {
    const at = index + WEEKS_BEFORE;
    const legs = (one: WeekOfLegs) => ({ ...one, weightedContacts: 0 });
    const { runs, hardSets } = legLoadPercent(legs(week), weeks.slice(index, at).map(legs));
    const sunday = addDays(week.startsOn, 6);
    // Half a week is not a light week.
    if (sunday >= today) return { startsOn: week.startsOn, form: forms.get(today) };
    return {
      startsOn: week.startsOn,
      runs,
      hardSets,
      internalAu: internal[at],
      internal: percentOf(internal[at], internal.slice(index, at)),
      form: forms.get(sunday),
    };
  });
};
