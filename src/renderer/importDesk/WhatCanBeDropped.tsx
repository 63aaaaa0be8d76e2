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
