import { Empty } from '../kit/States.tsx';
import styles from './ImportScreen.module.css';

/** The empty desk: what it takes, and where that comes from. */
export const WhatCanBeDropped = () => (
  <Empty title="Drop CSV exports here">
    <p>Any number at once, of one athlete or of many. You see what will be added before anything is.</p>
    <dl className={styles['kinds']}>
      <div>
        <dt>Strava</dt>
        <dd>
          The bulk export’s <code>activities.csv</code>, in any language.
        </dd>
      </div>
      <div>
        <dt>Garmin Connect</dt>
        <dd>
          The list of activities, <code>Activities.csv</code>, in any language; <code>Weight.csv</code>.
        </dd>
      </div>
      <div>
        <dt>Other running logs</dt>
        <dd>TrainingPeaks, intervals.icu, Runkeeper, Polar, Apple Health, Concept2, Whoop, COROS, RunningAHEAD.</dd>
      </div>
      <div>
        <dt>Body and sleep</dt>
        <dd>Withings, Renpho, Oura, Whoop, HRV4Training, Elite HRV, MyFitnessPal, FitNotes, intervals.icu.</dd>
      </div>
      <div>
        <dt>Strong</dt>
        <dd>The app’s export, in any language, in kilograms or pounds.</dd>
      </div>
      <div>
        <dt>A plain list</dt>
        <dd>A set a row: date, exercise, weight, reps.</dd>
      </div>
    </dl>
    <p>The files are read on this computer. Nothing leaves it.</p>
  </Empty>
);
