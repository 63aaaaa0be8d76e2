import type { AthleteId } from '../../domain/kernel/ids.ts';
import type { StoredAthlete } from '../athletes/athleteStore.ts';
import type { SheetDesk } from './sheetDesk.ts';
import type { SheetDraft } from './stampSheet.ts';

/** Somebody who was asked for and has no sheet, and why. */
export interface WithoutSheet {
  athleteId: AthleteId;
  name: string;
  why: 'noProgram' | 'archived' | 'noSession';
}

export const withoutSheet = (
  { athleteId, details, archivedOn }: StoredAthlete,
  why: 'noProgram' | 'noSession',
): WithoutSheet => ({
  athleteId,
  name: details.name,
  why: archivedOn === undefined ? why : 'archived',
});

/** Those who lift nothing on a sheet of many. */
export const notOn = (
  desk: SheetDesk,
  athletes: readonly StoredAthlete[],
  drafts: readonly SheetDraft<unknown>[],
): WithoutSheet[] => {
  const lifting = new Set(drafts.flatMap(({ sessions }) => sessions.map(({ athleteId }) => athleteId)));
  return athletes
    .filter(({ athleteId }) => !lifting.has(athleteId))
    .map((athlete) => withoutSheet(athlete, desk.programs.has(athlete.athleteId) ? 'noSession' : 'noProgram'));
};
