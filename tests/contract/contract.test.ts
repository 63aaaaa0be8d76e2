import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { createClient, listen } from '../../src/contract/client.ts';
import { contract } from '../../src/contract/contract.ts';
import { errorText } from '../../src/contract/errorText.ts';
import { TOPICS, type Operation } from '../../src/contract/operation.ts';
import { printRoute } from '../../src/contract/printRoute.ts';
import { pushMessage, type PushMessage } from '../../src/contract/wire.ts';
import type { Failure, WireFailure } from '../../src/domain/kernel/failure.ts';
import { isoWeekOf } from '../../src/domain/kernel/plainDate.ts';
import {
  addAthlete,
  commit,
  day,
  detailsOf,
  makeSample,
  openDesk,
  openDeskAt,
  ownExerciseOf,
  settled,
  TODAY,
  upload,
  type Desk,
} from '../service/openDesk.ts';

const operations = Object.entries(contract).flatMap(([group, members]) =>
  Object.entries(members).map(([name, operation]): [string, Operation] => [`${group}.${name}`, operation]),
);
const operationAt = (path: string): Operation => {
  const found = operations.find(([name]) => name === path)?.[1];
  if (found === undefined) throw new Error(`no operation ${path}`);
  return found;
};

const ask = async (
  { service }: Desk,
  operation: string,
  input: unknown,
): Promise<{ ok: boolean; value?: unknown; error?: { tag: string } }> =>
  JSON.parse(await service.request(JSON.stringify({ operation, input }))) as never;

/** As much of JSON Schema as the contract uses. */
interface JsonShape {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonShape[];
  readonly oneOf?: readonly JsonShape[];
  readonly items?: JsonShape;
  readonly properties?: Readonly<Record<string, JsonShape>>;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
}

describe('the table of operations', () => {
  test('every topic is read by somebody and written by somebody', () => {
    const reads = operations.flatMap(([, operation]) => (operation.kind === 'query' ? operation.reads : []));
    const writes = operations.flatMap(([, operation]) =>
      operation.kind === 'command' || operation.kind === 'job' ? operation.writes : [],
    );
    for (const topic of TOPICS) {
      expect(reads, `nobody reads ${topic}`).toContain(topic);
      expect(writes, `nobody writes ${topic}`).toContain(topic);
    }
  });

  test.each(operations)('%s can be described to a program, question and answer', (_path, { input, output }) => {
    expect(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })).toMatchObject({
      type: 'object',
      additionalProperties: false,
    });
    expect(z.toJSONSchema(output, { io: 'input', unrepresentable: 'any' })).toHaveProperty('$schema');
  });

  test('every failure an operation may end in has a sentence that says what happened', async () => {
    const desk = openDesk();
    const athleteId = 99 as never;
    const refusals: (Failure | WireFailure)[] = [];
    for (const reply of [
      await desk.client.athletes.open({ athleteId }),
      await desk.client.athletes.find({ name: 'Nobody' }),
      await desk.client.history.undo({}),
      await desk.client.imports.takeBack({ importId: 99 as never }),
      await desk.client.shell.showDataFolder({}),
      await desk.client.athletes.open({ athleteId: 0 as never }),
    ]) {
      if (!reply.ok) refusals.push(reply.error);
    }
    expect(refusals).toHaveLength(6);
    for (const refused of refusals) expect(errorText(refused)).toMatch(/^\p{Lu}.*[.?]$/su);
  });
});

