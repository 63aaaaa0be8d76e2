import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { command, query } from './operation.ts';
import { checkedProgram, checkRule, finding } from './schemas/check.ts';
import {
  assignmentPreview,
  cellFault,
  deloadDue,
  programListing,
  programView,
  rampGate,
  sessionProposals,
  templateView,
} from './schemas/program.ts';
import { programEdit } from './schemas/programEdit.ts';
import { athleteId, givenDay, givenWeek, plainDate, programId, raceId } from './schemas/scalars.ts';
import { besideCell, openProgram, programChange } from './schemas/programGrid.ts';
import { rosterGridSubject, rosterGridView } from './schemas/rosterGrid.ts';

/** Changes of one program, made on the revision that was looked at. */
const edit = {
  programId,
  revision: z.int(),
  edits: z.array(programEdit).min(1).max(LIMITS.edits.most),
};

const assignment = z.strictObject({
  athleteIds: z.array(athleteId).min(1).max(1000),
  templateKey: z.string().min(1).max(60),
  /** A Monday. */
  startsOn: givenDay,
  /** `race`: laid back from each athlete's next race; `startsOn` is then the earliest it may begin. */
  anchor: z.enum(['start', 'race']).optional(),
  /** The start ramp in front of a heavy plan, for athletes of class A and B. */
  withRamp: z.boolean().optional(),
});

