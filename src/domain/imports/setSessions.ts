import type { DatedRow } from './importer.ts';
import type { DraftSession, DraftSet } from './draft.ts';
import type { LocalStart, PrintedDate } from './dateTimes.ts';
import type { RowMeaning } from './setKinds.ts';
import type { SetReading } from './setRow.ts';
import type { TableReading } from './tableReading.ts';
import { forMessage, passOver, startKeyOf, textOf, textOrNone } from './importer.ts';
import { isMissing } from './numbers.ts';
import { isRunInLog } from './runsInLog.ts';
import { kindMeaning, orderMeaning, saysYes } from './setKinds.ts';
import { UNTOLD } from './problemList.ts';
import { parseDuration } from './durations.ts';
import { readPrintedDate, resolveDate, secondsBetween } from './dateTimes.ts';
import { readSet, setCell } from './setRow.ts';
import { readStart } from './tableReading.ts';
import { secondsOfHeading } from './printedUnits.ts';

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

interface Grouping {
  readonly log: SessionRule;
  readonly open: TableReading;
  readonly reading: SetReading;
  readonly toLocal: (start: LocalStart) => LocalStart;
  readonly sessions: Map<string, OpenSession>;
  readonly setsByExercise: Map<string, number>;
  runsInLog: number;
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
  if (start === undefined) return undefined;
  grouping.latest = { said, at: startKeyOf(start), session: sessionFor(grouping, row, start) };
  return grouping.latest;
};

const addNote = (session: OpenSession, note: string | undefined): void => {
  if (note !== undefined && !session.notes.includes(note)) session.notes.push(note);
};

const meaningOf = (reading: SetReading, row: DatedRow): RowMeaning => {
  if (saysYes(setCell(reading, row, 'isSkipped'))) return { isSet: false, passedOverAs: 'skipped set' };
  if (saysYes(setCell(reading, row, 'isWarmup'))) return { isSet: true, kind: 'warmup' };
  const kind = setCell(reading, row, 'kind');
  return isMissing(kind) ? orderMeaning(setCell(reading, row, 'setOrder')) : kindMeaning(kind);
};

/** A row may stand for several equal sets; a number that is none, or beyond what anybody does, stands for one. */
const copiesOf = (reading: SetReading, row: DatedRow): number => {
  if (reading.columns.copies === undefined) return 1;
  const copies = Number(setCell(reading, row, 'copies').trim());
  return Number.isInteger(copies) && copies >= 1 && copies <= 50 ? copies : 1;
};

const addToRange = ({ ranges }: OpenSession, at: string, place: number): void => {
  const last = ranges.at(-1);
  if (last?.to === place && last.at === at) last.to = place + 1;
  else ranges.push({ at, from: place, to: place + 1 });
};

const countSet = (grouping: Grouping, session: OpenSession, set: DraftSet, copies: number): void => {
  session.setCount += copies;
  if (isRunInLog(set)) grouping.runsInLog += copies;
  const { setsByExercise } = grouping;
  setsByExercise.set(set.exercise, (setsByExercise.get(set.exercise) ?? 0) + copies);
};

/** Adds a row to its session. Its set is counted and let go: sets are read again where they are wanted. */
const addRow = (grouping: Grouping, row: DatedRow, rowPlace: number): void => {
  const { reading } = grouping;
  const place = placeOf(grouping, row);
  if (place === undefined) return;
  const meaning = meaningOf(reading, row);
  const { at, session } = place;
  addToRange(session, at, rowPlace);
  session.duration ??= textOrNone(setCell(reading, row, 'duration'));
  session.end ??= textOrNone(setCell(reading, row, 'end'));
  addNote(session, textOrNone(setCell(reading, row, 'sessionNotes')));
  const ofExercise = textOrNone(setCell(reading, row, 'exerciseNotes'));
  if (ofExercise !== undefined) addNote(session, `${textOf(setCell(reading, row, 'exercise'))}: ${ofExercise}`);
  if (meaning.isSet) {
    const set = readSet(reading, row, meaning.kind);
    if (set !== undefined) countSet(grouping, session, set, copiesOf(reading, row));
    return;
  }
  passOver(reading.notes, meaning.passedOverAs);
  const text = textOrNone(setCell(reading, row, 'notes'));
  if (text !== undefined) addNote(session, `${textOf(setCell(reading, row, 'exercise'))}: ${text}`);
};

/** A session's length: as printed, else from its start to its end. What is no duration is reported. */
const sessionSeconds = ({ reading, open, toLocal }: Grouping, session: OpenSession): number | undefined => {
  const { duration, end, line, start } = session;
  if (duration === undefined) {
    const resolved = end === undefined ? undefined : resolveDate(readPrintedDate(end), open.order);
    return resolved?.ok === true ? secondsBetween(start, toLocal(resolved.value)) : undefined;
  }
  const durationS = parseDuration(duration);
  if (durationS !== undefined) {
    const isBare = /^[\d.]+$/u.test(duration.trim());
    return Math.round(durationS * (isBare ? secondsOfHeading(reading.headingOf('duration')) : 1));
  }
  reading.notes.problems.push({
    line,
    field: reading.headingOf('duration'),
    found: forMessage(duration),
    expected: 'a duration such as 1h 13m or 4380; left out',
  });
  return undefined;
};

/** The sets of a session, in the order of their times, read from its rows. What is wrong with them has been said already. */
const readSets = ({ open, reading }: Grouping, ranges: readonly RowRange[]): DraftSet[] => {
  const silent = { ...reading, notes: { problems: UNTOLD, passedOver: {} } };
  const sets: DraftSet[] = [];
  for (const { from, to } of ranges.toSorted((left, right) => (left.at < right.at ? -1 : Number(left.at > right.at)))) {
    for (let place = from; place < to; place += 1) {
      const row = open.rows.at(place);
      if (row === undefined) continue;
      const meaning = meaningOf(silent, row);
      const set = meaning.isSet ? readSet(silent, row, meaning.kind) : undefined;
      if (set === undefined) continue;
      for (let copies = copiesOf(silent, row); copies > 0; copies -= 1) sets.push(set);
    }
  }
  return sets;
};

const draftSession = (grouping: Grouping, importKey: string, session: OpenSession): DraftSession => {
  const durationS = sessionSeconds(grouping, session);
  const { ranges } = session;
  return {
    importKey,
    line: session.line,
    performedOn: session.start.date,
    timeOfDay: session.start.time,
    printedStart: session.printedStart,
    title: session.title,
    durationS: durationS === 0 ? undefined : durationS,
    notes: session.notes.length === 0 ? undefined : session.notes.join('\n'),
    setCount: session.setCount,
    get sets() {
      return readSets(grouping, ranges);
    },
  };
};

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
  const setsByExercise = new Map<string, number>();
  const grouping: Grouping = {
    log,
    open,
    reading,
    toLocal,
    sessions,
    setsByExercise,
    runsInLog: 0,
    latest: undefined,
  };
  let place = 0;
  for (const row of open.rows) {
    addRow(grouping, row, place);
    place += 1;
  }
  const read = Array.from(sessions, ([key, session]) => draftSession(grouping, key, session));
  return { sessions: read, setsByExercise, runsInLog: grouping.runsInLog };
};
