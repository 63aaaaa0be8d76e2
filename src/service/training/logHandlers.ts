import type { Contract } from '../../contract/contract.ts';
import type { OutputOf, ParsedInputOf } from '../../contract/derive.ts';
import { mondayOf, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import { findAthlete } from '../athletes/athleteStore.ts';
import type { ReadDb } from '../db/sql.ts';
import type { ServiceHandlers } from '../deps.ts';
import { exerciseIdOf } from '../exercises/exerciseStore.ts';
import { isPlannedFor } from '../programs/programStore.ts';
import { checkInEntries, deleteCheckIn, saveCheckIn } from './checkInStore.ts';
import { deleteHealthReport, healthReportEntries, saveHealthReport } from './healthReportStore.ts';
import { liftEntries, otherEntries, runEntries, saveRunNote, testEntries } from './logStore.ts';
import { saveOddDay } from './strengthStore.ts';
import { deleteLiftSession, deleteTest, recordLiftSession, saveTest } from './trainingStore.ts';
import { wellnessEntries } from './wellnessStore.ts';

const AFTER_EVERYTHING = '9999-12-31' as PlainDate;

type Asked = ParsedInputOf<Contract['log']['list']>;

const pageOf = (db: ReadDb, { athleteId, kinds, before, limit }: Asked): OutputOf<Contract['log']['list']> => {
  // One more than asked for of each kind: enough to know whether there is an earlier page.
  const page = { athleteId, before: before ?? AFTER_EVERYTHING, limit: limit + 1 };
  const found = [
    ...(kinds.includes('lift') ? liftEntries(db, page) : []),
    ...(kinds.includes('run') ? runEntries(db, page) : []),
    ...(kinds.includes('other') ? otherEntries(db, page) : []),
    ...(kinds.includes('checkIn') ? checkInEntries(db, page) : []),
    ...(kinds.includes('healthReport') ? healthReportEntries(db, page) : []),
    ...(kinds.includes('wellness') ? wellnessEntries(db, page) : []),
    ...(kinds.includes('test') ? testEntries(db, page) : []),
  ].sort((a, b) => (a.performedOn < b.performedOn ? 1 : a.performedOn > b.performedOn ? -1 : 0));
  if (found.length <= limit) return { entries: found };
  // A day is never torn between two pages: the last, perhaps unfinished day goes to the next one.
  const lastDay = found[limit]?.performedOn;
  const entries = found.slice(0, limit).filter((entry) => entry.performedOn !== lastDay);
  // A day longer than a page makes the page longer: what does not fit would otherwise never be shown.
  if (entries.length === 0) return pageOf(db, { athleteId, kinds, before, limit: limit * 2 });
  return { entries, more: entries.at(-1)?.performedOn };
};

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

export const logHandlers: ServiceHandlers['log'] = {
  list: (asked, { db }) =>
    findAthlete(db, asked.athleteId) === undefined
      ? fail({ tag: 'AthleteNotFound', athleteId: asked.athleteId })
      : ok(pageOf(db, asked)),

  noteRun: ({ athleteId, runId, note }, { db, clock }) => {
    if (findAthlete(db, athleteId) === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    return saveRunNote(db, { athleteId, runId }, note, clock.now()) ? ok({}) : fail({ tag: 'EntryNotFound' });
  },

  recordSession: ({ athleteId, on, result }, { db }) => {
    if (findAthlete(db, athleteId) === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    if (result.sessionId !== undefined && !isPlannedFor(db, athleteId, result.sessionId))
      return fail({ tag: 'EntryNotFound' });
    const sets = [];
    for (const { exerciseKey, ...set } of result.sets) {
      const exerciseId = exerciseIdOf(db, exerciseKey);
      if (exerciseId === undefined) return fail({ tag: 'ExerciseNotFound', exerciseKey });
      sets.push({ exerciseId, kind: 'work' as const, ...set });
    }
    return ok({ liftSessionId: recordLiftSession(db, athleteId, { ...result, performedOn: on, sets }) });
  },

  removeSession: ({ athleteId, liftSessionId }, { db }) => {
    if (findAthlete(db, athleteId) === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    return deleteLiftSession(db, athleteId, liftSessionId) ? ok({}) : fail({ tag: 'EntryNotFound' });
  },

  recordCheckIn: ({ athleteId, on, report }, { db }) => {
    if (findAthlete(db, athleteId) === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    const isEmpty = Object.values(report).every((value) => value === undefined || value === '' || isEmptyList(value));
    if (isEmpty) return fail({ tag: 'NothingReported' });
    saveCheckIn(db, athleteId, { performedOn: on, ...report });
    return ok({});
  },

  removeCheckIn: ({ athleteId, on }, { db }) => {
    if (findAthlete(db, athleteId) === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    return deleteCheckIn(db, athleteId, on) ? ok({}) : fail({ tag: 'EntryNotFound' });
  },

  recordHealthReport: ({ athleteId, on, report }, { db }) => {
    if (findAthlete(db, athleteId) === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    saveHealthReport(db, athleteId, mondayOf(on), report);
    return ok({});
  },

  removeHealthReport: ({ athleteId, on }, { db }) => {
    if (findAthlete(db, athleteId) === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    return deleteHealthReport(db, athleteId, mondayOf(on)) ? ok({}) : fail({ tag: 'EntryNotFound' });
  },

  answerOddDay: ({ athleteId, exerciseKey, on, isRight }, { db }) => {
    if (findAthlete(db, athleteId) === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    const exerciseId = exerciseIdOf(db, exerciseKey);
    if (exerciseId === undefined) return fail({ tag: 'ExerciseNotFound', exerciseKey });
    saveOddDay(db, athleteId, exerciseId, on, isRight);
    return ok({});
  },

  recordTest: ({ athleteId, on, test }, { db }) => {
    if (findAthlete(db, athleteId) === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    const exerciseId = exerciseIdOf(db, test.exerciseKey);
    if (exerciseId === undefined) return fail({ tag: 'ExerciseNotFound', exerciseKey: test.exerciseKey });
    saveTest(db, athleteId, exerciseId, on, test.loadKg);
    return ok({});
  },

  removeTest: ({ athleteId, on, exerciseKey }, { db }) => {
    if (findAthlete(db, athleteId) === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    const exerciseId = exerciseIdOf(db, exerciseKey);
    const isGone = exerciseId !== undefined && deleteTest(db, athleteId, exerciseId, on);
    return isGone ? ok({}) : fail({ tag: 'EntryNotFound' });
  },
};
