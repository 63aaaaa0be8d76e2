import { useMemo, useState } from 'react';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import type { CostPart } from '../../domain/placement/judge.ts';
import {
  judgeCalendarWeek,
  judgeStanding,
  offerWeek,
  type OfferedPlan,
} from '../../domain/placement/placeInCalendar.ts';
import { beforeLongText, closureText, costText, violationText } from '../../domain/placement/placementWords.ts';
import { closureOf, type CalendarLift } from '../../domain/placement/placementFacts.ts';
import type { PlacementPolicies } from '../../domain/placement/policies.ts';
import { useCommand } from '../client/useCommand.ts';
import { counted } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { NumberField } from '../kit/Fields.tsx';
import { tell } from '../kit/notices.ts';
import { StatusMark } from '../kit/Status.tsx';
import { client } from '../wire.ts';
import { costNumber, shortPlace, type BoardRow } from './planModel.ts';
import type { Drop } from './usePlanBoard.ts';
import styles from './PlacePanel.module.css';

interface PlacePanelProps {
  readonly row: BoardRow;
  readonly policies: PlacementPolicies;
  readonly today: PlainDate;
  /** Keeps a lift where it stands against a rule: asks for the reason. */
  readonly onForce: (drop: Drop) => void;
}

const RANKS = ['Best', 'Second best', 'Third best'];

/** `A Tue PM · B Fri AM`. */
const planText = ({ moves }: OfferedPlan, { athlete }: BoardRow): string =>
  moves
    .map((move) => {
      const name = athlete.lifts.find(({ sessionId }) => sessionId === move.sessionId)?.name ?? '';
      return `${name} ${shortPlace(move)}`;
    })
    .join(' · ');

/** Whether a plan leaves every lift where it stands. */
const isAsItStands = ({ moves }: OfferedPlan, { athlete }: BoardRow): boolean =>
  moves.every(({ sessionId, on, timeOfDay }) =>
    athlete.lifts.some((lift) => lift.sessionId === sessionId && lift.on === on && lift.timeOfDay === timeOfDay),
  );

const BeforeLong = ({ part }: { readonly part: CostPart }) => {
  const words = beforeLongText(part);
  return words === undefined ? null : <em className={styles['note']}>{words}</em>;
};

const Kept = ({ lift }: { readonly lift: CalendarLift | undefined }) =>
  lift?.reason === undefined ? null : <em className={styles['note']}>Kept because: {lift.reason}.</em>;

const Standing = ({ row, policies }: Omit<PlacePanelProps, 'today' | 'onForce'>) => {
  const { lifts, cost, parts, violations } = judgeCalendarWeek(row.athlete, row.monday, policies);
  if (lifts.length === 0) return null;
  const closed = lifts.flatMap((lift) => {
    const closure = closureOf(row.athlete, lift.on, lift.minutes);
    return closure === undefined ? [] : [{ lift, why: closureText(closure) }];
  });
  const isBroken = violations.length + closed.length > 0;
  return (
    <section aria-label="As it stands" className={styles['plan']}>
      <h3>
        As it stands <span className={styles['cost']}>{isBroken ? 'breaks a rule' : costNumber(cost)}</span>
      </h3>
      <p>{lifts.map((lift) => `${lift.name} ${shortPlace(lift)}`).join(' · ')}</p>
      <ul className={styles['parts']}>
        {closed.map(({ lift, why }) => (
          <li key={lift.sessionId}>
            <StatusMark level="act" /> {lift.name}: {why}
            {violations.every(({ lift: of }) => of === undefined || lifts[of] !== lift) && <Kept lift={lift} />}
          </li>
        ))}
        {violations.map((one, at) => (
          <li key={`v${at}`}>
            <StatusMark level="act" /> {one.lift === undefined ? '' : `${lifts[one.lift]?.name ?? ''}: `}
            {violationText(one, row.monday, row.athlete.closed)}
            {one.lift !== undefined && violations.findLast(({ lift }) => lift === one.lift) === one && (
              <Kept lift={lifts[one.lift]} />
            )}
          </li>
        ))}
        {parts.map((part, at) => (
          <li key={at}>
            <span className={styles['part']}>{costNumber(part.cost)}</span> {lifts[part.lift]?.name ?? ''}:{' '}
            {costText(part)}
            <BeforeLong part={part} />
          </li>
        ))}
      </ul>
    </section>
  );
};

