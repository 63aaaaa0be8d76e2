import { Link } from 'wouter';
import { useWatchedFolder } from '../app/watchedFolder.ts';
import { Empty } from '../kit/States.tsx';
import styles from './ImportScreen.module.css';

/** Without a watched folder the empty desk says that there can be one. */
const WatchedFolderRow = () => {
  const { path } = useWatchedFolder();
  if (path !== undefined) return null;
  return (
    <div>
      <dt>A watched folder</dt>
      <dd>
        Files that come to lie in a folder of yours can appear here by themselves:{' '}
        <Link href="/settings">choose it</Link>.
      </dd>
    </div>
  );
};

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
        <dt>Lifting apps</dt>
        <dd>
          Strong, Hevy, FitNotes, Fitbod, StrongLifts, Liftosaur, GymBook, GymRun, Simple Workout Log, JEFIT,
          TrainHeroic and others, in any language, in kilograms or pounds.
        </dd>
      </div>
      <div>
        <dt>A roster</dt>
        <dd>Your athletes: name, e-mail, date of birth, group. New ones are added, nobody twice.</dd>
      </div>
      <div>
        <dt>Any other table</dt>
        <dd>Say once what its columns hold; it is remembered for the next such file.</dd>
      </div>
      <WatchedFolderRow />
    </dl>
    <p>The files are read on this computer. Nothing leaves it.</p>
  </Empty>
);