describe('every operation, asked on a sample roster', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ironstride-test-'));
  let desk: Desk;
  beforeAll(async () => {
    desk = openDeskAt(join(folder, 'desk.db'));
    await makeSample(desk, 4);
  });
  afterAll(async () => {
    await desk.shut();
    rmSync(folder, { recursive: true });
  });

  const first = async () => {
    const athleteId = settled(await desk.client.athletes.list({})).athletes[0]?.athleteId;
    if (athleteId === undefined) throw new Error('the sample is empty');
    return athleteId;
  };

  const opened = async () => {
    const { open } = settled(await desk.client.programs.grid({ athleteId: await first() }));
    if (open === undefined) throw new Error('the first athlete has no program');
    return open;
  };
  const aDay = day('2027-05-01');
  const aMonday = day('2029-01-01');
  const newestBackup = async () => settled(await desk.client.backups.list({})).backups[0]?.name;
  const newestStep = async () => settled(await desk.client.history.list({ limit: 1 })).steps[0]?.step;

  const handedOver = () => ({
    from: { kind: 'file', path: join(folder, 'handed over.ironstride') },
    passphrase: 'four words of nothing',
  });

  /** In an order in which each finds what it needs. */
  const questions: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['app.describe', async () => ({})],
    ['app.saveSettings', async () => ({ ...settled(await desk.client.app.describe({})).settings, coachName: 'Cora' })],
    ['app.verify', async () => ({})],
    ['app.backUp', async () => ({ path: join(folder, 'copy.db') })],
    ['roster.view', async () => ({ archived: false })],
    ['athletes.list', async () => ({})],
    ['athletes.open', async () => ({ athleteId: await first() })],
    ['athletes.find', async () => ({ name: 'Zoe Added' })],
    ['athletes.add', async () => ({ details: detailsOf('Zoe Added') })],
    [
      'athletes.edit',
      async () => ({
        athleteId: await addAthlete(desk, 'Yva Edited'),
        details: { ...detailsOf('Yva Edited'), tags: ['new'] },
      }),
    ],
    ['athletes.archive', async () => ({ athleteIds: [await first()] })],
    ['athletes.bringBack', async () => ({ athleteIds: [await first()] })],
    ['athletes.addToGroup', async () => ({ athleteIds: [await first()], group: 'Marathon' })],
    ['athletes.noteContact', async () => ({ athleteIds: [await first()], on: '2026-11-01' })],
    ['athletes.weighIn', async () => ({ athleteId: await first(), weighIn: { measuredOn: TODAY, massKg: 61.25 } })],
    [
      'athletes.saveHealth',
      async () => ({
        athleteId: await first(),
        health: { isGrowingFast: false, conditions: [{ name: 'Recent surgery', clearedOn: '2026-10-01' }] },
      }),
    ],
    ['athletes.readiness', async () => ({ athleteId: await first() })],
    [
      'races.add',
      async () => ({ athleteId: await first(), race: { name: 'Parkrun', racedOn: '2027-05-01', priority: 'C' } }),
    ],
    [
      'races.remove',
      async () => ({
        raceId: settled(await desk.client.athletes.open({ athleteId: await first() })).races.at(-1)?.raceId,
      }),
    ],
    ['analysis.strengthAgainstRunning', async () => ({ athleteId: await first(), weeks: 52 })],
    ['analysis.consistency', async () => ({ athleteId: await first(), weeks: 26 })],
    ['analysis.weekLoads', async () => ({ athleteId: await first(), from: '2026-06-01', weeks: 26 })],
    ['analysis.stats', async () => ({ athleteId: await first() })],
    [
      'log.recordSession',
      async () => ({
        athleteId: await first(),
        on: '2026-11-21',
        result: { title: 'Strength A', sets: [{ exerciseKey: 'sq_back', reps: 3, loadKg: 80, rpe: 8 }] },
      }),
    ],
    [
      'log.removeSession',
      async () => {
        const athleteId = await first();
        const { entries } = settled(await desk.client.log.list({ athleteId, kinds: ['lift'], limit: 10 }));
        const [lift] = entries;
        return { athleteId, liftSessionId: lift?.kind === 'lift' ? lift.liftSessionId : 0 };
      },
    ],
    [
      'log.noteRun',
      async () => {
        const athleteId = await first();
        const { entries } = settled(await desk.client.log.list({ athleteId, kinds: ['run'], limit: 10 }));
        const [run] = entries;
        if (run?.kind !== 'run') throw new Error('no run to note');
        return { athleteId, runId: run.runId, note: { rpe: 7, decouplingPct: 4.5 } };
      },
    ],
    ['log.recordCheckIn', async () => ({ athleteId: await first(), on: '2026-11-21', report: { sleepH: 7.5 } })],
    [
      'log.recordHealthReport',
      async () => ({ athleteId: await first(), on: '2026-11-16', report: { version: 'H2', answers: [1, 1, 2, 1] } }),
    ],
    [
      'log.recordTest',
      async () => ({ athleteId: await first(), on: '2026-11-21', test: { exerciseKey: 'sq_back', loadKg: 102.5 } }),
    ],
    [
      'log.list',
      async () => ({
        athleteId: await first(),
        kinds: ['lift', 'run', 'other', 'checkIn', 'healthReport', 'test'],
        limit: 100,
      }),
    ],
    ['log.removeCheckIn', async () => ({ athleteId: await first(), on: '2026-11-21' })],
    ['log.removeHealthReport', async () => ({ athleteId: await first(), on: '2026-11-18' })],
    ['log.removeTest', async () => ({ athleteId: await first(), on: '2026-11-21', exerciseKey: 'sq_back' })],
    ['exercises.list', async () => ({})],
    ['exercises.addOwn', async () => ({ exercise: ownExerciseOf('Sled push') })],
    [
      'exercises.editOwn',
      async () => ({
        exerciseKey: settled(await desk.client.exercises.addOwn({ exercise: ownExerciseOf('Sled pull') })).exerciseKey,
        exercise: { ...ownExerciseOf('Sled drag'), level: 3 },
      }),
    ],
    [
      'exercises.removeOwn',
      async () => ({
        exerciseKey: settled(await desk.client.exercises.addOwn({ exercise: ownExerciseOf('Sled spin') })).exerciseKey,
      }),
    ],
    ['exercises.archive', async () => ({ exerciseKey: 'sq_legpress', isArchived: true })],
    ['programs.templates', async () => ({})],
    [
      'programs.previewAssignment',
      async () => ({ athleteIds: [await first()], templateKey: 'start-ramp', startsOn: '2027-06-07' }),
    ],
    [
      'programs.assign',
      async () => ({ athleteIds: [await first()], templateKey: 'start-ramp', startsOn: '2027-06-07' }),
    ],
    ['programs.forAthlete', async () => ({ athleteId: await first() })],
    ['programs.check', async () => ({ athleteId: await first() })],
    ['programs.checkTemplate', async () => ({ templateKey: 'heavy-for-runners' })],
    ['programs.checkRules', async () => ({})],
    [
      'programs.edit',
      async () => {
        const { program } = settled(await desk.client.programs.forAthlete({ athleteId: await first() }));
        const session = program?.blocks[0]?.weeks[0]?.sessions[0];
        const place = { week: 1, session: session?.name, label: session?.slots[0]?.label };
        const edits = [{ kind: 'cell', ...place, text: '3x5 @80' }];
        return { programId: program?.programId, revision: program?.revision, edits };
      },
    ],
    ['programs.rosterGrid', async () => ({ week: '2026-W48', subject: { kind: 'slot', label: 'A1' } })],
    [
      'programs.editMany',
      async () => {
        const subject = { kind: 'slot', label: 'A1' } as const;
        const { rows } = settled(await desk.client.programs.rosterGrid({ week: isoWeekOf(TODAY), subject }));
        const [row] = rows;
        const week = row?.weeks.find((one) => one.week !== undefined)?.week;
        const edits = [{ kind: 'cell', week, session: row?.session, label: 'A1', text: '3x4 @80' }];
        return { changes: [{ programId: row?.programId, revision: row?.revision, edits }], called: 'Fill down A1' };
      },
    ],
    [
      'programs.gates',
      async () => ({
        programId: settled(await desk.client.programs.forAthlete({ athleteId: await first() })).program?.programId,
      }),
    ],
    ['programs.proposals', async () => ({ athleteId: await first() })],
    [
      'programs.deloadDue',
      async () => ({
        programId: settled(await desk.client.programs.forAthlete({ athleteId: await first() })).program?.programId,
      }),
    ],
    [
      'programs.deloadWeek',
      async () => {
        const { program } = settled(await desk.client.programs.forAthlete({ athleteId: await first() }));
        const weeks = program?.blocks.flatMap((block) => block.weeks) ?? [];
        const week = weeks.find(({ kind }) => kind !== 'deload')?.ordinal;
        return { programId: program?.programId, revision: program?.revision, week };
      },
    ],
    [
      'programs.repeatWeek',
      async () => {
        const { program } = settled(await desk.client.programs.forAthlete({ athleteId: await first() }));
        return { programId: program?.programId, revision: program?.revision, week: 2 };
      },
    ],
    ['analysis.strength', async () => ({ athleteId: await first(), weeks: 12 })],
    [
      'log.answerOddDay',
      async () => ({ athleteId: await first(), exerciseKey: 'sq_back', on: '2026-11-10', isRight: true }),
    ],
    [
      'programs.remove',
      async () => ({
        programId: settled(await desk.client.programs.forAthlete({ athleteId: await first() })).programs[0]?.programId,
      }),
    ],
    [
      'races.edit',
      async () => {
        const race = { name: 'Parkrun', racedOn: '2027-05-08', priority: 'B' };
        const athleteId = await first();
        settled(await desk.client.races.add({ athleteId, race: { ...race, priority: 'B', racedOn: aDay } }));
        return { raceId: settled(await desk.client.athletes.open({ athleteId })).races.at(-1)?.raceId, race };
      },
    ],
    ['programs.create', async () => ({ athleteId: await first(), name: 'Winter', startsOn: '2028-01-03', weeks: 4 })],
    ['programs.grid', async () => ({ athleteId: await first() })],
    ['programs.beside', async () => ({ athleteId: await first(), exerciseKey: 'sq_back' })],
    ['programs.reflowPreview', async () => ({ programId: (await opened()).programId })],
    [
      'programs.reflow',
      async () => {
        const { programId, revision } = await opened();
        const { races } = settled(await desk.client.programs.reflowPreview({ programId }));
        return { programId, revision, raceId: races.at(-1)?.raceId };
      },
    ],
    ['templates.create', async () => ({ name: 'My own', from: { kind: 'empty', weeks: 4 } })],
    ['templates.open', async () => ({ templateKey: 'my-own' })],
    [
      'templates.edit',
      async () => ({
        templateKey: 'my-own',
        revision: settled(await desk.client.templates.open({ templateKey: 'my-own' })).revision,
        edits: [
          {
            kind: 'cell',
            week: 1,
            session: 'A',
            label: 'A1',
            exerciseKey: 'sq_back',
            text: '3x5@80',
            newSession: { weekday: 2, minutes: 45 },
          },
        ],
      }),
    ],
    [
      'templates.describe',
      async () => ({
        templateKey: 'my-own',
        revision: settled(await desk.client.templates.open({ templateKey: 'my-own' })).revision,
        name: 'My own',
        about: 'For winter',
      }),
    ],
    ['templates.reach', async () => ({ templateKey: 'my-own', exerciseKey: 'sq_back' })],
    ['templates.pushPreview', async () => ({ templateKey: 'my-own' })],
    [
      'templates.push',
      async () => {
        const startsOn = aMonday;
        settled(await desk.client.programs.assign({ athleteIds: [await first()], templateKey: 'my-own', startsOn }));
        const { copies } = settled(await desk.client.templates.pushPreview({ templateKey: 'my-own' }));
        return {
          templateKey: 'my-own',
          copies: copies.map(({ programId, revision }) => ({ programId, revision, cells: [] })),
        };
      },
    ],
    ['templates.versions', async () => ({ templateKey: 'my-own' })],
    [
      'templates.restoreVersion',
      async () => ({
        templateKey: 'my-own',
        revision: settled(await desk.client.templates.open({ templateKey: 'my-own' })).revision,
        version: 1,
      }),
    ],
    ['templates.remove', async () => ({ templateKey: 'my-own' })],
    ['sheets.week', async () => ({ week: '2026-W48' })],
    ['sheets.block', async () => ({ week: '2026-W48' })],
    ['sheets.rack', async () => ({ week: '2026-W48', rackOrder: 'plates' })],
    ['sheets.day', async () => ({ week: '2026-W48', day: 2 })],
    ['sheets.season', async () => ({ week: '2026-W48' })],
    ['sheets.roll', async () => ({ layout: 'pocket', week: '2026-W48', weekCount: 2 })],
    ['sheets.print', async () => ({ layout: 'weekly', week: '2026-W48' })],
    ['sheets.list', async () => ({ limit: 10 })],
    [
      'sheets.open',
      async () => ({ code: settled(await desk.client.sheets.list({ limit: 1 })).sheets[0]?.sheetCode.toLowerCase() }),
    ],
    ['typeIn.waiting', async () => ({ limit: 10 })],
    ['typeIn.open', async () => ({ code: settled(await desk.client.sheets.list({ limit: 1 })).sheets[0]?.sheetCode })],
    ['typeIn.week', async () => ({ athleteId: await first(), on: '2026-11-23' })],
    [
      'typeIn.save',
      async () => {
        const [sheet] = settled(await desk.client.sheets.list({ athleteId: await first(), limit: 1 })).sheets;
        const { athletes } = settled(await desk.client.typeIn.open({ code: sheet?.sheetCode ?? '' }));
        const [session] = athletes[0]?.sessions ?? [];
        if (session === undefined) throw new Error('nothing to type in');
        const { programId, weekOrdinal, name, plannedOn } = session;
        const foot = { felt: '4', painPlace: '', pain: '0', sleep: '8', effort: '7', minutes: '50', notes: '' };
        return {
          sheetCode: sheet?.sheetCode,
          athleteId: await first(),
          athlete: athletes[0]?.name,
          sessions: [{ programId, weekOrdinal, name, state: 'done', on: plannedOn, rows: [], foot }],
        };
      },
    ],
    [
      'imports.preview',
      async () => ({ files: [await upload(desk, 'imports/strong-v6.csv', { kind: 'newAthlete', name: 'Nina' })] }),
    ],
    [
      'imports.commit',
      async () => ({
        files: [await upload(desk, 'imports/strong-v6.csv', { kind: 'newAthlete', name: 'Nina' })],
        exercises: [],
        strict: false,
      }),
    ],
    ['imports.list', async () => ({})],
    ['imports.takeBack', async () => ({ importId: settled(await desk.client.imports.list({})).imports[0]?.importId })],
    ['insights.view', async () => ({ weeks: 52 })],
    ['insights.blocks', async () => ({ athleteId: await first() })],
    ['imports.watchedFolder', async () => ({})],
    ['imports.watchFolder', async () => ({ path: folder })],
    ['imports.lookInFolder', async () => ({})],
    ['imports.pickUp', async () => ({ paths: ['strong.csv'] })],
    ['imports.leaveOut', async () => ({ files: [{ name: 'strong.csv', sizeBytes: 12, hash: 'a'.repeat(64) }] })],
    ['imports.offerAgain', async () => ({})],
    ['running.view', async () => ({ athleteId: await first(), weeks: 26 })],
    ['running.guard', async () => ({ athleteId: await first() })],
    [
      'running.answerGuard',
      async () => ({ athleteId: await first(), answer: { action: 'noted', note: 'slept badly' } }),
    ],
    ['calendar.view', async () => ({ athleteIds: [await first()], from: '2026-11-23', to: '2026-11-29' })],
    ['calendar.readRuns', async () => ({ athleteId: await first(), text: 'Tue Q 12 km', from: '2026-11-23' })],
    [
      'calendar.planRuns',
      async () => ({
        athleteId: await first(),
        days: [
          {
            on: '2026-11-25',
            runs: [{ kind: 'easy', timeOfDay: 'pm', distanceM: 8000, durationS: 2700, title: 'Jog' }],
          },
          { on: '2026-11-26', runs: [] },
        ],
      }),
    ],
    ['calendar.clearRuns', async () => ({ athleteId: await first(), from: '2026-11-23', to: '2026-11-29' })],
    [
      'calendar.setAway',
      async () => ({
        athleteIds: [await first()],
        away: { kind: 'travel', from: '2026-12-07', to: '2026-12-09', note: 'Porto' },
      }),
    ],
    [
      'calendar.removeAway',
      async () => {
        const athleteIds = [await first()];
        const { athletes } = settled(
          await desk.client.calendar.view({ athleteIds, from: day('2026-12-07'), to: day('2026-12-13') }),
        );
        return { awayId: athletes[0]?.away[0]?.awayId };
      },
    ],
    ['calendar.saveHabits', async () => ({ athleteId: await first(), twoADays: true, runsAt: 'am', liftsAt: 'pm' })],
    ['calendar.placements', async () => ({ athleteId: await first(), from: '2026-11-23' })],
    ['calendar.previewPlacing', async () => ({ athleteIds: [await first()], from: '2026-11-23', weeks: 2, choice: 1 })],
    ['calendar.placeLifts', async () => ({ athleteIds: [await first()], from: '2026-11-23', weeks: 2, choice: 2 })],
    [
      'calendar.moveSession',
      async () => {
        const athleteIds = [await first()];
        const { athletes } = settled(
          await desk.client.calendar.view({ athleteIds, from: day('2026-11-23'), to: day('2026-11-29') }),
        );
        const lift = athletes[0]?.lifts.find(({ isDone }) => !isDone);
        return {
          athleteId: athleteIds[0],
          sessionId: lift?.sessionId,
          on: lift?.on,
          timeOfDay: 'am',
          reason: 'the gym is free',
        };
      },
    ],
    ['calendar.previewEasing', async () => ({ programId: (await opened()).programId, block: 1, share: 0.5 })],
    [
      'calendar.easeLifting',
      async () => {
        const { programId, revision } = await opened();
        return { programId, revision, block: 1, share: 1 };
      },
    ],
    ['calendar.policies', async () => ({})],
    ['calendar.savePolicies', async () => ({ policies: settled(await desk.client.calendar.policies({})).defaults })],
    ['science.ageFactors', async () => ({})],
    ['science.evaluate', async () => ({ rule: 'R1.1', input: { formula: 'Epley', w: 100, reps: 5 } })],
    ['history.list', async () => ({ limit: 50 })],
    ['history.open', async () => ({ step: await newestStep() })],
    ['history.undo', async () => ({})],
    ['history.redo', async () => ({})],
    ['history.undoTo', async () => ({ step: await newestStep() })],
    ['history.redoTo', async () => ({ step: await newestStep() })],
    [
      'history.previewTakeBack',
      async () => {
        const athleteId = await addAthlete(desk, 'Xara Previewed');
        return { athleteId, step: await newestStep() };
      },
    ],
    [
      'history.takeBack',
      async () => {
        const athleteId = await addAthlete(desk, 'Wanda Taken');
        return { athleteId, step: await newestStep(), called: 'Take back 1 step of Wanda Taken' };
      },
    ],
    ['diagnostics.copy', async () => ({})],
    ['diagnostics.noteDefect', async () => ({ name: 'TypeError', stack: 'at App (src/app/App.tsx:1:2)' })],
    ['shell.describe', async () => ({})],
    ['backups.make', async () => ({ kind: 'byHand' })],
    ['backups.list', async () => ({})],
    ['backups.compare', async () => ({ name: await newestBackup() })],
    ['backups.copyTo', async () => ({ path: folder })],
    ['recovery.describe', async () => ({})],
    ['recovery.salvage', async () => ({ path: join(folder, 'salvaged.db') })],
    ['leaving.exportAll', async () => ({ path: join(folder, 'everything') })],
    [
      'leaving.pack',
      async () => ({
        what: { kind: 'athletes', athleteIds: [await addAthlete(desk, 'Handed Over')] },
        path: join(folder, 'handed over'),
        passphrase: 'four words of nothing',
      }),
    ],
    ['leaving.previewPack', async () => handedOver()],
    ['leaving.openPack', async () => ({ ...handedOver(), isBeside: true })],
    ['leaving.eraseView', async () => ({ athleteId: await addAthlete(desk, 'Seen Before') })],
    [
      'leaving.erase',
      async () => ({ athleteId: await addAthlete(desk, 'Gone For Good'), name: 'Gone For Good', backups: 'keep' }),
    ],
    ['backups.restore', async () => ({ from: { kind: 'backup', name: await newestBackup() } })],
  ];

  /** Asked elsewhere: an empty desk, a damaged one, or a host that can. */
  const ELSEWHERE = [
    'app.createSample',
    'shell.savePdf',
    'shell.showDataFolder',
    'shell.chooseFolder',
    'recovery.open',
  ];

  test('none is forgotten here', () => {
    expect([...questions.map(([path]) => path), ...ELSEWHERE].toSorted()).toEqual(
      operations.map(([path]) => path).toSorted(),
    );
  });

  const inOrder = questions.toSorted(([a], [b]) => Number(a === 'athletes.find') - Number(b === 'athletes.find'));

  test.each(inOrder)('%s answers as it promises, and announces all it writes', async (path, question) => {
    const operation = operationAt(path);
    const input = await question();
    const news: PushMessage[] = [];
    const stop = listen(desk.service, (message) => void news.push(message));
    const reply = await ask(desk, path, input);
    stop();
    expect(reply, JSON.stringify(reply.error)).toMatchObject({ ok: true });
    expect(operation.output.parse(reply.value)).toEqual(reply.value);
    const writes = operation.kind === 'command' || operation.kind === 'job' ? operation.writes : [];
    // Everybody's running is looked at in between, whatever is asked.
    const announced = news
      .flatMap((message) => (message.kind === 'changed' ? message.topics : []))
      .filter((topic) => topic !== 'guard' || writes.includes('guard'));
    expect(announced).toEqual(expect.arrayContaining([...writes]));
    const isBeside = operation.kind === 'job' && operation.isBeside === true;
    if (isBeside) expect(announced).toEqual([...writes]);
    else if (writes.length > 0) expect(announced).toContain('history');
    else expect(announced).toEqual([]);
  });

  test('undo announces what the undone step was about, not only that there is history', async () => {
    await addAthlete(desk, 'Undone Ulla');
    const news: PushMessage[] = [];
    const stop = listen(desk.service, (message) => void news.push(message));
    settled(await desk.client.history.undo({}));
    stop();
    expect(news).toEqual([{ kind: 'changed', topics: expect.arrayContaining(['athletes', 'history']) }]);
  });

  test('a refused command announces nothing', async () => {
    const news: PushMessage[] = [];
    const stop = listen(desk.service, (message) => void news.push(message));
    await desk.client.races.remove({ raceId: 9999 as never });
    stop();
    expect(news).toEqual([]);
  });

  test('no question, however strange, ends in a defect', async () => {
    const scalar = fc.oneof(
      fc.integer({ min: -3, max: 9 }),
      fc.double(),
      fc.string({ maxLength: 8 }),
      fc.constantFrom(
        '2026-11-23',
        '0000-01-03',
        '9999-12-27',
        '2026-W48',
        '9999-W52',
        '1000-W01',
        'kg',
        'start-ramp',
        'run',
        null,
        true,
        '\u0000',
        "'; DROP TABLE athlete; --",
      ),
    );
    const DAYS_AND_WEEKS = ['2026-11-23', '1000-01-06', '9999-12-27', '2026-W48', '9999-W52', '1000-W01'];
    const numberIn = (low: number, high: number, isWhole: boolean): fc.Arbitrary<number> =>
      isWhole ? fc.integer({ min: low, max: high }) : fc.double({ min: low, max: high, noNaN: true });
    const exactly = (schema: JsonShape): fc.Arbitrary<unknown> => {
      if (schema.const !== undefined) return fc.constant(schema.const);
      if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
      const choices = schema.anyOf ?? schema.oneOf;
      if (choices !== undefined) return fc.oneof(...choices.map(shaped));
      if (schema.format === 'date' || schema.pattern !== undefined) return fc.constantFrom(...DAYS_AND_WEEKS);
      switch (schema.type) {
        case 'array':
          return fc.array(shaped(schema.items ?? {}), { minLength: 1, maxLength: 3 });
        case 'boolean':
          return fc.boolean();
        case 'integer':
        case 'number': {
          const low = Math.max(schema.minimum ?? schema.exclusiveMinimum ?? 0, -5);
          return numberIn(low, Math.max(low, Math.min(schema.maximum ?? 9, low + 12)), schema.type === 'integer');
        }
        case 'object':
          return fc.record(
            Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, value]) => [key, shaped(value)])),
          );
        case 'string':
        case undefined:
        default:
          return fc.string({ unit: 'grapheme', maxLength: 12 });
      }
    };
    const shaped = (schema: JsonShape): fc.Arbitrary<unknown> =>
      fc.oneof({ weight: 12, arbitrary: exactly(schema) }, { weight: 1, arbitrary: scalar });
    const SLOW = new Set([
      'app.createSample',
      'app.backUp',
      'backups.make',
      'recovery.salvage',
      'leaving.exportAll',
      'leaving.pack',
    ]);
    const question = fc.oneof(
      ...operations
        .filter(([path]) => !SLOW.has(path))
        .map(([path, { input }]) =>
          shaped(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as JsonShape).map(
            (value): [string, unknown] => [path, value],
          ),
        ),
    );
    await fc.assert(
      fc.asyncProperty(question, async ([path, input]) => {
        const reply = await ask(desk, path, input);
        expect(reply.error?.tag).not.toBe('Defect');
        if (reply.ok) expect(operationAt(path).output.parse(reply.value)).toEqual(reply.value);
      }),
      { numRuns: 1500 },
    );
    expect(settled(await desk.client.app.verify({})).ok).toBe(true);
  }, 120_000);
});

