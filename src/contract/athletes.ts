import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { command, query } from './operation.ts';
import { athleteDetails, athleteListing, athleteView, raceDetails, rosterRow, weighIn } from './schemas/athlete.ts';
import { healthFacts, readiness } from './schemas/health.ts';
import { athleteId, givenDay, name, programId, raceId } from './schemas/scalars.ts';

const people = (count: number): string => (count === 1 ? '1 athlete' : `${count} athletes`);

const someAthletes = z.array(athleteId).min(1).max(LIMITS.athletesAtOnce.most);

export const athleteOperations = {
  roster: {
    view: query({
      reads: ['athletes', 'races', 'programs', 'sessions', 'runs', 'checkIns', 'guard'],
      input: z.strictObject({ archived: z.boolean() }),
      output: z.object({
        rows: z.array(rosterRow),
        groups: z.array(z.object({ name: z.string(), athletes: z.int() })),
      }),
      errors: [],
    }),
  },
  athletes: {
    list: query({
      reads: ['athletes'],
      input: z.strictObject({}),
      output: z.object({ athletes: z.array(athleteListing) }),
      errors: [],
    }),
    open: query({
      reads: ['athletes', 'races'],
      input: z.strictObject({ athleteId }),
      output: athleteView,
      errors: ['AthleteNotFound'],
    }),
    find: query({
      reads: ['athletes'],
      input: z.strictObject({ name }),
      output: z.object({ athleteId }),
      errors: ['NoSuchName', 'NameAmbiguous'],
    }),
    add: command({
      writes: ['athletes'],
      input: z.strictObject({ details: athleteDetails }),
      output: z.object({ athleteId }),
      errors: ['NameTaken'],
      label: ({ details }) => `Add ${details.name}`,
    }),
    edit: command({
      writes: ['athletes'],
      input: z.strictObject({ athleteId, details: athleteDetails }),
      output: z.object({}),
      errors: ['AthleteNotFound', 'NameTaken'],
      label: ({ details }) => `Edit ${details.name}`,
    }),
    archive: command({
      writes: ['athletes'],
      input: z.strictObject({ athleteIds: someAthletes }),
      output: z.object({}),
      errors: ['AthleteNotFound'],
      label: ({ athleteIds }) => `Archive ${people(athleteIds.length)}`,
    }),
    bringBack: command({
      writes: ['athletes'],
      input: z.strictObject({ athleteIds: someAthletes }),
      output: z.object({}),
      errors: ['AthleteNotFound'],
      label: ({ athleteIds }) => `Bring back ${people(athleteIds.length)}`,
    }),
    addToGroup: command({
      writes: ['athletes'],
      input: z.strictObject({ athleteIds: someAthletes, group: name }),
      output: z.object({}),
      errors: ['AthleteNotFound'],
      label: ({ athleteIds, group }) => `Put ${people(athleteIds.length)} in ${group}`,
    }),
    noteContact: command({
      writes: ['athletes'],
      input: z.strictObject({ athleteIds: someAthletes, on: givenDay }),
      output: z.object({}),
      errors: ['AthleteNotFound'],
      label: ({ athleteIds }) => `Note contact with ${people(athleteIds.length)}`,
    }),
    weighIn: command({
      writes: ['athletes'],
      input: z.strictObject({ athleteId, weighIn }),
      output: z.object({}),
      errors: ['AthleteNotFound'],
      label: ({ weighIn: { massKg } }) => `Weigh in at ${massKg.toFixed(1)} kg`,
    }),
    /** What the athlete has told of their health. */
    saveHealth: command({
      writes: ['athletes'],
      input: z.strictObject({ athleteId, health: healthFacts }),
      output: z.object({}),
      errors: ['AthleteNotFound'],
      label: () => 'Change health facts',
    }),
    /** Today's light and what it means for the next session, pain, weekly health questions, guard rails (section 8 of the science). */
    readiness: query({
      reads: ['athletes', 'checkIns', 'programs', 'sessions', 'exercises'],
      input: z.strictObject({ athleteId }),
      output: readiness,
      errors: ['AthleteNotFound'],
    }),
  },
  races: {
    add: command({
      writes: ['races'],
      input: z.strictObject({ athleteId, race: raceDetails }),
      output: z.object({ raceId }),
      errors: ['AthleteNotFound'],
      label: ({ race }) => `Add race ${race.name}`,
    }),
    edit: command({
      writes: ['races'],
      input: z.strictObject({ raceId, race: raceDetails }),
      output: z.object({
        /** Programs laid back from it that no longer end in its week. */
        toLayBack: z.array(z.object({ programId, name: z.string() })),
      }),
      errors: ['RaceNotFound'],
      label: ({ race }) => `Edit race ${race.name}`,
    }),
    remove: command({
      writes: ['races'],
      input: z.strictObject({ raceId }),
      output: z.object({}),
      errors: ['RaceNotFound'],
      label: () => 'Remove race',
    }),
  },
};
