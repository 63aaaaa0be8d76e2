import { isoWeekOf } from '../../domain/kernel/plainDate.ts';
import type { DistanceUnit } from '../../domain/kernel/quantity.ts';
import { count, day, distance } from '../format.ts';
import { Rule } from './RuleLink.tsx';
import type { Running } from './RunningTab.tsx';
import styles from './RunningTab.module.css';

type Week = Running['weeks'][number];

const ratio = (value: number): string => value.toFixed(2);

/** Of the longest bar, pixels. */
const BAR_WIDTH = 110;

const hours = (timeS: number): string => {
  const minutes = Math.round(timeS / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
};

const polarised = (zones: Week['zones']): string =>
  zones?.polarization === undefined ? '' : `polarisation ${zones.polarization.toFixed(1)}`;

const remarks = ({ load, flags, sessions, rated, zones }: Week): string => {
  const said = [
    load === undefined && sessions > 0 ? `${rated} of ${sessions} rated` : '',
    flags?.isMonotonous === true ? 'monotonous' : '',
    flags?.isStrained === true ? 'above nine in ten of their weeks' : '',
    flags?.hasNoVariation === true ? 'every day alike' : '',
    polarised(zones),
  ].filter((word) => word !== '');
  return said.join(', ');
};

/** `71 / 20 / 9 %` of the time that can be placed. */
const zoneWords = ({ zones }: Week): string => {
  if (zones === undefined) return '';
  const { lowS, middleS, highS } = zones;
  const share = (partS: number): number => Math.round((100 * partS) / (lowS + middleS + highS));
  return `${share(lowS)} / ${share(middleS)} / ${share(highS)} %`;
};

interface RunningWeeksProps {
  readonly weeks: readonly Week[];
  readonly unit: DistanceUnit;
  /** Whether the athlete's sex is given, which the training impulse asks for. */
  readonly hasSex: boolean;
}

/** Week by week: how much, how long, how hard (R4.1, R4.2, R4.6). Columns of what is never known are not there. */
export const RunningWeeks = ({ weeks, unit, hasSex }: RunningWeeksProps) => {
  const hasZones = weeks.some(({ zones }) => zones !== undefined);
  const hasTrimp = weeks.some(({ trimp }) => trimp !== undefined);
  const most = Math.max(1, ...weeks.map(({ distanceM }) => distanceM));
  return (
    <section className={styles['panel']} aria-label="Weeks of running">
      <h2>Weeks</h2>
      <div className={styles['wide']}>
        <table className={styles['weeks']}>
          <thead>
            <tr>
              <th scope="col">Week</th>
              <th scope="col">Running, {unit}</th>
              <th scope="col">Runs</th>
              <th scope="col">Time</th>
              <th scope="col">Longest</th>
              <th scope="col">Key</th>
              {hasZones && (
                <th scope="col">
                  Low / middle / high <Rule rule="R4.1" />
                </th>
              )}
              {hasTrimp && (
                <th scope="col">
                  TRIMP <Rule rule="R4.6" />
                </th>
              )}
              <th scope="col">
                Load, RPE × min <Rule rule="R4.2" />
              </th>
              <th scope="col">Monotony</th>
              <th scope="col">Strain</th>
              <th scope="col">
                <span className="visuallyHidden">Remarks</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {weeks.toReversed().map((week) => (
              <tr key={week.startsOn}>
                <th scope="row">
                  {isoWeekOf(week.startsOn).slice(5)} <span className="quiet">{day(week.startsOn)}</span>
                </th>
                <td className={styles['bar']}>
                  <span style={{ width: Math.round((BAR_WIDTH * week.distanceM) / most) }} aria-hidden />
                  {distance(week.distanceM, unit)}
                </td>
                <td className="number">{week.runs}</td>
                <td className="number">{week.timeS === 0 ? '' : hours(week.timeS)}</td>
                <td className="number">{week.longestM === 0 ? '' : distance(week.longestM, unit)}</td>
                <td className="number">
                  {week.distanceM === 0 ? '' : `${Math.round((100 * week.keyM) / week.distanceM)} %`}
                </td>
                {hasZones && <td className="number">{zoneWords(week)}</td>}
                {hasTrimp && (
                  <td className="number">{week.trimp === undefined ? '' : count(Math.round(week.trimp))}</td>
                )}
                <td className="number">{week.load === undefined ? '' : count(Math.round(week.load.totalAu))}</td>
                <td className="number">{week.load?.monotony === undefined ? '' : ratio(week.load.monotony)}</td>
                <td className="number">{week.load?.strain === undefined ? '' : count(Math.round(week.load.strain))}</td>
                <td className="quiet">{remarks(week)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hasZones && (
        <p className="quiet">
          Low, middle, high: time of whole runs by their mean heart rate against the highest of a year, else by their
          pace against critical speed; inside a run it is not known.
          {hasTrimp && !hasSex && ' TRIMP is the mean of both curves: the profile gives no sex.'}
        </p>
      )}
    </section>
  );
};