describe('what cannot be understood is refused as a value', () => {
  test.each([
    'athletes.nothing',
    'nothing.list',
    '',
    'athletes',
    'athletes.list.more',
    '__proto__.x',
    'constructor.toString',
    'athletes.constructor',
    'athletes.__proto__',
    'toString.call',
    'hasOwnProperty.call',
  ])('there is no operation “%s”', async (operation) => {
    expect(await ask(openDesk(), operation, {})).toEqual({ ok: false, error: { tag: 'UnknownOperation', operation } });
  });

  test.each([
    [
      'a number that is none',
      'athletes.weighIn',
      { athleteId: 1, weighIn: { measuredOn: '2026-11-23', massKg: Number.NaN } },
    ],
    ['a day that the calendar does not have', 'athletes.noteContact', { athleteIds: [1], on: '2026-02-30' }],
    ['a day before there were diaries', 'athletes.noteContact', { athleteIds: [1], on: '0000-01-01' }],
    ['a week that the year does not have', 'sheets.week', { week: '2026-W54' }],
    ['a key that nobody knows', 'athletes.list', { colour: 'red' }],
    [
      'a key too many, further in',
      'athletes.add',
      { details: { ...detailsOf('Anna'), gym: { ...detailsOf('Anna').gym, sauna: true } } },
    ],
    ['an empty name', 'athletes.add', { details: detailsOf('   ') }],
    [
      'a week of seven Mondays',
      'athletes.add',
      { details: { ...detailsOf('Anna'), usualWeek: Array.from({ length: 7 }, () => detailsOf('A').usualWeek[0]) } },
    ],
    ['nothing', 'athletes.open', undefined],
    ['a list where a thing belongs', 'athletes.open', []],
    ['nobody at all', 'athletes.archive', { athleteIds: [] }],
  ])('%s', async (_what, operation, input) => {
    expect(await ask(openDesk(), operation, input)).toMatchObject({ ok: false, error: { tag: 'BadRequest' } });
  });

  test.each(['', 'not JSON', '[]', '7', '{"operation":7}', '{"operation":"athletes.list","input":{},"extra":1}'])(
    'the text %j',
    async (text) => {
      const reply: unknown = JSON.parse(await openDesk().service.request(text));
      expect(reply).toMatchObject({ ok: false, error: { tag: 'BadRequest' } });
    },
  );
});

