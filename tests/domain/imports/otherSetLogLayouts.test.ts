import { describe, expect, test } from 'vitest';
import { bytesOf, draftOf, fixture, readBytes, refusalOf } from './reading.ts';

describe('Liftosaur', () => {
  test('what was done, not what was asked for; UTC; commas in names', () => {
    const draft = fixture('liftosaur.csv');
    expect(draft).toMatchObject({ format: 'liftosaur', rows: 4, passedOver: { 'set not done': 1 } });
    expect(draft.sessions).toMatchObject([
      {
        importKey: 'liftosaur:2026-01-05 23:30:00|Lower',
        performedOn: '2026-01-05',
        notes: 'Romanian Deadlift, Leverage Machine: slow down',
        sets: [
          { kind: 'warmup', loadKg: 42.5, reps: 5 },
          { exercise: 'Romanian Deadlift, Leverage Machine', kind: 'work', loadKg: 180, reps: 9, rpe: 8 },
          { exercise: 'Leg Extension', loadKg: 45.359237, reps: 12 },
        ],
      },
    ]);
  });

  test('in the athlete’s zone it is another day, under the same key', () => {
    const draft = fixture('liftosaur.csv', { timeZone: 'Europe/Berlin' });
    expect(draft.sessions).toMatchObject([
      { importKey: 'liftosaur:2026-01-05 23:30:00|Lower', performedOn: '2026-01-06', timeOfDay: '00:30:00' },
    ]);
  });
});

describe('GymRun', () => {
  test('a time for each set, one session; decimal commas; seconds', () => {
    const draft = fixture('gymrun.csv');
    expect(draft).toMatchObject({ format: 'gymrun', assumptions: [{ what: 'massUnit' }] });
    expect(draft.sessions).toMatchObject([
      {
        timeOfDay: '12:00:00',
        title: 'Push',
        sets: [{ loadKg: 100 }, { loadKg: 102.5, notes: 'good' }, { durationS: 60 }],
      },
    ]);
  });
});

describe('Simple Workout Log', () => {
  test('newest first, a time for each exercise, rows of five and of six fields', () => {
    const draft = fixture('simple-strength.csv', { massUnit: 'lb' });
    expect(draft.problems).toEqual([]);
    expect(draft.sessions).toMatchObject([
      {
        performedOn: '2021-02-18',
        timeOfDay: '11:22:00',
        sets: [{ reps: 17, notes: 'on rings' }, { reps: 15 }, { reps: 15 }],
      },
      { performedOn: '2021-02-17' },
    ]);
  });

  test('lists below one another: the first is taken with its notes, and it is said that another follows', () => {
    const text = [
      '-----Strength-----',
      'Date,Time,Exercise,# of Reps,Weight,Notes',
      '"19/01/2026","18:34","Bicep curl","6","50","right"',
      '',
      '-----Cardio-----',
      'Date,Time,Exercise,Distance,Duration,Notes',
      '"20/01/2026","18:34","Run","5","25:00",""',
    ].join('\n');
    const draft = draftOf(readBytes(bytesOf(text)));
    expect(draft.sessions).toMatchObject([
      { performedOn: '2026-01-19', sets: [{ reps: 6, loadKg: 50, notes: 'right' }] },
    ]);
    expect(draft.problems).toMatchObject([{ line: 5, found: '-----Cardio-----' }]);
  });

  test('cardio: runs in the unit that was chosen; what laps are is not guessed', () => {
    const draft = fixture('simple-cardio.csv', { distanceUnit: 'mi' });
    const [swim, run] = draft.activities;
    expect(swim).toMatchObject({ isRun: false, distanceM: undefined, notes: 'Distance as printed: 7' });
    expect(run).toMatchObject({ isRun: true, performedOn: '2020-02-28', movingS: 1650, averageHr: 150, notes: 'easy' });
    expect(run?.distanceM).toBeCloseTo(4988.966, 2);
  });
});

describe('JEFIT', () => {
  test('the exercise logs of the backup, in the unit of its settings', () => {
    const draft = fixture('jefit.csv');
    expect(draft).toMatchObject({ format: 'jefit', rows: 4, problems: [], assumptions: [], passedOver: {} });
    expect(draft.sessions).toMatchObject([{ importKey: 'jefit:2026-02-04|1770220318', performedOn: '2026-02-04' }]);
    expect(draft.sessions[0]?.sets.map(({ exercise, loadKg, reps }) => [exercise, loadKg?.toFixed(2), reps])).toEqual([
      ['Barbell Incline Bench Press', '29.48', 5],
      ['Barbell Incline Bench Press', '29.48', 5],
      ['Pull Up', '0.00', 12],
      ['Pull Up', '0.00', 10],
    ]);
  });
});

