import type { DatedRow } from './importer.ts';
import type { DraftSession, DraftSet, SetFacts } from './draft.ts';
import type { LocalStart, PrintedDate } from './dateTimes.ts';
import type { PlainDate } from '../kernel/plainDate.ts';
import type { SetReading } from './setRow.ts';
import type { TableReading } from './tableReading.ts';
import { forMessage, passOver, startKeyOf, textOf, textOrNone } from './importer.ts';
import { parseDuration } from './durations.ts';
import { readPrintedDate, resolveDate, secondsBetween } from './dateTimes.ts';
import { readStart } from './tableReading.ts';
import { rowTeller, type RowTeller } from './toldRows.ts';
import { secondsOfHeading } from './printedUnits.ts';
import { columnsThatTellOf, setCell } from './setRow.ts';

/** By what rows are one session. */
export interface SessionRule {
  /** First part of the sessions' keys. */
  readonly keyPrefix: string;
  /** What makes rows one session, besides its title: the same start, the same day, or the day and the app's own number. */
  readonly sessionBy: 'start' | 'day' | 'number';
}

/** Rows of a session that follow one another in the file and have the same time printed. */
interface RowRange {
  readonly at: string;
  readonly from: number;
  to: number;
}

interface OpenSession {
  readonly line: number;
  readonly printedStart: string;
  readonly title: string;
  readonly ranges: RowRange[];
  setCount: number;
  /** The earliest of its rows: some apps print the time of each set, and the last one first. */
  start: LocalStart;
  readonly notes: string[];
  duration: string | undefined;
  end: string | undefined;
}

/** The rows of a list of sets, by their places. */
interface RowsOfSets extends RowTeller {
  readonly lineAt: (place: number) => number;
}

interface Grouping {
  readonly log: SessionRule;
  readonly open: TableReading;
  readonly reading: SetReading;
  readonly toLocal: (start: LocalStart) => LocalStart;
  readonly sessions: Map<string, OpenSession>;
  readonly sets: RowsOfSets;
  /** Of the row before: rows of one session mostly follow one another, and say the same of it. */
  latest: Place | undefined;
}

/** Where a row belongs, and by which of its cells that is known. */
interface Place {
  readonly said: readonly (PrintedDate | string)[];
  readonly at: string;
  readonly session: OpenSession;
}

/** Keys are made of what is printed, so that they stay the same when the athlete's time zone is set later. */
const sessionKey = ({ log, reading }: Grouping, row: DatedRow, start: LocalStart, title: string): string => {
  const printed = textOrNone(setCell(reading, row, 'key'));
  if (printed !== undefined) return printed;
  if (log.sessionBy === 'start') return `${log.keyPrefix}:${startKeyOf(start)}|${title}`;
  const number = log.sessionBy === 'number' ? setCell(reading, row, 'sessionNumber').trim() : '';
  return `${log.keyPrefix}:${start.date}|${number === '' ? title : number}`;
};

const sessionFor = (grouping: Grouping, row: DatedRow, start: LocalStart): OpenSession => {
  const title = textOf(setCell(grouping.reading, row, 'title'));
  const key = sessionKey(grouping, row, start, title);
  const known = grouping.sessions.get(key);
  const local = grouping.toLocal(start);
  if (known !== undefined) {
    if (startKeyOf(local) < startKeyOf(known.start)) known.start = local;
    return known;
  }
  const opened: OpenSession = {
    line: row.line,
    printedStart: row.printedStart,
    start: local,
    title,
    ranges: [],
    setCount: 0,
    notes: [],
    duration: undefined,
    end: undefined,
  };
  grouping.sessions.set(key, opened);
  return opened;
};

/** The session that a row is part of; `undefined` when its start is none, which is reported. */
const placeOf = (grouping: Grouping, row: DatedRow): Place | undefined => {
  const { reading, latest } = grouping;
  const said = [
    row.printed,
    setCell(reading, row, 'title'),
    setCell(reading, row, 'key'),
    setCell(reading, row, 'sessionNumber'),
  ];
  if (latest?.said.every((one, index) => one === said[index]) === true) return latest;
  const start = readStart(grouping.open, row);
  return start && { said, at: startKeyOf(start), session: sessionFor(grouping, row, start) };
};

const addNote = (session: OpenSession, note: string | undefined): void => {
  if (note !== undefined && !session.notes.includes(note)) session.notes.push(note);
};

const addToRange = ({ ranges }: OpenSession, at: string, place: number): void => {
  const last = ranges.at(-1);
  if (last?.to === place && last.at === at) last.to = place + 1;
  else ranges.push({ at, from: place, to: place + 1 });
};

/** The session of the row at a place, told what the row says of it. */
const placedAt = (grouping: Grouping, rowPlace: number): Place | undefined => {
  const { reading, open } = grouping;
  const row = open.rows.at(rowPlace);
  const place = row && placeOf(grouping, row);
  if (row === undefined || place === undefined) return undefined;
  const { session } = place;
  session.duration ??= textOrNone(setCell(reading, row, 'duration'));
  session.end ??= textOrNone(setCell(reading, row, 'end'));
  addNote(session, textOrNone(setCell(reading, row, 'sessionNotes')));
  return place;
};

