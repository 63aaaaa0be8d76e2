import type { AthleteId } from '../../domain/kernel/ids.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import type { ServiceHandlers } from '../deps.ts';
import type { WriteDb } from '../db/sql.ts';
import {
  addToGroup,
  archiveAthlete,
  athleteNamed,
  bodyMassOf,
  findAthlete,
  insertAthlete,
  listAthletes,
  noteContact,
  saveBodyMass,
  updateAthlete,
} from './athleteStore.ts';
import { nearestNames } from '../../domain/athletes/nearestNames.ts';
import { readinessOf } from '../training/readiness.ts';
import { healthOf, saveHealth } from './healthStore.ts';
import { mondayOf } from '../../domain/kernel/plainDate.ts';
import { programsAimedAt } from '../programs/programStore.ts';
import { deleteRace, findRace, insertRace, racesOf, updateRace } from './raceStore.ts';

/** Does the same for each; refuses, and so changes nobody, when one of them is not there. */
const forEach = (ids: readonly AthleteId[], act: (id: AthleteId) => boolean) => {
  for (const athleteId of ids) {
    if (!act(athleteId)) return fail({ tag: 'AthleteNotFound' as const, athleteId });
  }
  return ok({});
};

const isTaken = (db: WriteDb, name: string, by?: AthleteId): boolean => {
  const holder = athleteNamed(db, name);
  return holder !== undefined && holder !== by;
};

export const athleteHandlers: ServiceHandlers['athletes'] = {
  list: (_, { db }) => ok({ athletes: listAthletes(db) }),

  open: ({ athleteId }, { db }) => {
    const athlete = findAthlete(db, athleteId);
    if (athlete === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    return ok({
      ...athlete,
      bodyMass: bodyMassOf(db, athleteId),
      health: healthOf(db, athleteId),
      races: racesOf(db, athleteId),
    });
  },

  find: ({ name }, { db }) => {
    const exact = athleteNamed(db, name);
    if (exact !== undefined) return ok({ athleteId: exact });
    const athletes = listAthletes(db);
    const starting = athletes.filter((athlete) =>
      athlete.name.toLocaleLowerCase().startsWith(name.toLocaleLowerCase()),
    );
    const [only, ...others] = starting;
    if (only !== undefined && others.length === 0) return ok({ athleteId: only.athleteId });
    if (others.length > 0) return fail({ tag: 'NameAmbiguous', name, count: starting.length });
    return fail({
      tag: 'NoSuchName',
      name,
      nearest: nearestNames(
        name,
        athletes.map((athlete) => athlete.name),
      ),
    });
  },

  add: ({ details }, { db, clock }) =>
    isTaken(db, details.name)
      ? fail({ tag: 'NameTaken', name: details.name })
      : ok({ athleteId: insertAthlete(db, details, clock.now()) }),

  edit: ({ athleteId, details }, { db }) => {
    if (findAthlete(db, athleteId) === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    if (isTaken(db, details.name, athleteId)) return fail({ tag: 'NameTaken', name: details.name });
    updateAthlete(db, athleteId, details);
    return ok({});
  },

  archive: ({ athleteIds }, { db, clock }) => forEach(athleteIds, (id) => archiveAthlete(db, id, clock.today())),
  bringBack: ({ athleteIds }, { db }) => forEach(athleteIds, (id) => archiveAthlete(db, id, undefined)),
  addToGroup: ({ athleteIds, group }, { db }) => forEach(athleteIds, (id) => addToGroup(db, id, group)),
  noteContact: ({ athleteIds, on }, { db }) => forEach(athleteIds, (id) => noteContact(db, id, on)),

  weighIn: ({ athleteId, weighIn }, { db }) => {
    if (findAthlete(db, athleteId) === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    saveBodyMass(db, athleteId, weighIn.measuredOn, weighIn.massKg);
    return ok({});
  },

  saveHealth: ({ athleteId, health }, { db }) => {
    if (findAthlete(db, athleteId) === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    saveHealth(db, athleteId, health);
    return ok({});
  },

  readiness: ({ athleteId }, { db, clock }) => {
    const athlete = findAthlete(db, athleteId);
    return athlete === undefined
      ? fail({ tag: 'AthleteNotFound', athleteId })
      : ok(readinessOf(db, athlete, clock.today()));
  },
};

export const raceHandlers: ServiceHandlers['races'] = {
  add: ({ athleteId, race }, { db }) => {
    if (findAthlete(db, athleteId) === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    return ok({ raceId: insertRace(db, athleteId, { ...race, distanceM: race.distanceM, resultS: race.resultS }) });
  },

  edit: ({ raceId, race }, { db }) => {
    if (findRace(db, raceId) === undefined) return fail({ tag: 'RaceNotFound', raceId });
    updateRace(db, raceId, { ...race, distanceM: race.distanceM, resultS: race.resultS });
    const monday = mondayOf(race.racedOn);
    const toLayBack = programsAimedAt(db, raceId).filter(({ endsOn }) => mondayOf(endsOn) !== monday);
    return ok({ toLayBack: toLayBack.map(({ programId, name }) => ({ programId, name })) });
  },

  remove: ({ raceId }, { db }) => {
    if (findRace(db, raceId) === undefined) return fail({ tag: 'RaceNotFound', raceId });
    deleteRace(db, raceId);
    return ok({});
  },
};