describe('JEFIT’s list of sets', () => {
  const backup = (logs: string, ...sets: readonly string[]): string =>
    [
      '### SETTING ####',
      'row_id,USERID,TIMESTAMP,gender,mass',
      '1,7,"2026-01-01 00:00:00",F," kgs"',
      '### EXERCISE LOGS ####',
      'USERID,TIMESTAMP,belongSys,logs,_id,record,mydate,eid,ename,day_item_id,belongsession,logTime',
      `7,"2026-02-04 18:00:00",1,"${logs}",31,0,2026-02-04,8,"Sled push",8,1770220318,1770220900`,
      '### EXERCISE SET LOGS ####',
      '_id,userid,exercise_log_id,set_index,weight_lbs,reps,calories,distance_mi,speed_mph,laps,duration',
      ...sets,
    ].join('\n');

  const setsOf = (text: string) => draftOf(readBytes(bytesOf(text))).sessions.flatMap(({ sets }) => sets);

  test('says how long and how far each set was', () => {
    const sets = setsOf(backup('60x5,70x4', '2,7,31,1,154.3,4,0,0.02,0,0,45', '1,7,31,0,132.3,5,0,0,0,0,30'));
    expect(sets.map(({ loadKg, reps, durationS, distanceM }) => [loadKg, reps, durationS, distanceM])).toEqual([
      [60, 5, 30, undefined],
      [70, 4, 45, 32.187],
    ]);
  });

  test('stands in for an exercise log that is empty: its loads are pounds, whatever the settings say', () => {
    const [set] = setsOf(backup('', '1,7,31,0,100,5,0,0,0,0,0'));
    expect([set?.loadKg?.toFixed(2), set?.reps]).toEqual(['45.36', 5]);
  });

  test('what else was done by day is counted as passed over, and so is an exercise of which nothing was done', () => {
    const text = [
      backup('', '9,7,99,0,100,5,0,0,0,0,0'),
      '### CARDIO LOGS ####',
      'row_id,TIMESTAMP,USERID,_id,weeklyLogId,eid,belongSys,lap,duration,speed,distance,calorie,mydate',
      '1,"2026-02-04 18:00:00",7,1,0,321,1,0,1500,0,2.5,220,2026-02-04',
      '### PROFILE ####',
      '_id,USERID,mydate,weight,fatpercent,chest',
      '1,7,2026-02-04,70,18,90',
      '#######',
    ].join('\n');
    expect(draftOf(readBytes(bytesOf(text)))).toMatchObject({
      rows: 1,
      problems: [],
      passedOver: { 'empty set': 1, 'cardio log': 1, 'body measurement': 1 },
    });
  });

  test('is not believed where it has another number of sets', () => {
    expect(setsOf(backup('60x5,70x4', '1,7,31,0,132.3,5,0,0,0,0,30'))).toMatchObject([
      { durationS: undefined },
      { durationS: undefined },
    ]);
  });
});

describe('supersets', () => {
  test('Hevy’s number is kept with the notes of each set', () => {
    const text = [
      '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index","set_type","weight_kg","reps","distance_km","duration_seconds","rpe"',
      '"Legs","3 Nov 2026, 18:00","3 Nov 2026, 19:00","","Squat (Barbell)",0,"",0,"normal",60,5,,,',
      '"Legs","3 Nov 2026, 18:00","3 Nov 2026, 19:00","","Plank",,"",0,"normal",,,,60,',
    ].join('\n');
    const [session] = draftOf(readBytes(bytesOf(text))).sessions;
    expect(session?.sets.map(({ exercise, notes }) => [exercise, notes])).toEqual([
      ['Squat (Barbell)', 'Superset 0'],
      ['Plank', undefined],
    ]);
  });
});