/** Adds a row to its session. Its set is counted and let go: sets are read again where they are wanted. */
const addRow = ({ open, sets }: Grouping, { at, session }: Place, rowPlace: number): void => {
  const { notes } = open;
  const { set, copies, sessionNotes, passedOverAs, problems } = sets.count(rowPlace);
  addToRange(session, at, rowPlace);
  if (set !== undefined) session.setCount += copies;
  for (const note of sessionNotes) addNote(session, note);
  if (passedOverAs !== undefined) passOver(notes, passedOverAs);
  for (const problem of problems) notes.problems.push({ line: sets.lineAt(rowPlace), ...problem });
};

const addRows = (grouping: Grouping): void => {
  const { open, reading } = grouping;
  const changes = open.changesIn([...open.plan.startColumns, ...columnsThatTellOf('session', reading)]);
  for (let place = 0; place < changes.length; place += 1) {
    const isAsBefore = changes[place] === 0 && grouping.latest !== undefined;
    if (!isAsBefore) grouping.latest = placedAt(grouping, place);
    if (grouping.latest !== undefined) addRow(grouping, grouping.latest, place);
  }
};

/** An app whose clock was left running prints days: `264h 1m`. */
const LONGEST_SESSION_S = 86_400;

/** A session's length: as printed, else from its start to its end. What is no duration is reported. */
const sessionSeconds = ({ reading, open, toLocal }: Grouping, session: OpenSession): number | undefined => {
  const { duration, end, line, start } = session;
  if (duration === undefined) {
    const resolved = end === undefined ? undefined : resolveDate(readPrintedDate(end), open.order);
    return resolved?.ok === true ? secondsBetween(start, toLocal(resolved.value)) : undefined;
  }
  const printed = parseDuration(duration);
  const isBare = /^[\d.]+$/u.test(duration.trim());
  const durationS =
    printed === undefined
      ? undefined
      : Math.round(printed * (isBare ? secondsOfHeading(reading.headingOf('duration')) : 1));
  if (durationS !== undefined && durationS < LONGEST_SESSION_S) return durationS;
  const expected = durationS === undefined ? 'a duration such as 1h 13m or 4380' : 'a session of less than a day';
  open.notes.problems.push({
    line,
    field: reading.headingOf('duration'),
    found: forMessage(duration),
    expected: `${expected}; left out`,
  });
  return undefined;
};

/** The rows of a session, in the order of their times. */
const placesIn = (ranges: readonly RowRange[]): readonly number[] => {
  const places: number[] = [];
  for (const { from, to } of ranges.toSorted((left, right) => (left.at < right.at ? -1 : Number(left.at > right.at)))) {
    for (let place = from; place < to; place += 1) places.push(place);
  }
  return places;
};

/** A session of a file. There may be very many: what is not held is read from its rows, whose faults have been told already. */
class SessionOfFile implements DraftSession {
  readonly importKey: string;
  readonly line: number;
  readonly performedOn: PlainDate;
  readonly timeOfDay: string | undefined;
  readonly printedStart: string;
  readonly title: string;
  readonly durationS: number | undefined;
  readonly notes: string | undefined;
  readonly setCount: number;
  readonly #ranges: readonly RowRange[];
  readonly #rows: RowsOfSets;

  constructor(importKey: string, session: OpenSession, durationS: number | undefined, rows: RowsOfSets) {
    this.importKey = importKey;
    this.line = session.line;
    this.performedOn = session.start.date;
    this.timeOfDay = session.start.time;
    this.printedStart = session.printedStart;
    this.title = session.title;
    this.durationS = durationS === 0 ? undefined : durationS;
    this.notes = session.notes.length === 0 ? undefined : session.notes.join('\n');
    this.setCount = session.setCount;
    this.#ranges = session.ranges;
    this.#rows = rows;
  }

  get setFacts(): readonly SetFacts[] {
    const facts: SetFacts[] = [];
    for (const place of placesIn(this.#ranges)) {
      const { set, copies } = this.#rows.tell(place);
      for (let copy = 0; set !== undefined && copy < copies; copy += 1) facts.push(set);
    }
    return facts;
  }

  get sets(): readonly DraftSet[] {
    const sets: DraftSet[] = [];
    for (const place of placesIn(this.#ranges)) {
      const { set, copies } = this.#rows.tell(place);
      const line = this.#rows.lineAt(place);
      for (let copy = 0; set !== undefined && copy < copies; copy += 1) sets.push({ line, ...set });
    }
    return sets;
  }
}

interface ReadSessions {
  readonly sessions: readonly DraftSession[];
  readonly setsByExercise: ReadonlyMap<string, number>;
  readonly runsInLog: number;
}

/** Gathers the rows of a list of sets into sessions. */
export const readSessions = (
  log: SessionRule,
  open: TableReading,
  reading: SetReading,
  toLocal: (start: LocalStart) => LocalStart,
): ReadSessions => {
  const sessions = new Map<string, OpenSession>();
  const sets = { ...rowTeller(open, reading), lineAt: (place: number) => open.rows.at(place)?.line ?? 0 };
  const grouping: Grouping = { log, open, reading, toLocal, sessions, sets, latest: undefined };
  addRows(grouping);
  const read = Array.from(
    sessions,
    ([key, session]) => new SessionOfFile(key, session, sessionSeconds(grouping, session), sets),
  );
  return { sessions: read, ...sets.totals() };
};
