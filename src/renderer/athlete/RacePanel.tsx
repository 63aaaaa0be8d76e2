import { Link } from 'wouter';
import { PACE_NAMES } from '../../domain/running/vdot.ts';
import type { DistanceUnit } from '../../domain/kernel/quantity.ts';
import { clock, distance, fullDay, pace } from '../format.ts';
import type { AthleteView } from './AthleteScreen.tsx';
import { Rule } from './RuleLink.tsx';
import type { Running } from './RunningTab.tsx';
import styles from './RunningTab.module.css';

interface RacePanelProps {
  readonly running: Running;
  readonly view: AthleteView;
}

/** What the best race of two years tells: VDOT, age grade, paces, and times for other distances (R4.8, R4.10). */
export const RacePanel = ({ running: { best, critical }, view }: RacePanelProps) => {
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
            {clock(best.race.resultS)} · VDOT {best.vdot.toFixed(1)} <Rule rule="R4.8" />
            {best.ageGrade !== undefined && (
              <>
                {' '}
                · age grade {best.ageGrade.percent.toFixed(1)} %
                {best.ageGrade.band === undefined ? '' : `, ${best.ageGrade.band}`} <Rule rule="R4.10" />
              </>
            )}
          </p>
          <Critical critical={critical} unit={unit} />
          <div className={styles['tables']}>
            <Paces pacesS={best.pacesS} unit={unit} />
            <Predictions predictions={best.predictions} unit={unit} />
          </div>
        </>
      )}
    </section>
  );
};

interface CriticalProps {
  readonly critical: Running['critical'];
  readonly unit: DistanceUnit;
}

/** Critical speed, or what it takes to know it (R4.9). */
const Critical = ({ critical, unit }: CriticalProps) => (
  <p>
    {critical === undefined ? (
      <span className="quiet">
        Critical speed takes two to four races of 2 to 20 minutes over different distances within a year
      </span>
    ) : (
      <>
        Critical speed {pace(1000, 1000 / critical.speedMps, unit)} a {unit}, with {Math.round(critical.reserveM)} m
        above it <span className="quiet">by {critical.races.map(({ name }) => name).join(', ')}</span>
      </>
    )}{' '}
    <Rule rule="R4.9" />
  </p>
);

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
