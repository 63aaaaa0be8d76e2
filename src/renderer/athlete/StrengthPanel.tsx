import { Link } from 'wouter';
import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import type { AthleteDetails } from '../../domain/athletes/athlete.ts';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { useAsk } from '../client/useAsk.ts';
import { useCommand } from '../client/useCommand.ts';
import { massIn, roundTo } from '../../domain/kernel/quantity.ts';
import { count, day, fullDay, load } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { Failed, Waiting } from '../kit/States.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import styles from './StrengthPanel.module.css';

type Strength = OutputOf<Contract['analysis']['strength']>;
type Lift = Strength['lifts'][number];
type OddDay = Strength['oddDays'][number];

/** The block length after which a benefit can be judged at all (R2.3). */
const WEEKS = 12;
const MOST_LIFTS = 6;

interface StrengthPanelProps {
  readonly athleteId: AthleteId;
  readonly details: AthleteDetails;
}

/** What each main lift is worth now, how sure that is, and whether it has really changed; doubtful results are asked about. */
export const StrengthPanel = ({ athleteId, details }: StrengthPanelProps) => {
  const answer = useAsk(client.analysis.strength, { athleteId, weeks: WEEKS });
  if (answer.state === 'waiting') return <Waiting what="strength" rows={3} />;
  if (answer.state === 'failed') return <Failed message={answer.message} />;
  const { lifts, oddDays } = answer.value;
  const unit = details.massUnit;
  return (
    <section className={styles['panel']} aria-label="Strength">
      <h2>Strength, last {WEEKS} weeks</h2>
      {oddDays.map((odd) => (
        <OddDayQuestion key={`${odd.exerciseKey} ${odd.on}`} odd={odd} athleteId={athleteId} unit={unit} />
      ))}
      {lifts.length === 0 ? (
        <p className="quiet">
          No set in this time tells a maximum: one needs a load, 10 repetitions or fewer, and an RPE.
        </p>
      ) : (
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">Lift</th>
              <th scope="col">e1RM</th>
              <th scope="col">90 % sure</th>
              <th scope="col">As of</th>
              <th scope="col">Change</th>
              <th scope="col">
                Stronger by 2.5 %?{' '}
                <Link href="/science/rules?rule=R1.5" aria-label="Rule R1.5">
                  R1.5
                </Link>
              </th>
            </tr>
          </thead>
          <tbody>
            {lifts.slice(0, MOST_LIFTS).map((lift) => (
              <LiftRow key={lift.exerciseKey} lift={lift} unit={unit} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};

type Unit = AthleteDetails['massUnit'];

/** An estimate is not known to the gram: whole kilograms or pounds, tenths only of what is light. */
const about = (massKg: number, unit: Unit): string => {
  const mass = massIn(unit, massKg);
  return count(roundTo(mass, mass < 30 ? 1 : 0));
};

const changeText = ({ change }: Lift): string => {
  if (change === undefined) return '';
  const percent = roundTo(change.percent, 1);
  const sign = percent < 0 ? '−' : percent > 0 ? '+' : '';
  return `${sign}${Math.abs(percent).toFixed(1)} % since ${day(change.since)}`;
};

const LiftRow = ({ lift, unit }: { readonly lift: Lift; readonly unit: Unit }) => (
  <tr>
    <th scope="row">{lift.exercise}</th>
    <td>
      {about(lift.trendKg, unit)} <span className="unit">{unit}</span>
      {lift.isConservative && <span className="quiet"> probably more</span>}
    </td>
    <td className="quiet">
      {about(lift.lowKg, unit)}–{about(lift.highKg, unit)}
    </td>
    <td className="quiet">{day(lift.on)}</td>
    <td>{changeText(lift)}</td>
    <td>
      {lift.change === undefined ? (
        <span className="quiet">one result only</span>
      ) : (
        <>
          {lift.change.words} <span className="quiet">({Math.round(lift.change.probability * 100)} %)</span>
        </>
      )}
    </td>
  </tr>
);

interface OddDayQuestionProps {
  readonly odd: OddDay;
  readonly athleteId: AthleteId;
  readonly unit: Unit;
}

/** A result too far from the trend is never believed in silence, nor dropped in silence. */
const OddDayQuestion = ({ odd, athleteId, unit }: OddDayQuestionProps) => {
  const answer = useCommand(client.log.answerOddDay);
  const say = async (isRight: boolean): Promise<void> => {
    const reply = await answer.run({ athleteId, exerciseKey: odd.exerciseKey, on: odd.on, isRight });
    if (!reply.ok) return;
    tell({
      tone: 'done',
      text: isRight ? 'Counted: the trend follows it.' : 'Left out of the trend. The set itself stays.',
    });
  };
  return (
    <div className={styles['question']} role="group" aria-label={`Question about ${odd.exercise}`}>
      <p>
        <strong>
          {odd.exercise}, {fullDay(odd.on)}: {odd.reps} × {load(odd.loadKg, unit)} {unit}.
        </strong>{' '}
        That would be a maximum of {about(odd.sessionKg, unit)} {unit}, far from the {about(odd.trendKg, unit)} {unit}{' '}
        of that time. Is it right?
      </p>
      <span className={styles['answers']}>
        <Button onPress={() => void say(true)} isDisabled={answer.isRunning}>
          It is right
        </Button>
        <Button onPress={() => void say(false)} isDisabled={answer.isRunning}>
          A slip: leave it out
        </Button>
      </span>
    </div>
  );
};