describe('the client', () => {
  const dead = {
    request: () => Promise.reject(new Error('gone')),
    upload: () => Promise.reject(new Error('gone')),
    onPush: () => () => undefined,
  };

  test('says that it is disconnected instead of throwing', async () => {
    const client = createClient(contract, dead);
    expect(await client.athletes.list({})).toEqual({ ok: false, error: { tag: 'Disconnected' } });
  });

  test('says so too when the answer is torn, or when a job is stopped into the void', async () => {
    const torn = createClient(contract, { ...dead, request: () => Promise.resolve('{"ok":tr') });
    expect(await torn.athletes.list({})).toEqual({ ok: false, error: { tag: 'Disconnected' } });
    const stop = new AbortController();
    const reply = createClient(contract, dead).app.backUp({ path: '/x' }, { signal: stop.signal });
    stop.abort();
    expect(await reply).toEqual({ ok: false, error: { tag: 'Disconnected' } });
  });

  test('passes over news that it does not understand', () => {
    const heard: PushMessage[] = [];
    const tell: ((text: string) => void)[] = [];
    listen(
      { ...dead, onPush: (listener) => (tell.push(listener), () => undefined) },
      (message) => void heard.push(message),
    );
    for (const text of ['{"kind":"weather"}', 'not JSON', '{"kind":"changed","topics":["runs"]}']) tell[0]?.(text);
    expect(heard).toEqual([{ kind: 'changed', topics: ['runs'] }]);
  });

  test('tells two windows of one desk apart: each hears of its own job only', async () => {
    const desk = openDesk({ inThread: true });
    const heard: string[] = [];
    const [one, two] = [createClient(contract, desk.service), createClient(contract, desk.service)];
    const files = [await upload(desk, 'imports/strava-en.csv')];
    await Promise.all([
      one.imports.preview({ files }, { onProgress: () => void heard.push('one') }),
      two.imports.preview({ files: [] as never }, { onProgress: () => void heard.push('two') }),
    ]);
    expect(new Set(heard)).toEqual(new Set(['one']));
  });
});