describe('TrainHeroic', () => {
  test('sets in one cell, with their units; the day it was moved to', () => {
    const draft = fixture('trainheroic.csv');
    expect(draft.format).toBe('trainheroic');
    expect(draft.sessions.map(({ performedOn }) => performedOn)).toEqual(['2022-11-15', '2022-11-16']);
    expect(draft.sessions[0]?.sets).toMatchObject([
      { exercise: 'Trap bar deadlift', loadKg: 100, reps: 8 },
      { loadKg: 120, reps: 8 },
      { exercise: 'Plank', durationS: 30 },
      { durationS: 45 },
      { exercise: 'Sled push', loadKg: 40, distanceM: 18.288 },
    ]);
    expect(draft.sessions[1]).toMatchObject({ notes: 'Felt good\nDB Row: Controlled' });
    expect(draft.problems).toMatchObject([{ line: 7, found: 'many, more' }]);
  });

  const draftWith = (...data: readonly string[]) => {
    const heading = 'WorkoutTitle,ScheduledDate,RescheduledDate,ExerciseTitle,ExerciseData';
    return draftOf(readBytes(bytesOf([heading, ...data.map((one) => `A,2026-02-02,,Squat,"${one}"`)].join('\n'))));
  };

  test('a template that nobody filled in is passed over, whole or set by set', () => {
    const draft = draftWith(
      'rep x  pound',
      'second x',
      'rep x',
      '60 second x',
      '5, , rep x 100, , pound',
      '8 rep x Bodyweight',
    );
    expect(draft).toMatchObject({ problems: [], passedOver: { 'exercise without a result': 5 } });
    expect(draft.sessions[0]?.sets).toMatchObject([{ durationS: 60 }, { reps: 5 }, { reps: 8, loadKg: undefined }]);
  });

  test('reps with what is no load are kept, and what is no load is reported', () => {
    const draft = draftWith('5, 4 rep x 70, 80 percent', 'felt fine x today');
    expect(draft.sessions[0]?.sets.map(({ reps, loadKg }) => [reps, loadKg])).toEqual([
      [5, undefined],
      [4, undefined],
    ]);
    expect(draft.problems.map(({ line, found }) => [line, found])).toEqual([
      [2, '70 percent'],
      [2, '80 percent'],
      [3, 'felt fine x today'],
    ]);
  });
});

describe('Alpha Progression', () => {
  test('blocks under sessions and exercises; reps in reserve; loads besides the body', () => {
    const draft = fixture('alpha-progression.csv');
    expect(draft).toMatchObject({ format: 'alpha-progression', rows: 4, problems: [] });
    expect(draft.sessions).toMatchObject([
      {
        title: 'Legs · Day 2',
        timeOfDay: '04:54:00',
        durationS: 3720,
        sets: [
          { exercise: 'Squats · Barbell', loadKg: 100, reps: 5, rpe: 8 },
          { loadKg: 102.5, rpe: 9.5 },
          { exercise: 'Pull ups · Bodyweight', loadKg: 35, reps: 6, rpe: 9 },
        ],
      },
      { title: 'Push · Day 1', durationS: 2700, sets: [{ loadKg: 80, reps: 8, rpe: undefined }] },
    ]);
  });

  const read = (...lines: readonly string[]) => draftOf(readBytes(bytesOf(lines.join('\n'))));

  test('warm-ups stand beside their exercise, which is then no set; what was to be done is no part of its name', () => {
    const draft = read(
      '"Legs · Day 2 · Week 4";"2026-02-19 4:54 h";"1:02 hr"',
      '"1. Hack squats · Machine · 8 reps";"WU1 · 37,5 kg · 9 reps<br>WU2 · 70 kg · 7 reps"',
      '#;KG;REPS;RIR',
      '1;115;8;1',
      '2;-;-;-',
      '"2. Leg raises · Bodyweight · 12 reps · 2 dropsets";"slowly"',
      '#;KG;REPS;RIR',
      '1;+0;12+;0',
    );
    expect(draft.sessions[0]?.sets.map(({ exercise, kind, loadKg, reps }) => [exercise, kind, loadKg, reps])).toEqual([
      ['Hack squats · Machine', 'warmup', 37.5, 9],
      ['Hack squats · Machine', 'warmup', 70, 7],
      ['Hack squats · Machine', 'work', 115, 8],
      ['Leg raises · Bodyweight', 'work', 0, 12],
    ]);
    expect(draft.problems).toMatchObject([{ line: 6, found: 'slowly' }]);
    expect(draft.passedOver).toEqual({ 'set not done': 2 });
  });

  test('pounds, a clock of twelve hours, minutes; blocks of other measures; no exercise is carried into a new session', () => {
    const draft = read(
      '"Pull · Standalone workout";"2026-09-24 10:58 pm";"45 min"',
      '"1. Rows · Barbell · 10 reps";"WU1 · 45 lbs · 10 reps"',
      '#;LB;REPS',
      '1;225;7',
      '"2. Plank · Bodyweight"',
      '#;KG;SECS',
      '1;+5;60',
      '"3. Running · Treadmill"',
      '#;KM;MIN',
      '1;3,5;20',
      '"Push";"2026-09-25 7:05 am";"1:00 hr"',
      '1;100;5',
    );
    expect(draft.sessions).toMatchObject([
      {
        timeOfDay: '22:58:00',
        durationS: 2700,
        sets: [
          { kind: 'warmup', loadKg: 20.411657 },
          { loadKg: 102.058283, reps: 7 },
          { loadKg: 5, durationS: 60 },
          { distanceM: 3500, durationS: 1200 },
        ],
      },
      { performedOn: '2026-09-25', timeOfDay: '07:05:00', sets: [] },
    ]);
    expect(draft.problems).toMatchObject([{ line: 12, field: 'Exercise' }]);
  });
});

