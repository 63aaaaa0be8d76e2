import type { RaceId } from '../../domain/kernel/ids.ts';
import { addDays, mondayOf, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import type { Program } from '../../domain/programs/program.ts';
import { programDiff } from '../../domain/programs/programDiff.ts';
import { reflow, type Reflow } from '../../domain/programs/reflow.ts';
import { weeksOf } from '../../domain/programs/weekWalk.ts';
import { racesOf } from '../athletes/raceStore.ts';
import type { ReadDb } from '../db/sql.ts';
import type { ServiceHandlers } from '../deps.ts';
import { sessionsDone } from '../training/liftStore.ts';
import { exerciseIds, openToEdit } from './editStored.ts';
import { programOf, saveProgram } from './programEditStore.ts';
import { aimAt, findProgram, type StoredProgram } from './programStore.ts';
import { doneIn } from './programView.ts';
import { programWeeks, type StoredWeek } from './programWeekStore.ts';

type Race = ReturnType<typeof racesOf>[number];

/** The first week that is neither past nor lifted in. */
const firstOpenWeek = (db: ReadDb, stored: StoredProgram, weeks: readonly StoredWeek[], today: PlainDate): number => {
  const done = sessionsDone(db, stored.athleteId, stored.startsOn);
  const last = weeks.findLastIndex((week) => week.startsOn < mondayOf(today) || doneIn(week, done).size > 0);
  return last + 2;
};

interface Asked {
  readonly db: ReadDb;
  readonly stored: StoredProgram;
  readonly program: Program;
  readonly weeks: readonly StoredWeek[];
  readonly today: PlainDate;
}

const laidBack = ({ db, stored, program, weeks, today }: Asked, { racedOn }: Race): Reflow | undefined => {
  const laid = reflow(program, {
    racedOn,
    firstOpenWeek: firstOpenWeek(db, stored, weeks, today),
    earliest: mondayOf(today),
  });
  return laid.ok ? laid.value : undefined;
};

const lastDay = (program: Program): PlainDate => addDays(weeksOf(program).at(-1)?.startsOn ?? program.startsOn, 6);

const previewOf = (asked: Asked, race: Race) => {
  const laid = laidBack(asked, race);
  const after = laid?.program ?? asked.program;
  return {
    raceId: race.raceId,
    how: laid?.how ?? ('tooSoon' as const),
    weeks: laid?.weeks ?? 0,
    startsOn: after.startsOn,
    endsOn: lastDay(after),
    changes: [...programDiff(asked.program, after)],
  };
};

const raceNamed = (races: readonly Race[], raceId: RaceId | undefined): Race | undefined =>
  races.find((race) => race.raceId === raceId);

/** Programs laid back from races, and again when a race moves. */
export const reflowHandlers: Pick<ServiceHandlers['programs'], 'reflowPreview' | 'reflow'> = {
  reflowPreview: ({ programId, raceId }, { db, clock }) => {
    const stored = findProgram(db, programId);
    if (stored === undefined) return fail({ tag: 'ProgramNotFound', programId });
    const today = clock.today();
    const races = racesOf(db, stored.athleteId);
    const wanted = raceNamed(races, raceId ?? stored.raceId);
    if (raceId !== undefined && wanted === undefined) return fail({ tag: 'RaceNotFound', raceId });
    const weeks = programWeeks(db, programId);
    const asked = { db, stored, program: programOf(stored, weeks), weeks, today };
    return ok({
      races: races
        .filter(({ racedOn }) => racedOn >= today)
        .map(({ raceId: id, name, racedOn, priority }) => ({ raceId: id, name, racedOn, priority })),
      ...(stored.raceId === undefined ? {} : { anchor: stored.raceId }),
      revision: stored.revision,
      ...(wanted === undefined ? {} : { reflow: previewOf(asked, wanted) }),
    });
  },

  reflow: ({ programId, revision, raceId }, { db, clock }) => {
    const opened = openToEdit(db, { programId, revision }, exerciseIds(db));
    if (!opened.ok) return opened;
    const { program, stored, idOf } = opened.value;
    const race = raceNamed(racesOf(db, stored.athleteId), raceId);
    if (race === undefined) return fail({ tag: 'RaceNotFound', raceId });
    const weeks = programWeeks(db, programId);
    const laid = laidBack({ db, stored, program, weeks, today: clock.today() }, race);
    if (laid === undefined) return fail({ tag: 'RaceTooSoon', race: race.name, racedOn: race.racedOn });
    saveProgram(db, programId, program, laid.program, idOf);
    aimAt(db, programId, raceId);
    return ok({ revision: revision + 1 });
  },
};