export const programOperations = {
  programs: {
    templates: query({
      reads: ['exercises', 'programs'],
      input: z.strictObject({}),
      output: z.object({ templates: z.array(templateView) }),
      errors: [],
    }),
    previewAssignment: query({
      reads: ['athletes', 'races', 'programs', 'sessions'],
      input: assignment,
      output: z.object({ athletes: z.array(assignmentPreview) }),
      errors: ['TemplateNotFound', 'NotMonday', 'AthleteNotFound'],
    }),
    assign: command({
      writes: ['programs'],
      input: assignment,
      output: z.object({ assigned: z.int(), passedOver: z.array(z.string()) }),
      errors: ['TemplateNotFound', 'NotMonday', 'AthleteNotFound', 'NobodyAssignable'],
      label: ({ athleteIds, templateKey }) =>
        `Assign ${templateKey.replaceAll('-', ' ')} to ${athleteIds.length === 1 ? '1 athlete' : `${athleteIds.length} athletes`}`,
    }),
    /** An empty program, to be written in the grid. */
    create: command({
      writes: ['programs'],
      input: z.strictObject({
        athleteId,
        name: z.string().trim().min(1).max(120),
        /** A Monday. */
        startsOn: givenDay,
        weeks: z.int().min(1).max(52),
      }),
      output: z.object({ programId }),
      errors: ['AthleteNotFound', 'AthleteArchived', 'NotMonday'],
      label: ({ name }) => `New program ${name}`,
    }),
    /** What laying a program back from a race would change: from the race it aims at, or from another one. */
    reflowPreview: query({
      reads: ['athletes', 'races', 'programs', 'sessions', 'exercises'],
      input: z.strictObject({ programId, raceId: raceId.optional() }),
      output: z.object({
        /** Races ahead that it can be laid back from. */
        races: z.array(z.object({ raceId, name: z.string(), racedOn: plainDate, priority: z.enum(['A', 'B', 'C']) })),
        /** The race it is laid back from now. */
        anchor: raceId.optional(),
        revision: z.int(),
        reflow: z
          .object({
            raceId,
            how: z.enum(['fits', 'moved', 'shortened', 'lengthened', 'tooSoon']),
            weeks: z.int(),
            startsOn: plainDate,
            endsOn: plainDate,
            changes: z.array(programChange),
          })
          .optional(),
      }),
      errors: ['ProgramNotFound', 'RaceNotFound'],
    }),
    /** Lays a program back from a race, keeping what was done; the program aims at that race from then on. */
    reflow: command({
      writes: ['programs'],
      input: z.strictObject({ programId, revision: z.int(), raceId }),
      output: z.object({ revision: z.int() }),
      errors: ['ProgramNotFound', 'RaceNotFound', 'StaleRevision', 'RaceTooSoon'],
      label: () => 'Lay a program back from its race',
    }),
    forAthlete: query({
      reads: ['athletes', 'programs', 'sessions', 'exercises'],
      input: z.strictObject({ athleteId, programId: programId.optional() }),
      output: z.object({ programs: z.array(programListing), program: programView.optional() }),
      errors: ['AthleteNotFound', 'ProgramNotFound'],
    }),
    /** What the grid needs to be drawn and to resolve loads while somebody types: the program as a value, and what is known. */
    grid: query({
      reads: ['athletes', 'races', 'programs', 'sessions', 'exercises'],
      input: z.strictObject({ athleteId, programId: programId.optional() }),
      output: z.object({ programs: z.array(programListing), open: openProgram.optional() }),
      errors: ['AthleteNotFound', 'ProgramNotFound'],
    }),
    /** What stands beside a cell: how the exercise went lately. */
    beside: query({
      reads: ['athletes', 'programs', 'sessions', 'exercises', 'checkIns', 'races'],
      input: z.strictObject({ athleteId, exerciseKey: z.string().min(1).max(120) }),
      output: besideCell,
      errors: ['AthleteNotFound'],
    }),
    /** Cells and exercises of one program: all of it or nothing, one step of undo. */
    edit: command({
      writes: ['programs'],
      input: z.strictObject({
        ...edit,
        /** The step's name for people: `Accept 3 proposals`. */
        called: z.string().trim().min(1).max(80).optional(),
      }),
      output: z.object({ revision: z.int(), faults: z.array(cellFault) }),
      errors: ['ProgramNotFound', 'StaleRevision', 'SlotNotFound', 'ExerciseNotFound'],
      label: ({ edits, called }) => called ?? (edits.length === 1 ? 'Edit a cell' : `Edit ${edits.length} cells`),
    }),
    /** One lift, or one place such as A1, across many athletes: a row each, for four weeks from the one that is asked for. */
    rosterGrid: query({
      reads: ['athletes', 'races', 'programs', 'sessions', 'runs', 'exercises', 'checkIns'],
      input: z.strictObject({
        week: givenWeek,
        /** Absent: the main lift that most athletes do in these weeks. */
        subject: rosterGridSubject.optional(),
        /** Absent: everybody who is not archived. */
        athleteIds: z.array(athleteId).max(1000).optional(),
      }),
      output: rosterGridView,
      errors: ['AthleteNotFound'],
    }),
    /** Changes of many programs, each named once: all of them or nothing, one step of undo. */
    editMany: command({
      writes: ['programs'],
      input: z.strictObject({
        changes: z.array(z.strictObject(edit)).min(1).max(1000),
        /** The step's name for people: `Fill down Back squat`. */
        called: z.string().trim().min(1).max(80),
      }),
      output: z.object({
        programs: z.array(z.object({ programId, revision: z.int(), faults: z.array(cellFault) })),
      }),
      errors: ['ProgramNotFound', 'StaleRevision', 'SlotNotFound', 'ExerciseNotFound'],
      label: ({ called }) => called,
    }),
    gates: query({
      reads: ['athletes', 'races', 'programs', 'sessions', 'runs', 'checkIns'],
      input: z.strictObject({ programId }),
      output: z.object({ gates: z.array(rampGate) }),
      errors: ['ProgramNotFound'],
    }),
    /** The program check of one program, or of all that an athlete has today. */
    check: query({
      reads: ['settings', 'athletes', 'races', 'programs', 'sessions', 'runs', 'checkIns', 'exercises'],
      input: z.strictObject({
        athleteId,
        programId: programId.optional(),
        /** Checked as if they had been made: what is being typed, and what progress would write. */
        edits: z.array(programEdit).max(LIMITS.edits.most).optional(),
      }),
      output: z.object({ checked: z.array(checkedProgram) }),
      errors: ['AthleteNotFound', 'ProgramNotFound', 'SlotNotFound'],
    }),
    checkTemplate: query({
      reads: ['settings', 'exercises', 'programs'],
      input: z.strictObject({
        templateKey: z.string().min(1).max(60),
        edits: z.array(programEdit).max(LIMITS.edits.most).optional(),
      }),
      output: z.object({ findings: z.array(finding) }),
      errors: ['TemplateNotFound'],
    }),
    /** Every rule of the check, with what it asks for and why. */
    checkRules: query({
      reads: [],
      input: z.strictObject({}),
      output: z.object({ rules: z.array(checkRule) }),
      errors: [],
    }),
    /** What each slot of the next session should do by its own rule. Accepting is `edit` with the proposals' edits. */
    proposals: query({
      reads: ['athletes', 'programs', 'sessions', 'exercises', 'checkIns'],
      /** Without a program: of the athlete's programs the one whose next session comes first. */
      input: z.strictObject({ athleteId, programId: programId.optional() }),
      output: z.object({ next: sessionProposals.optional() }),
      errors: ['AthleteNotFound', 'ProgramNotFound'],
    }),
    deloadDue: query({
      reads: ['programs', 'sessions', 'checkIns'],
      input: z.strictObject({ programId }),
      output: z.object({ due: deloadDue.optional() }),
      errors: ['ProgramNotFound'],
    }),
    /** Makes a week a deload (R2.6): fewer sets, lighter, RPE 7 at most, half the jumps. */
    deloadWeek: command({
      writes: ['programs'],
      input: z.strictObject({ programId, revision: z.int(), week: z.int().min(1).max(520) }),
      output: z.object({ revision: z.int() }),
      errors: ['ProgramNotFound', 'StaleRevision', 'WeekNotFound'],
      label: ({ week }) => `Deload in week ${week}`,
    }),
    /** One week once more; everything later moves a week on. */
    repeatWeek: command({
      writes: ['programs'],
      input: z.strictObject({ programId, revision: z.int(), week: z.int().min(1).max(520) }),
      output: z.object({ revision: z.int() }),
      errors: ['ProgramNotFound', 'StaleRevision', 'WeekNotFound'],
      label: ({ week }) => `Repeat week ${week}`,
    }),
    remove: command({
      writes: ['programs'],
      input: z.strictObject({ programId }),
      output: z.object({}),
      errors: ['ProgramNotFound'],
      label: () => 'Remove program',
    }),
  },
};