describe('apps known by their stated headings', () => {
  test('LiftLog', () => {
    expect(fixture('liftlog.csv').sessions).toMatchObject([
      { importKey: 'liftlog:2026-01-05|s1', sets: [{ loadKg: 100 }, { loadKg: 100, notes: 'tired' }] },
      { importKey: 'liftlog:2026-01-05|s2', sets: [{ loadKg: 61.23497 }] },
    ]);
  });

  test('Gravl', () => {
    expect(fixture('gravl.csv').sessions).toMatchObject([
      { durationS: 2700, sets: [{ kind: 'warmup', loadKg: 60 }, { kind: 'work', loadKg: 100 }, { durationS: 60 }] },
    ]);
  });

  test('Gravl, with the time of day under “Start Date” and the day beside it', () => {
    const text = [
      'Date,Start Date,Workout,Source,Workout Duration (min),Energy,Exercise,Superset,Set,Set Type,Reps,Weight (kg),Distance (km),Set Duration (sec),Incline,Steps,Effort,Workout Notes',
      '2026/06/28,14:11,Push,Gravl,55,320,Bench Press,,1,Working,8,80,,,,,Ideal,good day',
    ].join('\n');
    expect(draftOf(readBytes(bytesOf(text))).sessions).toMatchObject([
      { performedOn: '2026-06-28', timeOfDay: '14:11:00', notes: 'good day', sets: [{ loadKg: 80, reps: 8 }] },
    ]);
  });
});

describe('a plain list of sets', () => {
  test('German, with a time of day, a session and reps in reserve', () => {
    const draft = fixture('set-log-de.csv');
    expect(draft).toMatchObject({ format: 'set-log', problems: [], assumptions: [] });
    expect(draft.sessions).toMatchObject([
      {
        importKey: 'log:2026-01-05 18:30:00|Beine',
        sets: [{ loadKg: 102.5, reps: 5, rpe: 8, notes: 'gut' }, { rpe: 9 }],
      },
    ]);
  });

  test('a pause that is printed as an exercise is no set; a lift type is an exercise', () => {
    const text = 'Date,Lift Type,Reps,Weight,Seconds\n2026-01-05,Squat,5,60kg,\n2026-01-05,Rest Timer,,,90\n';
    const draft = draftOf(readBytes(bytesOf(text)));
    expect(draft.sessions[0]?.sets).toMatchObject([{ exercise: 'Squat', loadKg: 60 }]);
    expect(draft.passedOver).toEqual({ 'rest timer': 1 });
  });

  test('a unit of time beside each time is for the coach to explain', () => {
    const heading = 'Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Time Unit,Comment';
    const text = `${heading}\n2026-01-05,Treadmill,Cardio,,,,5,km,30,min,\n`;
    expect(refusalOf(readBytes(bytesOf(text))).reason).toBe('unknownFormat');
  });

  test('a unit that is none is named, and so is reserve beyond sense', () => {
    const text = 'Date,Exercise,Weight,Weight Unit,Reps,RIR\n2026-01-05,Squat,60,stone,5,12\n';
    const draft = draftOf(readBytes(bytesOf(text)));
    expect(draft.problems.map(({ line, field, found }) => [line, field, found])).toEqual([
      [2, 'Weight Unit', 'stone'],
      [2, 'RIR', '12'],
    ]);
    expect(draft.sessions[0]?.sets).toMatchObject([{ loadKg: 60, rpe: undefined }]);
  });

  test.each([
    'title,start_time,exercise_title,reps,weight_kg\n',
    'Date,Exercise,Category,Weight (kg),Reps,Distance,Distance Unit,Time\n',
    'Workout DateTime,Exercise,Completed Reps,Completed Weight Value,Completed Weight Unit\n',
  ])('a heading alone is known and has no rows: %s', (heading) => {
    expect(refusalOf(readBytes(bytesOf(heading))).reason).toBe('headerOnly');
  });
});