/** How one athlete's lifts stand in a week, and the best three ways to place them, with what each costs and why (R6.1). */
export const PlacePanel = ({ row, policies, today, onForce }: PlacePanelProps) => {
  const { athlete, monday } = row;
  const offer = useMemo(() => offerWeek(athlete, monday, policies, today), [athlete, monday, policies, today]);
  const [weeks, setWeeks] = useState<number>();
  const place = useCommand(client.calendar.placeLifts);
  const use = async (choice: number): Promise<void> => {
    const reply = await place.run({ athleteIds: [athlete.athleteId], from: monday, weeks: weeks ?? 1, choice });
    if (!reply.ok) return;
    const [outcome] = reply.value.athletes;
    const left = (outcome?.left ?? []).map(({ week, why }) => ` ${week}: ${why}`).join('');
    const leftOut = (outcome?.leftOut ?? []).map(({ week, why }) => ` ${week}: ${why}`).join('');
    tell({ tone: 'done', text: `${counted(outcome?.changes.length ?? 0, 'lift')} moved.${left}${leftOut}` });
  };
  return (
    <aside className={styles['panel']} aria-label="Place lifts">
      <h2>Place lifts</h2>
      <p className="quiet">{athlete.name}</p>
      {athlete.oddities.map((oddity) => (
        <p key={oddity} className={styles['odd']}>
          <StatusMark level="look" /> {oddity}
        </p>
      ))}
      <Standing row={row} policies={policies} />
      {offer.leftOutWhy !== undefined && (
        <p>
          <StatusMark level="look" /> {offer.leftOutWhy}
        </p>
      )}
      {offer.leftOut.map((left) => {
        const lift = athlete.lifts.find(({ sessionId }) => sessionId === left.sessionId);
        return (
          lift !== undefined && (
            <div key={lift.sessionId}>
              <Button
                onPress={() =>
                  onForce({
                    row,
                    lift,
                    place: { on: lift.on, timeOfDay: lift.timeOfDay },
                    judged: judgeStanding(athlete, monday, policies, lift),
                  })
                }
              >
                {`Keep ${lift.name}, with a reason…`}
              </Button>
            </div>
          )
        );
      })}
      {offer.why !== undefined && <p>{offer.why}</p>}
      {offer.best.length > 0 && (
        <>
          <p className="quiet">
            {counted(offer.feasible, 'way', 'ways')} to place {counted(offer.lifts.length, 'lift')}{' '}
            {offer.feasible === 1 ? 'breaks' : 'break'} no rule. Less is better.
          </p>
          <NumberField label="Weeks, from this one" value={weeks ?? 1} onChange={setWeeks} minValue={1} maxValue={52} />
        </>
      )}
      {offer.best.map((plan, at) => (
        <section key={planText(plan, row)} className={styles['plan']} aria-label={RANKS[at] ?? ''}>
          <h3>
            {RANKS[at]}
            {isAsItStands(plan, row) && ', as it stands'}{' '}
            <span className={styles['cost']}>{costNumber(plan.cost)}</span>
          </h3>
          <p>{planText(plan, row)}</p>
          <ul className={styles['parts']}>
            {plan.parts.map((part, place) => (
              <li key={place}>
                <span className={styles['part']}>{costNumber(part.cost)}</span> {part.name}: {part.words}
                <BeforeLong part={part} />
              </li>
            ))}
            {plan.parts.length === 0 && <li>Costs nothing.</li>}
          </ul>
          {(!isAsItStands(plan, row) || (weeks ?? 1) > 1) && (
            <Button look={at === 0 ? 'main' : 'plain'} isDisabled={place.isRunning} onPress={() => void use(at + 1)}>
              {`Use the ${(RANKS[at] ?? '').toLowerCase()}`}
            </Button>
          )}
        </section>
      ))}
    </aside>
  );
};
