import { appHandlers } from './app/appHandlers.ts';
import { backupHandlers } from './backups/backupHandlers.ts';
import { recoveryHandlers } from './backups/recoveryHandlers.ts';
import { athleteHandlers, raceHandlers } from './athletes/athleteHandlers.ts';
import { rosterHandlers } from './athletes/rosterHandlers.ts';
import { calendarHandlers } from './calendar/calendarHandlers.ts';
import type { ServiceHandlers } from './deps.ts';
import { diagnosticsHandlers } from './diagnostics/diagnosticsHandlers.ts';
import { exerciseHandlers } from './exercises/exerciseHandlers.ts';
import { historyHandlers } from './history/historyHandlers.ts';
import { importHandlers } from './imports/importHandlers.ts';
import { insightsHandlers } from './insights/insightsHandlers.ts';
import { leavingHandlers } from './leaving/leavingHandlers.ts';
import { programHandlers } from './programs/programHandlers.ts';
import { templateHandlers } from './programs/templateHandlers.ts';
import { runningHandlers } from './running/runningHandlers.ts';
import { scienceHandlers } from './science/scienceHandlers.ts';
import { sheetHandlers } from './sheets/sheetHandlers.ts';
import { analysisHandlers } from './training/analysisHandlers.ts';
import { logHandlers } from './training/logHandlers.ts';
import { typeInHandlers } from './typeIn/typeInHandlers.ts';

/** Everything the contract promises, topic by topic. */
export const handlersFor = (): ServiceHandlers => ({
  app: appHandlers,
  roster: rosterHandlers,
  athletes: athleteHandlers,
  races: raceHandlers,
  analysis: analysisHandlers,
  log: logHandlers,
  running: runningHandlers,
  insights: insightsHandlers,
  calendar: calendarHandlers,
  exercises: exerciseHandlers,
  programs: programHandlers,
  templates: templateHandlers,
  sheets: sheetHandlers,
  typeIn: typeInHandlers,
  imports: importHandlers,
  science: scienceHandlers,
  history: historyHandlers,
  diagnostics: diagnosticsHandlers,
  backups: backupHandlers,
  recovery: recoveryHandlers,
  leaving: leavingHandlers,
});
