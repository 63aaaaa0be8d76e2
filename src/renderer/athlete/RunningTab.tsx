import { Link } from 'wouter';
import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import type { DistanceUnit } from '../../domain/kernel/quantity.ts';
import { FormChart } from '../charts/FormChart.tsx';
import { useAsk } from '../client/useAsk.ts';
import { count, counted, day, distance } from '../format.ts';
import { Failed, Waiting } from '../kit/States.tsx';
import { StatusMark } from '../kit/Status.tsx';
import { client } from '../wire.ts';
import type { AthleteView } from './AthleteScreen.tsx';
import { GuardPanel } from './GuardPanel.tsx';
import { RacePanel } from './RacePanel.tsx';
import { Rule } from './RuleLink.tsx';
import { RunningWeeks } from './RunningWeeks.tsx';
import styles from './RunningTab.module.css';

export type Running = OutputOf<Contract['running']['view']>;

const WEEKS = 16;

/** An athlete's running: how much, how the load lies, whether it pays for the lifting, what races tell (§4, §7). */
export const RunningTab = ({ view }: { readonly view: AthleteView }) => {
  const { athleteId, details } = view;
  const answer = useAsk(client.running.view, { athleteId, weeks: WEEKS });
  if (answer.state === 'waiting') return <Waiting what="running" rows={14} />;
  if (answer.state === 'failed') return <Failed message={answer.message} />;
  const running = answer.value;
  if (running.athleteId !== athleteId) return <Waiting what="running" rows={14} />;
  const unit = details.distanceUnit;
  const hasRun = running.weeks.some(({ runs }) => runs > 0) || running.longest30M !== undefined;
  return (
    <>
      <GuardPanel athleteId={athleteId} />
      {hasRun ? (
        <>
          <Now running={running} unit={unit} />
          <RunningWeeks weeks={running.weeks} unit={unit} hasSex={details.sex === 'female' || details.sex === 'male'} />
          <FormPanel running={running} />
        </>
      ) : (
        <section className={styles['panel']} aria-label="Running">
          <h2>Running</h2>
          <p className="quiet">
            No run of the last {WEEKS} weeks is recorded.{' '}
            <Link href={`/import?athlete=${athleteId}`}>Import an export</Link>
          </p>
        </section>
      )}
      <RacePanel running={running} view={view} />
    </>
  );
};

const ratio = (value: number): string => value.toFixed(2);

interface PartProps {
  readonly running: Running;
  readonly unit: DistanceUnit;
}

const Longest = ({ running: { longest30M, suggestedM, spikes }, unit }: PartProps) => (
  <div>
    <dt>
      Longest run of 30 days <Rule rule="R4.4" />
    </dt>
    <dd>
      {longest30M === undefined ? (
        'none'
      ) : (
        <>
          {distance(longest30M, unit)} {unit}
        </>
      )}
      {suggestedM !== undefined && (
        <span className="quiet">
          {' '}
          · next up to {distance(suggestedM, unit)} {unit}
        </span>
      )}
      {spikes.map(({ on, distanceM, longest30M: before, spike }) => (
        <p key={`${on} ${distanceM}`}>
          <StatusMark level={spike === 'small' ? 'none' : 'look'} /> {day(on)}: {distance(distanceM, unit)} {unit} after{' '}
          {distance(before, unit)}, a {spike} step
        </p>
      ))}
    </dd>
  </div>
);

const LoadChange = ({ running: { loadChange, unratedOf28 } }: { readonly running: Running }) => (
  <div>
    <dt>
      Load change <Rule rule="R4.3" />
    </dt>
    <dd>
      {loadChange === undefined ? (
        <span className="quiet">
          {unratedOf28 === 0
            ? 'no session in 28 days'
            : `${counted(unratedOf28, 'session')} of 28 days without an RPE or a length`}
        </span>
      ) : (
        <>
          {loadChange.coupled === undefined ? '–' : ratio(loadChange.coupled)}{' '}
          <span className="quiet">
            last 7 days over 28
            {loadChange.ewmaRatio === undefined ? '' : ` · ${ratio(loadChange.ewmaRatio)} by moving means`}. A
            description: nothing is planned by it.
          </span>
        </>
      )}
    </dd>
  </div>
);

const ofFour = (percent: number | undefined): string =>
  percent === undefined ? 'nothing to compare with' : `${count(Math.round(percent))} %`;

const Now = ({ running, unit }: PartProps) => {
  const { twoWeeks, legs } = running;
  return (
    <section className={styles['panel']} aria-label="Running now">
      <h2>How it lies now</h2>
      <dl className={styles['facts']}>
        <Longest running={running} unit={unit} />
        <div>
          <dt>
            Last two weeks over the two before <Rule rule="R4.4" />
          </dt>
          <dd>
            {twoWeeks.ratio === undefined ? (
              <span className="quiet">nothing to compare with</span>
            ) : (
              <>
                {twoWeeks.isSteep && <StatusMark level="look" />} {ratio(twoWeeks.ratio)}{' '}
                <span className="quiet">
                  {twoWeeks.isSteep ? 'above 1.30: worth a look' : 'up to 1.30 is ordinary'}
                </span>
              </>
            )}
          </dd>
        </div>
        <LoadChange running={running} />
        <div>
          <dt>
            The legs, week of {day(legs.startsOn)} against four before <Rule rule="R5" />
          </dt>
          <dd>
            Running {ofFour(legs.runs)} · hard sets {ofFour(legs.hardSets)}{' '}
            <span className="quiet">– never added up</span>
          </dd>
        </div>
      </dl>
    </section>
  );
};

const FormPanel = ({ running: { form, best, ahead } }: { readonly running: Running }) => (
  <section className={styles['panel']} aria-label="Fitness, fatigue and form">
    <h2>
      Fitness, fatigue and form <Rule rule="R4.5" />
    </h2>
    {best === undefined ? (
      <p className="quiet">
        A race with a distance and a result tells the threshold that runs are weighed by. None is known.
      </p>
    ) : (
      <>
        <p className="quiet">
          From the runs alone, weighed against the threshold of {best.race.name}. Lifting is not in it.{' '}
          <Rule rule="R4.6" />
          {ahead === undefined
            ? ' No running is planned, so nothing is expected.'
            : ' Dashed: expected, with the plan from today on. Dotted: fitness by the plan alone, of six weeks and six to come.'}
          {ahead !== undefined && ahead.guessed > 0 && (
            <> {counted(ahead.guessed, 'planned run')} without distance or time count as such runs of theirs do.</>
          )}
        </p>
        <FormChart days={form} ahead={ahead} />
      </>
    )}
  </section>
);
