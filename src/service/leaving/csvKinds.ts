/** A table for a spreadsheet: its name, the tables of the store that stand in it, and how it is read. Headings are the columns' names. */
interface CsvKind {
  readonly file: string;
  readonly holds: readonly string[];
  readonly sql: string;
}

const joined = (table: string, parts: string): string =>
  `coalesce((SELECT group_concat(${parts}, '; ') FROM ${table} l WHERE l.athlete_id = a.id), '')`;

const yes = (column: string): string => `CASE ${column} WHEN 1 THEN 'yes' ELSE 'no' END`;

/** Units stand in the headings; days are YYYY-MM-DD, sides of the day `am` and `pm`. */
export const CSV_KINDS: readonly CsvKind[] = [
  {
    file: 'athletes',
    holds: ['athlete', 'athlete_group', 'athlete_tag', 'athlete_condition', 'athlete_equipment', 'athlete_plate'],
    sql: `SELECT a.name AS "Athlete", a.sex AS "Sex", a.birth_year AS "Birth year", a.entry_class AS "Class",
      ${joined('athlete_group', 'l.name')} AS "Groups", ${joined('athlete_tag', 'l.name')} AS "Tags",
      a.phone AS "Phone", a.email AS "Email", a.language AS "Language of sheets", a.time_zone AS "Time zone",
      a.mass_unit AS "Loads in", a.distance_unit AS "Distances in",
      a.gym_unit AS "Gym in", a.bar_mass AS "Bar (in the gym’s unit)",
      ${joined('athlete_plate', "l.pairs || ' × ' || l.mass")} AS "Pairs of plates (in the gym’s unit)",
      ${joined('athlete_equipment', 'l.item')} AS "Equipment",
      a.runs_at AS "Runs at", a.lifts_at AS "Lifts at", ${yes('a.two_a_days')} AS "Two a day",
      ${joined('athlete_condition', "l.name || coalesce(' (cleared ' || l.cleared_on || ')', '')")} AS "Conditions",
      a.maternity AS "Pregnant or postpartum", a.maternity_cleared_on AS "Cleared on", a.gave_birth_on AS "Gave birth on",
      a.guardian_consent_on AS "Guardian’s consent", ${yes('a.is_growing_fast')} AS "Growing fast",
      a.archived_on AS "Archived on", a.last_contact_on AS "Last contact", a.created_at AS "Added", a.notes AS "Notes"
      FROM athlete a ORDER BY a.name COLLATE NOCASE`,
  },
  {
    file: 'usual weeks',
    holds: ['usual_day'],
    sql: `SELECT a.name AS "Athlete", d.weekday AS "Weekday (1 Monday)", d.run AS "Run", d.distance_m AS "Distance (m)",
      d.lift_minutes AS "Minutes for lifting" FROM usual_day d JOIN athlete a ON a.id = d.athlete_id
      ORDER BY a.name COLLATE NOCASE, d.weekday`,
  },
  {
    file: 'races',
    holds: ['race'],
    sql: `SELECT a.name AS "Athlete", r.raced_on AS "Date", r.name AS "Race", r.distance_m AS "Distance (m)",
      r.priority AS "Priority", r.result_s AS "Result (s)" FROM race r JOIN athlete a ON a.id = r.athlete_id
      ORDER BY a.name COLLATE NOCASE, r.raced_on, r.id`,
  },
  {
    file: 'away',
    holds: ['away'],
    sql: `SELECT a.name AS "Athlete", w.kind AS "Kind", w.from_on AS "From", w.to_on AS "To", w.note AS "Note"
      FROM away w JOIN athlete a ON a.id = w.athlete_id ORDER BY a.name COLLATE NOCASE, w.from_on, w.id`,
  },
  {
    file: 'planned runs',
    holds: ['planned_run'],
    sql: `SELECT a.name AS "Athlete", p.planned_on AS "Date", p.kind AS "Kind", p.time_of_day AS "Time of day",
      p.distance_m AS "Distance (m)", p.duration_s AS "Duration (s)", p.target_rpe AS "RPE planned", p.title AS "Title", p.notes AS "Notes"
      FROM planned_run p JOIN athlete a ON a.id = p.athlete_id ORDER BY a.name COLLATE NOCASE, p.planned_on, p.ordinal`,
  },
  {
    file: 'programs',
    holds: ['program', 'block', 'week', 'session', 'slot', 'prescription', 'placement_override'],
    sql: `SELECT a.name AS "Athlete", p.name AS "Program", p.starts_on AS "Program starts", b.name AS "Block", b.goal AS "Goal",
      w.number AS "Week", w.starts_on AS "Week starts", w.kind AS "Kind of week", s.name AS "Session",
      coalesce(o.weekday, s.weekday) AS "Weekday (1 Monday)", coalesce(o.time_of_day, s.time_of_day) AS "Time of day",
      o.reason AS "Why there", s.minutes AS "Minutes", t.label AS "Row", e.name AS "Exercise", n.name AS "Without a gym",
      t.role AS "Role", t.written AS "As written", x.sets AS "Sets", x.reps AS "Reps", x.reps_to AS "Reps to",
      x.hold_s AS "Hold (s)", x.contacts AS "Contacts", x.distance_m AS "Distance (m)", ${yes('x.is_per_side')} AS "Per side",
      x.basis AS "By", x.basis_value AS "Value (kg of a load)", x.rpe_cap AS "RPE at most", x.tempo AS "Tempo",
      x.rest_s AS "Rest (s)", x.cue AS "Cue", t.note AS "Note", t.progression AS "Progression"
      FROM program p JOIN athlete a ON a.id = p.athlete_id JOIN block b ON b.program_id = p.id JOIN week w ON w.block_id = b.id
      LEFT JOIN session s ON s.week_id = w.id LEFT JOIN placement_override o ON o.session_id = s.id
      LEFT JOIN slot t ON t.session_id = s.id LEFT JOIN exercise e ON e.id = t.exercise_id
      LEFT JOIN exercise n ON n.id = t.no_gym_id LEFT JOIN prescription x ON x.slot_id = t.id
      ORDER BY a.name COLLATE NOCASE, p.starts_on, p.id, b.ordinal, w.ordinal, s.ordinal, t.ordinal, x.ordinal`,
  },
  {
    file: 'sessions',
    holds: ['lift_session', 'typed_session'],
    sql: `SELECT a.name AS "Athlete", s.performed_on AS "Date", s.time_of_day AS "Time of day", s.title AS "Session",
      s.duration_s AS "Duration (s)", s.rpe AS "RPE", s.feeling AS "Feeling (1 to 5)", s.notes AS "Notes", s.source AS "From",
      t.sheet_code AS "Typed from sheet" FROM lift_session s JOIN athlete a ON a.id = s.athlete_id
      LEFT JOIN typed_session t ON t.lift_session_id = s.id ORDER BY a.name COLLATE NOCASE, s.performed_on, s.id`,
  },
  {
    file: 'sets',
    holds: ['lift_set'],
    sql: `SELECT a.name AS "Athlete", s.performed_on AS "Date", s.title AS "Session", l.ordinal AS "Set", e.name AS "Exercise",
      l.recorded_as AS "Recorded as", l.kind AS "Kind", l.load_kg AS "Load (kg)", l.reps AS "Reps", l.duration_s AS "Seconds",
      l.distance_m AS "Distance (m)", l.rpe AS "RPE", ${yes('l.stopped_short')} AS "Stopped short", l.notes AS "Notes",
      l.doubt AS "Doubt" FROM lift_set l JOIN athlete a ON a.id = l.athlete_id JOIN lift_session s ON s.id = l.lift_session_id
      JOIN exercise e ON e.id = l.exercise_id ORDER BY a.name COLLATE NOCASE, s.performed_on, l.lift_session_id, l.ordinal`,
  },
  {
    file: 'runs',
    holds: ['run', 'run_source'],
    sql: `SELECT a.name AS "Athlete", r.performed_on AS "Date", r.time_of_day AS "Time of day", r.title AS "Title", r.sport AS "Sport",
      ${yes('r.is_key')} AS "Key run", ${yes('r.is_treadmill')} AS "Treadmill", r.distance_m AS "Distance (m)",
      r.moving_s AS "Moving time (s)", r.elapsed_s AS "Elapsed time (s)", r.average_hr AS "Average heart rate",
      r.max_hr AS "Max heart rate", r.cadence_spm AS "Cadence (spm)", r.ascent_m AS "Ascent (m)", r.power_w AS "Power (W)",
      r.rpe AS "RPE", r.decoupling_pct AS "Decoupling (%)", r.notes AS "Notes", r.source AS "From",
      (SELECT group_concat(o.source, '; ') FROM run_source o WHERE o.run_id = r.id) AS "Also told by"
      FROM run r JOIN athlete a ON a.id = r.athlete_id ORDER BY a.name COLLATE NOCASE, r.performed_on, r.id`,
  },
  {
    file: 'other activities',
    holds: ['other_activity'],
    sql: `SELECT a.name AS "Athlete", o.performed_on AS "Date", o.time_of_day AS "Time of day", o.title AS "Title",
      o.sport AS "Sport", o.distance_m AS "Distance (m)", o.moving_s AS "Moving time (s)", o.notes AS "Notes", o.source AS "From"
      FROM other_activity o JOIN athlete a ON a.id = o.athlete_id ORDER BY a.name COLLATE NOCASE, o.performed_on, o.id`,
  },
  {
    file: 'check-ins',
    holds: ['check_in'],
    sql: `SELECT a.name AS "Athlete", c.checked_on AS "Date", c.sleep_h AS "Sleep (h)", c.soreness AS "Soreness (0 to 10)",
      c.fatigue AS "Fatigue (0 to 10)", c.stress AS "Stress (0 to 10)", c.mood AS "Mood (0 to 10)",
      c.hooper_sleep AS "Hooper sleep", c.hooper_fatigue AS "Hooper fatigue", c.hooper_stress AS "Hooper stress",
      c.hooper_soreness AS "Hooper soreness", c.illness AS "Illness", c.pain_score AS "Pain (0 to 10)", c.pain_site AS "Pain where",
      c.pain_region AS "Pain region", c.pain_next_morning AS "Pain next morning", c.red_flags AS "Red flags", c.notes AS "Notes"
      FROM check_in c JOIN athlete a ON a.id = c.athlete_id ORDER BY a.name COLLATE NOCASE, c.checked_on`,
  },
  {
    file: 'health reports',
    holds: ['health_report'],
    sql: `SELECT a.name AS "Athlete", h.week_starts_on AS "Week starts", h.version AS "Questionnaire", h.answers AS "Answers",
      h.notes AS "Notes" FROM health_report h JOIN athlete a ON a.id = h.athlete_id ORDER BY a.name COLLATE NOCASE, h.week_starts_on`,
  },
  {
    file: 'body mass',
    holds: ['body_mass'],
    sql: `SELECT a.name AS "Athlete", m.measured_on AS "Date", m.mass_kg AS "Body mass (kg)"
      FROM body_mass m JOIN athlete a ON a.id = m.athlete_id ORDER BY a.name COLLATE NOCASE, m.measured_on`,
  },
  {
    file: 'measurements',
    holds: ['wellness_day'],
    sql: `SELECT a.name AS "Athlete", w.measured_on AS "Date", w.time_of_day AS "Time of day", w.body_mass_kg AS "Body mass (kg)",
      w.body_fat_percent AS "Body fat (%)", w.resting_hr AS "Resting heart rate", w.hrv_ms AS "HRV (ms)", w.hrv_score AS "HRV score",
      w.sleep_s AS "Sleep (s)", w.sleep_score AS "Sleep score", w.readiness_score AS "Readiness", w.steps AS "Steps",
      w.intake_kcal AS "Calories eaten", w.source AS "From"
      FROM wellness_day w JOIN athlete a ON a.id = w.athlete_id ORDER BY a.name COLLATE NOCASE, w.measured_on, w.id`,
  },
  {
    file: 'tested maxima',
    holds: ['tested_max', 'odd_day'],
    sql: `SELECT a.name AS "Athlete", m.tested_on AS "Date", e.name AS "Exercise", m.load_kg AS "Load (kg)",
      CASE d.is_right WHEN 1 THEN 'right' WHEN 0 THEN 'wrong' END AS "The coach says"
      FROM tested_max m JOIN athlete a ON a.id = m.athlete_id JOIN exercise e ON e.id = m.exercise_id
      LEFT JOIN odd_day d ON d.athlete_id = m.athlete_id AND d.exercise_id = m.exercise_id AND d.day = m.tested_on
      ORDER BY a.name COLLATE NOCASE, m.tested_on, e.key`,
  },
  {
    file: 'guard notes',
    holds: ['guard_note'],
    sql: `SELECT a.name AS "Athlete", g.noted_on AS "Date", g.level AS "Level", g.detectors AS "Detectors", g.action AS "What was done",
      g.note AS "Note" FROM guard_note g JOIN athlete a ON a.id = g.athlete_id ORDER BY a.name COLLATE NOCASE, g.noted_on, g.id`,
  },
  {
    file: 'own exercises',
    holds: ['exercise'],
    sql: `SELECT name AS "Exercise", key AS "Key", pattern AS "Pattern", equipment AS "Equipment", ${yes('is_unilateral')} AS "One side",
      level AS "Level", regress_key AS "Easier", progress_key AS "Harder", muscles AS "Muscles", usual_dose AS "Usual dose",
      rest_s AS "Rest (s)", load_mode AS "Load", cues AS "Cues", ${yes('is_archived')} AS "Archived", ${yes('is_own')} AS "Own"
      FROM exercise WHERE is_own = 1 OR is_archived = 1 ORDER BY name`,
  },
  {
    file: 'names of exercises in files',
    holds: ['exercise_alias'],
    sql: `SELECT x.name_key AS "In files", e.name AS "Exercise" FROM exercise_alias x JOIN exercise e ON e.id = x.exercise_id ORDER BY 1`,
  },
  {
    file: 'templates',
    holds: ['template', 'template_version'],
    sql: `SELECT t.key AS "Template", 'now' AS "Version", t.text AS "Text" FROM template t
      UNION ALL SELECT t.key, v.version, v.text FROM template_version v JOIN template t ON t.id = v.template_id ORDER BY 1, 2`,
  },
  {
    file: 'printed sheets',
    holds: ['printed_sheet'],
    sql: `SELECT s.code AS "Code", s.title AS "Sheet", s.layout AS "Layout", s.version AS "Version", s.starts_on AS "Week or day",
      s.printed_on AS "Printed on", a.name AS "Athlete" FROM printed_sheet s LEFT JOIN athlete a ON a.id = s.athlete_id ORDER BY s.id`,
  },
  {
    file: 'imports',
    holds: ['import', 'import_file', 'import_athlete'],
    sql: `SELECT i.imported_at AS "Imported", i.taken_back_at AS "Taken back", f.file AS "File", f.format AS "Format",
      f.athlete AS "Athlete", f.runs AS "Runs", f.sets AS "Sets", f.others AS "Other activities", f.wellness AS "Measurements"
      FROM import i JOIN import_file f ON f.import_id = i.id ORDER BY i.id, f.id`,
  },
];

/** What makes no table for a spreadsheet; the JSON file has all of it. */
export const NOT_IN_CSV: Readonly<Record<string, string>> = {
  setting: 'settings are of this program',
  import_mapping: 'what columns of files hold is of this program',
  printed_session: 'what exactly stood on a printed sheet is of this program',
  printed_row: 'what exactly stood on a printed sheet is of this program',
};
