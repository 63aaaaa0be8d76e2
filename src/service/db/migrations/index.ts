import type { Migration } from '../migrate.ts';
import { layTheGround } from './0001_lay_the_ground.ts';
import { sayAllACellCan } from './0002_say_all_a_cell_can.ts';
import { askHowTheyAre } from './0003_ask_how_they_are.ts';
import { rememberWhatWasNoSlip } from './0004_remember_what_was_no_slip.ts';
import { rememberWhereACopyCameFrom } from './0005_remember_where_a_copy_came_from.ts';
import { rememberWhatColumnsHold } from './0008_remember_what_columns_hold.ts';
import { rememberWhoseRowsAStepChanged } from './0006_remember_whose_rows_a_step_changed.ts';
import { keepWhatAppsMeasure } from './0007_keep_what_apps_measure.ts';
import { putExercisesAside } from './0009_put_exercises_aside.ts';
import { keepWhatWasPrinted } from './0010_keep_what_was_printed.ts';
import { tellOneRunOfTwoApps } from './0011_tell_one_run_of_two_apps.ts';
import { takeOneFileBack } from './0012_take_one_file_back.ts';
import { letASessionGrow } from './0013_let_a_session_grow.ts';
import { typeSheetsIn } from './0014_type_sheets_in.ts';
import { rememberWhatWasDoneAboutTheGuard } from './0015_remember_what_was_done_about_the_guard.ts';
import { planRunsAndPlaceLifts } from './0016_plan_runs_and_place_lifts.ts';
import { speakTheAthletesLanguage } from './0017_speak_the_athletes_language.ts';
import { knowFilesAgain } from './0018_know_files_again.ts';
import { rememberHowRunningStands } from './0019_remember_how_running_stands.ts';
import { sumLiftingByWeek } from './0020_sum_lifting_by_week.ts';
import { letStepsGoOn } from './0021_let_steps_go_on.ts';
import { sumPlansByWeek } from './0022_sum_plans_by_week.ts';
import { sayHowHardARunIsToBe } from './0023_say_how_hard_a_run_is_to_be.ts';
import { checkSetsSooner } from './0024_check_sets_sooner.ts';
import { findSetsByTheirSessions } from './0025_find_sets_by_their_sessions.ts';
import { setsStandInTheirSessions } from './0026_sets_stand_in_their_sessions.ts';

/** In order; position + 1 is the version. A released migration is frozen. */
export const migrations: readonly Migration[] = [
  layTheGround,
  sayAllACellCan,
  askHowTheyAre,
  rememberWhatWasNoSlip,
  rememberWhereACopyCameFrom,
  rememberWhoseRowsAStepChanged,
  keepWhatAppsMeasure,
  rememberWhatColumnsHold,
  putExercisesAside,
  keepWhatWasPrinted,
  tellOneRunOfTwoApps,
  takeOneFileBack,
  letASessionGrow,
  typeSheetsIn,
  rememberWhatWasDoneAboutTheGuard,
  planRunsAndPlaceLifts,
  speakTheAthletesLanguage,
  knowFilesAgain,
  rememberHowRunningStands,
  sumLiftingByWeek,
  letStepsGoOn,
  sumPlansByWeek,
  sayHowHardARunIsToBe,
  checkSetsSooner,
  findSetsByTheirSessions,
  setsStandInTheirSessions,
];
