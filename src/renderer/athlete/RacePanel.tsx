import { Link } from 'wouter';
import type { DistanceUnit } from '../../domain/kernel/quantity.ts';
import { clock, distance, fullDay, pace } from '../format.ts';
import type { AthleteView } from './AthleteScreen.tsx';
import type { Running } from './RunningTab.tsx';
import styles from './RunningTab.module.css';

interface RacePanelProps {
  readonly running: Running;
  readonly view: AthleteView;
}

const PACE_NAMES: Readonly<Record<string, string>> = {
  easySlow: 'Easy, slow end',
  easy: 'Easy',
  easyFast: 'Easy, fast end',
  marathon: 'Marathon',
  threshold: 'Threshold',
  interval: 'Interval',
  repetition: 'Repetition',
};

/** What the best race of two years tells: VDOT, age grade, paces, and times for other distances (R4.8, R4.10). */
export const RacePanel = ({ running: { best }, view }: RacePanelProps) => {
  const unit = view.details.distanceUnit;
  return (
    <section className={styles['panel']} aria-label="What races tell">
      <h2>What races tell</h2>
      {best === undefined ? (
        <p className="quiet">
          No race of the last two years has a distance and a result of 3.5 to 230 minutes.{' '}
          <Link href={`/athlete/${view.athleteId}/profile`}>Races are on the profile</Link>
        </p>
      ) : (
        <>
          <p>
            {best.race.name}, {fullDay(best.race.on)}: {distance(best.race.distanceM, unit)} {unit} in{' '}
            {clock(best.race.resultS)} · VDOT {best.vdot.toFixed(1)}{' '}
            <Link href="/science/rules?rule=R4.8" aria-label="Rule R4.8" className={styles['rule'] ?? ''}>
              R4.8
            </Link>
            {best.ageGrade !== undefined && (
              <>
                {' '}
                · age grade {best.ageGrade.percent.toFixed(1)} %
                {best.ageGrade.band === undefined ? '' : `, ${best.ageGrade.band}`}{' '}
                <Link href="/science/rules?rule=R4.10" aria-label="Rule R4.10" className={styles['rule'] ?? ''}>
                  R4.10
                </Link>
              </>
            )}
          </p>
          <div className={styles['tables']}>
            <Paces pacesS={best.pacesS} unit={unit} />
            <Predictions predictions={best.predictions} unit={unit} />
          </div>
        </>
      )}
    </section>
  );
};

interface PacesProps {
  readonly pacesS: Readonly<Record<string, number>>;
  readonly unit: DistanceUnit;
}

const Paces = ({ pacesS, unit }: PacesProps) => (
  <table className={styles['small']}>
    <thead>
      <tr>
        <th scope="col">Training</th>
        <th scope="col">Pace /{unit}</th>
      </tr>
    </thead>
    <tbody>
      {Object.entries(PACE_NAMES).map(([name, words]) => {
        const secondsPerKm = pacesS[name];
        return secondsPerKm === undefined ? null : (
          <tr key={name}>
            <th scope="row">{words}</th>
            <td className="number">{pace(1000, secondsPerKm, unit)}</td>
          </tr>
        );
      })}
    </tbody>
  </table>
);

interface PredictionsProps {
  readonly predictions: NonNullable<Running['best']>['predictions'];
  readonly unit: DistanceUnit;
}

const Predictions = ({ predictions, unit }: PredictionsProps) => (
  <table className={styles['small']}>
    <thead>
      <tr>
        <th scope="col">Worth, {unit}</th>
        <th scope="col">By VDOT</th>
        <th scope="col">By Riegel</th>
      </tr>
    </thead>
    <tbody>
      {predictions.map(({ distanceM, vdotS, riegelS }) => (
        <tr key={distanceM}>
          <th scope="row">{distance(distanceM, unit)}</th>
          <td className="number">{vdotS === undefined ? '–' : clock(Math.round(vdotS))}</td>
          <td className="number">{riegelS === undefined ? '–' : clock(Math.round(riegelS))}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
