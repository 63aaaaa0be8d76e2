import { addDays, isoWeekOf, mondayOf, mondayOfIsoWeek, parseIsoWeek, parsePlainDate } from '../kernel/plainDate.ts';
import { plainDateOf, type PlainDate } from '../kernel/plainDate.ts';
import { distanceToM, type DistanceUnit } from '../kernel/quantity.ts';
import type { TimeOfDay } from '../placement/placedWeek.ts';
import type { WrittenRun } from './runningPlan.ts';

/** A day as it was written: its runs; none for a day without a run. */
export interface WrittenDay {
  readonly on: PlainDate;
  readonly runs: readonly WrittenRun[];
}

/** What was not understood, where it stands, and what could stand there. */
export interface RunsProblem {
  readonly line: number;
  readonly field: string;
  readonly found: string;
  readonly expected: string;
}

export interface ReadRuns {
  readonly days: readonly WrittenDay[];
  readonly problems: readonly RunsProblem[];
}

interface Reading {
  /** The week that lines of weekdays are in: a Monday. */
  readonly monday: PlainDate;
  /** The unit of a distance that names none. */
  readonly unit: DistanceUnit;
}

const KINDS: Readonly<Record<string, WrittenRun['kind']>> = Object.fromEntries(
  (
    [
      ['rest', ['rest', 'off', '-', '–', '—', 'none', 'no']],
      ['easy', ['e', 'easy', 'recovery', 'jog']],
      ['quality', ['q', 'quality', 'intervals', 'tempo', 'threshold', 'hills', 'fartlek', 'track', 'workout']],
      ['long', ['l', 'long']],
    ] as const
  ).flatMap(([kind, words]) => words.map((word) => [word, kind])),
);

const WEEKDAY_NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const EXPECTED = {
  day: 'a day: Tue, 1 Dec or 2026-12-01',
  kind: 'what run it is: E easy, Q quality, L long, or rest',
  race: 'E, Q, L or rest; races are added on the athlete’s profile',
  distance: 'a distance above 0 and up to 400 km',
  duration: 'a duration above 0 and up to 48 h',
  rpe: 'an RPE from 1 to 10: RPE 7 or @7',
  twice: 'each day once, or the runs of a day joined by +',
  title: 'up to 120 letters after the run',
} as const;

const MOST_M = 400_000;
const MOST_S = 48 * 3600;
const MOST_TITLE = 120;

const weekdayIn = (word: string): number | undefined => {
  const at = word.length < 2 ? -1 : WEEKDAY_NAMES.findIndex((name) => name.startsWith(word));
  return at < 0 ? undefined : at;
};

/** A day and month without a year is the one that comes next after the first Monday. */
const dayMonth = (day: string, monthName: string, year: string | undefined, from: PlainDate): PlainDate | undefined => {
  const month = MONTHS.indexOf(monthName.slice(0, 3)) + 1;
  const near = Number(from.slice(0, 4));
  if (month === 0) return undefined;
  if (year !== undefined) return plainDateOf(Number(year), month, Number(day));
  const found = plainDateOf(near, month, Number(day));
  return found !== undefined && found >= from ? found : (plainDateOf(near + 1, month, Number(day)) ?? found);
};

type Told<T> = { readonly value: T } | { readonly field: string; readonly found: string; readonly expected: string };