test('the page that prints sheets is named the same for every shell', () => {
  expect(printRoute({ layout: 'weekly', week: '2026-W48', paper: 'a4' })).toBe('/print/weekly?week=2026-W48&paper=a4');
  const query = new URLSearchParams(
    printRoute({
      layout: 'rack',
      week: '2026-W48',
      weekCount: 2,
      paper: 'letter',
      athleteIds: [3, 5],
      sessions: ['Session A', 'B & C'],
      day: 2,
      rackOrder: 'plates',
      isNoGym: true,
    }).split('?')[1],
  );
  expect(query.getAll('session')).toEqual(['Session A', 'B & C']);
  expect(Object.fromEntries(query)).toMatchObject({
    week: '2026-W48',
    weeks: '2',
    paper: 'letter',
    athletes: '3,5',
    day: '2',
    rackOrder: 'plates',
    noGym: '1',
  });
});

test('news is what the contract says it is', () => {
  expect(pushMessage.safeParse({ kind: 'changed', topics: ['weather'] }).success).toBe(false);
});

test('an import that adds an athlete announces the athletes too', async () => {
  const desk = openDesk();
  const news: PushMessage[] = [];
  listen(desk.service, (message) => void news.push(message));
  settled(await commit(desk, ['imports/strava-en.csv'], { kind: 'newAthlete', name: 'Nina' }));
  expect(news.filter(({ kind }) => kind === 'changed')).toEqual([
    { kind: 'changed', topics: expect.arrayContaining(['athletes', 'runs', 'imports', 'history']) },
  ]);
});
