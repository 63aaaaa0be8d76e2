import type { Contract } from '../../contract/contract.ts';
import type { InputOf, OutputOf } from '../../contract/derive.ts';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import { readDay } from '../../domain/typeIn/typedDay.ts';
import { EMPTY_FOOT, readFoot, type TypedFoot } from '../../domain/typeIn/typedFoot.ts';
import { draftSession, emptyRows, type TypedRow } from '../../domain/typeIn/typedSession.ts';
import type { TypedLine } from '../../domain/typeIn/typedLine.ts';

export type SheetToType = OutputOf<Contract['typeIn']['open']>;
export type AthleteToType = SheetToType['athletes'][number];
export type SessionToType = AthleteToType['sessions'][number];
export type TypeInOrder = InputOf<Contract['typeIn']['save']>;
export type SessionState = TypeInOrder['sessions'][number]['state'];

/** What is being typed of a session. The day is as typed; empty: the planned one. */
export interface SessionTyping {
  readonly state: SessionState;
  readonly on: string;
  readonly rows: readonly TypedRow[];
  readonly foot: TypedFoot;
}

/** What is being typed of an athlete's part of a sheet: a typing for each of its sessions, in their order. */
export type Typing = readonly SessionTyping[];

const firstOf = ({ typed, plannedOn, rows }: SessionToType, today: PlainDate): SessionTyping => {
  if (typed !== undefined) {
    return { state: typed.state, on: typed.on === plannedOn ? '' : typed.on, rows: typed.rows, foot: typed.foot };
  }
  return { state: plannedOn > today ? 'open' : 'done', on: '', rows: emptyRows(rows), foot: EMPTY_FOOT };
};

/** What is not typed yet is as planned. Of a sheet whose days all lie ahead the first session was done today: why else open it. */
export const firstTyping = (sessions: readonly SessionToType[], today: PlainDate): Typing => {
  const typing = sessions.map((session) => firstOf(session, today));
  if (typing.some(({ state }) => state !== 'open')) return typing;
  return typing.map((one, place) => (place === 0 ? { ...one, state: 'done', on: today } : one));
};

/** A session typed without paper: done today, whenever it was planned, until something else is said. */
export const typingToday = (session: SessionToType, today: PlainDate): Typing => {
  const first = firstOf(session, today);
  const on = session.plannedOn === today ? '' : today;
  return [session.typed === undefined ? { ...first, state: 'done', on } : first];
};

/** Whether a typing that was kept still fits the paper it was typed from. */
export const fits = (typing: Typing, sessions: readonly SessionToType[]): boolean =>
  typing.length === sessions.length &&
  typing.every(({ rows }, place) => {
    const printed = sessions[place]?.rows ?? [];
    return rows.length === printed.length && rows.every(({ label }, at) => printed[at]?.label === label);
  });

export const isSameTyping = (a: Typing, b: Typing): boolean => JSON.stringify(a) === JSON.stringify(b);

/** One place to type in. */
export interface LinePlace {
  readonly session: number;
  readonly row: number;
  readonly line: number;
}

/** A set box, by its place in the line. */
export interface BoxPlace extends LinePlace {
  readonly box: number;
}

export const withLine = (typing: Typing, place: LinePlace, change: (line: TypedLine) => TypedLine): Typing =>
  typing.map((session, s) =>
    s !== place.session
      ? session
      : {
          ...session,
          rows: session.rows.map((row, r) =>
            r !== place.row
              ? row
              : { ...row, lines: row.lines.map((line, l) => (l === place.line ? change(line) : line)) },
          ),
        },
  );

export const withSession = (typing: Typing, at: number, change: Partial<SessionTyping>): Typing =>
  typing.map((session, place) => (place === at ? { ...session, ...change } : session));

/** Whether something in a session that was done is not understood. */
export const hasProblems = (
  typing: Typing,
  sessions: readonly SessionToType[],
  unit: AthleteToType['massUnit'],
): boolean =>
  typing.some(({ state, rows, foot, on }, place) => {
    if (state !== 'done') return false;
    const session = sessions[place];
    if (session === undefined) return false;
    const printed = session.rows;
    return (
      !readDay(on, session.plannedOn).ok ||
      draftSession(printed, rows, unit).problems.length > 0 ||
      readFoot(foot).problems.length > 0
    );
  });

/** What is sent: sessions of which something is known now that was not before. */
export const orderOf = (typing: Typing, first: Typing, sessions: readonly SessionToType[]): TypeInOrder['sessions'] =>
  sessions.flatMap((session, place) => {
    const [one, before] = [typing[place], first[place]];
    if (one === undefined || before === undefined) return [];
    const isNew = session.typed === undefined ? one.state !== 'open' : !isSameTyping([one], [before]);
    if (!isNew) return [];
    const { programId, weekOrdinal, name, plannedOn } = session;
    const day = readDay(one.on, plannedOn);
    const on = day.ok ? day.value : plannedOn;
    return { programId, weekOrdinal, name, state: one.state, on, rows: one.rows, foot: one.foot };
  });

/** The session to begin with: the first that was done and is not recorded. */
export const firstToType = (typing: Typing, sessions: readonly SessionToType[]): number =>
  Math.max(
    0,
    typing.findIndex(({ state }, place) => state === 'done' && sessions[place]?.typed === undefined),
  );