const DISTANCE = /^(\d{1,6}(?:[.,]\d{1,3})?)(km|k|mi|miles?|m)?$/u;
const DURATION = /^(?:(\d{1,2})h)?(?:(\d{1,4})(?:min|mins|'|′|m)?)?$/u;
const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/u;

const metres = (amount: string, written: string | undefined, unit: DistanceUnit): number => {
  const value = Number(amount.replace(',', '.'));
  if (written === 'm') return value;
  if (written === undefined) return distanceToM(unit, value);
  return distanceToM(written.startsWith('k') ? 'km' : 'mi', value);
};

/** `50min`, `50'`, `1h10`, `1h`, `1:10` (hours and minutes) in seconds. */
const secondsIn = (word: string): number | undefined => {
  const clock = CLOCK.exec(word);
  if (clock !== null) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0);
  const found = /[h'′]|min/u.test(word) ? DURATION.exec(word) : null;
  return found === null ? undefined : Number(found[1] ?? 0) * 3600 + Number(found[2] ?? 0) * 60;
};

const isWithin = (value: number, most: number): boolean => value > 0 && value <= most;

const RPE = /^rpe(\d{1,2}(?:[.,]\d)?)$/u;
/** What is above 10 behind an `@` is a speed or a pulse, and words of the title. */
const AT_RPE = /^@(10|\d(?:[.,]\d)?)$/u;
const LEAST_RPE = 1;
const MOST_RPE = 10;

/** `RPE7`, `@7`: how hard a run is to be. */
const rpeIn = (word: string): number | undefined => {
  const found = RPE.exec(word) ?? AT_RPE.exec(word);
  return found === null ? undefined : Number((found[1] ?? '').replace(',', '.'));
};

/** `10 km`, `50 min` and `RPE 7` as one word each. */
const joined = (text: string): readonly string[] =>
  text
    .replaceAll(/(?<=^|\s)(\d+(?:[.,]\d+)?)\s+(km|k|mi|miles?|min|mins|h)(?=\s|$)/giu, '$1$2')
    .replaceAll(/(?<=^|\s)(rpe)\s+(\d{1,2}(?:[.,]\d)?)(?=\s|$)/giu, '$1$2')
    .split(/\s+/u)
    .filter((word) => word !== '');

const readRun = (text: string, unit: DistanceUnit): Told<WrittenRun> => {
  const [first = '', ...rest] = joined(text);
  const kind = KINDS[first.toLowerCase()];
  if (kind === undefined) {
    const expected = /^race/iu.test(first) ? EXPECTED.race : EXPECTED.kind;
    return { field: 'run', found: first === '' ? text : first, expected };
  }
  let distanceM: number | undefined;
  let durationS: number | undefined;
  let timeOfDay: TimeOfDay | undefined;
  let targetRpe: number | undefined;
  const title: string[] = [];
  for (const word of rest) {
    const small = word.toLowerCase();
    const seconds = durationS === undefined ? secondsIn(small) : undefined;
    const rpe = targetRpe === undefined ? rpeIn(small) : undefined;
    const distance = distanceM === undefined && title.length === 0 ? DISTANCE.exec(small) : null;
    if (small === 'am' || small === 'pm') timeOfDay = small;
    else if (rpe !== undefined) {
      if (rpe < LEAST_RPE || rpe > MOST_RPE) return { field: 'RPE', found: word, expected: EXPECTED.rpe };
      targetRpe = rpe;
    } else if (seconds !== undefined) {
      if (!isWithin(seconds, MOST_S)) return { field: 'duration', found: word, expected: EXPECTED.duration };
      durationS = seconds;
    } else if (distance !== null) {
      const far = metres(distance[1] ?? '', distance[2], unit);
      if (!isWithin(far, MOST_M)) return { field: 'distance', found: word, expected: EXPECTED.distance };
      distanceM = far;
    } else title.push(word);
  }
  const words = title.join(' ');
  if (words.length > MOST_TITLE) return { field: 'title', found: words, expected: EXPECTED.title };
  return {
    value: {
      kind,
      ...(timeOfDay === undefined ? {} : { timeOfDay }),
      ...(distanceM === undefined ? {} : { distanceM }),
      ...(durationS === undefined ? {} : { durationS }),
      ...(targetRpe === undefined ? {} : { targetRpe }),
      ...(words === '' ? {} : { title: words }),
    },
  };
};

/** The runs of one day, joined by `+`; rest is no run. */
const readDay = (text: string, unit: DistanceUnit): Told<readonly WrittenRun[]> => {
  const runs: WrittenRun[] = [];
  for (const part of text.split(/\s\+\s/u)) {
    const run = readRun(part.trim(), unit);
    if (!('value' in run)) return run;
    if (run.value.kind !== 'rest') runs.push(run.value);
  }
  return { value: runs };
};

const weekIn = (text: string, monday: PlainDate): PlainDate | undefined => {
  const found = /^(?:(\d{4})-?)?w(?:eek\s*)?(\d{1,2})$/iu.exec(text.trim());
  if (found !== null) {
    const year = found[1] ?? isoWeekOf(monday).slice(0, 4);
    const week = parseIsoWeek(`${year}-W${(found[2] ?? '').padStart(2, '0')}`);
    return week === undefined ? undefined : mondayOfIsoWeek(week);
  }
  const day = parsePlainDate(text.trim());
  return day === undefined ? undefined : mondayOf(day);
};

class Reader {
  readonly days = new Map<PlainDate, readonly WrittenRun[]>();
  readonly problems: RunsProblem[] = [];
  monday: PlainDate;
  private last = -1;
  private readonly unit: DistanceUnit;

  constructor({ monday, unit }: Reading) {
    this.monday = monday;
    this.unit = unit;
  }

  startWeek(monday: PlainDate): void {
    this.monday = monday;
    this.last = -1;
  }

  /** A weekday earlier than the one before it is one of the next week. */
  weekday(at: number): PlainDate {
    if (at < this.last) this.monday = addDays(this.monday, 7);
    this.last = at;
    return addDays(this.monday, at);
  }

  put(line: number, on: PlainDate, text: string): void {
    const read = readDay(text, this.unit);
    if (!('value' in read)) this.problems.push({ line, ...read });
    else if (this.days.has(on))
      this.problems.push({ line, field: 'day', found: `${on} again`, expected: EXPECTED.twice });
    else this.days.set(on, read.value);
  }
}

/** A row of a spreadsheet: seven days, Monday first, perhaps after the week they are in. An empty cell says nothing. */
const readRow = (reader: Reader, line: number, text: string): void => {
  const cells = text.split('\t').map((cell) => cell.trim());
  const [head = ''] = cells;
  const week = weekIn(head, reader.monday);
  if (week !== undefined) reader.startWeek(week);
  const days = week === undefined && cells.length <= 7 ? cells : cells.slice(1);
  const isHeading = days.slice(0, 2).every((cell) => weekdayIn(cell.toLowerCase()) !== undefined);
  if (isHeading) return;
  days.slice(0, 7).forEach((cell, at) => {
    if (cell !== '') reader.put(line, addDays(reader.monday, at), cell);
  });
  reader.startWeek(addDays(reader.monday, 7));
};

const DATED = /^(\d{4}-\d{2}-\d{2})[\s:,]+(.+)$/u;
const DAY_MONTH = /^(\d{1,2})\.?\s+([a-z]{3,9})\.?(?:\s+(\d{4}))?[\s:,]+(.+)$/iu;
const WEEKDAY = /^([a-z]{2,9})[.:,]?\s+(.+)$/iu;

/** `2026-12-01;Q;12 km;;6x800` and `2026-12-01,E,"8,5 km"`: fields of a file are words of a line. */
const withoutFields = (text: string): string => {
  const separator = /^"?\d{4}-\d{2}-\d{2}"?\s*([;,])/u.exec(text)?.[1];
  if (separator === undefined) return text;
  const fieldOrMark = separator === ';' ? /"([^"]*)"|;/gu : /"([^"]*)"|,/gu;
  return text.replaceAll(fieldOrMark, (_found, quoted: string | undefined) => quoted ?? ' ');
};

/** The names of a file's columns say nothing themselves. */
const isHeading = (text: string): boolean => /^"?(?:date|day)"?\s*[;,]/iu.test(text);

const readLine = (reader: Reader, first: PlainDate, line: number, written: string): void => {
  const text = withoutFields(written);
  const week = weekIn(text, reader.monday);
  if (week !== undefined) return reader.startWeek(week);
  const dated = DATED.exec(text);
  const on = dated === null ? undefined : parsePlainDate(dated[1] ?? '');
  if (on !== undefined) return reader.put(line, on, dated?.[2] ?? '');
  const named = DAY_MONTH.exec(text);
  const day = named === null ? undefined : dayMonth(named[1] ?? '', (named[2] ?? '').toLowerCase(), named[3], first);
  if (day !== undefined) return reader.put(line, day, named?.[4] ?? '');
  const weekday = WEEKDAY.exec(text);
  const at = weekday === null ? undefined : weekdayIn((weekday[1] ?? '').toLowerCase());
  if (at !== undefined) return reader.put(line, reader.weekday(at), weekday?.[2] ?? '');
  reader.problems.push({ line, field: 'day', found: text.split(/\s/u)[0] ?? text, expected: EXPECTED.day });
};

/**
 * Runs as a coach types or pastes them, a day a line: `Tue Q 12 km 55 min RPE 7 6x800`, `1 Dec easy 50min pm`, `2026-12-06 L 24 + E 5 pm`, `Fri rest`; weekdays
 * count from a Monday, or from a line that names a week (`W50`). Or rows of a spreadsheet, seven cells a week; or lines of a file, the date first.
 */
export const readPlannedRuns = (text: string, reading: Reading): ReadRuns => {
  const reader = new Reader({ ...reading, monday: mondayOf(reading.monday) });
  const first = reader.monday;
  text.split(/\r\n|\r|\n/u).forEach((raw, index) => {
    if (raw.trim() === '' || raw.trim().startsWith('#') || isHeading(raw.trim())) return;
    if (raw.includes('\t')) readRow(reader, index + 1, raw);
    else readLine(reader, first, index + 1, raw.trim());
  });
  const days = [...reader.days].map(([on, runs]) => ({ on, runs }));
  return { days: days.toSorted((a, b) => (a.on < b.on ? -1 : 1)), problems: reader.problems };
};
