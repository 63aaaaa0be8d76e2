import type { AthleteId } from '../../domain/kernel/ids.ts';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import { BeneathChart } from '../charts/BeneathChart.tsx';
import type { ChartWeek } from '../charts/strengthRunningRows.ts';
import { useAsk } from '../client/useAsk.ts';
import { Failed, Waiting } from '../kit/States.tsx';
import { client } from '../wire.ts';

export const BENEATH = [
  { value: 'none', label: 'Nothing beneath' },
  { value: 'loads', label: 'Three loads' },
  { value: 'form', label: 'Form' },
] as const;

export type BeneathKind = (typeof BENEATH)[number]['value'];

/** Never shown: a chart has weeks. */
const FIRST_DAY = '2000-01-03' as PlainDate;

interface BeneathProps {
  readonly kind: Exclude<BeneathKind, 'none'>;
  readonly athleteId: AthleteId;
  readonly weeks: readonly ChartWeek[];
  readonly hovered: number | undefined;
}

/** A further panel of the chart, asked for only when it is wanted. */
export const Beneath = ({ kind, athleteId, weeks, hovered }: BeneathProps) => {
  const from = weeks[0]?.startsOn ?? FIRST_DAY;
  const answer = useAsk(client.analysis.weekLoads, { athleteId, from, weeks: Math.max(4, weeks.length) });
  if (answer.state === 'failed') return <Failed message={answer.message} />;
  if (answer.state === 'waiting') return <Waiting what="loads" rows={3} />;
  const loads = answer.value.weeks;
  if (kind === 'form' && loads.every(({ form }) => form === undefined)) {
    return (
      <p className="quiet">
        Form takes a race of the last two years with a distance and a result, which tells the threshold that runs are
        weighed by.
      </p>
    );
  }
  return (
    <>
      <BeneathChart kind={kind} weeks={weeks} loads={loads} hovered={hovered} />
      {kind === 'loads' && loads.every(({ internal }) => internal === undefined) && (
        <p className="quiet">
          RPE × minutes is not drawn: it takes five weeks of which every run and lift has an RPE and a length.
        </p>
      )}
    </>
  );
};
