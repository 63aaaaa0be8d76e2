import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { useAsk } from '../client/useAsk.ts';
import { AutopilotPanel } from '../grid/AutopilotPanel.tsx';
import { Empty } from '../kit/States.tsx';
import { client } from '../wire.ts';
import { useSitting } from './sitting.ts';
import styles from './TypeInScreen.module.css';

/** What the results make of the next session of everybody who was typed in, to be accepted or not. */
export const NextWeek = () => {
  const sitting = useSitting();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const typed = sitting.toReversed().flatMap(({ parts }) => parts);
  const athletes = [...new Map(typed.map(({ athleteId, name }) => [athleteId, name]))];
  return (
    <div className={styles['next']}>
      <h2 ref={heading} tabIndex={-1}>
        Proposals from these results
      </h2>
      {athletes.length === 0 ? (
        <Empty title="Nobody was typed in yet" actions={<Link href="/sheets/type-in">Type in a sheet</Link>}>
          Proposals appear here for everybody whose sheet was typed in since this window was opened.
        </Empty>
      ) : (
        athletes.map(([athleteId, name]) => <Proposals key={athleteId} athleteId={athleteId} name={name} />)
      )}
    </div>
  );
};

const Proposals = ({ athleteId, name }: { readonly athleteId: AthleteId; readonly name: string }) => {
  const answer = useAsk(client.programs.proposals, { athleteId });
  return (
    <section aria-label={name}>
      <h3>
        <Link href={`/athlete/${athleteId}/weeks`}>
          <bdi>{name}</bdi>
        </Link>
      </h3>
      {answer.state === 'ready' && answer.value.next === undefined && (
        <p className="quiet">No session is left in the program.</p>
      )}
      {answer.state === 'failed' && <p className="quiet">{answer.message}</p>}
      <AutopilotPanel athleteId={athleteId} whose={name} />
    </section>
  );
};
