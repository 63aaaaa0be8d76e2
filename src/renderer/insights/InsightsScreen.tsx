import { useState } from 'react';
import { Download } from 'lucide-react';
import { Link } from 'wouter';
import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import { QuadrantChart } from '../charts/QuadrantChart.tsx';
import { downloadCsv } from '../charts/exportChart.ts';
import { useAsk } from '../client/useAsk.ts';
import { count, counted, day, percent } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { DataTable } from '../kit/DataTable.tsx';
import { Select } from '../kit/Fields.tsx';
import { Empty, Failed, Waiting } from '../kit/States.tsx';
import { client } from '../wire.ts';
import styles from './InsightsScreen.module.css';

type Insights = OutputOf<Contract['insights']['view']>;
type Block = Insights['blocks'][number];
type Interval = NonNullable<Insights['templates'][number]['strength']>;

const PERIODS = [
  { value: '26', label: 'Half a year' },
  { value: '52', label: 'A year' },
  { value: '104', label: 'Two years' },
] as const;

/** The roster as a whole: what came of the blocks, what worked, and what is being cut. */
export const InsightsScreen = () => {
  const [weeks, setWeeks] = useState<(typeof PERIODS)[number]['value']>('52');
  const answer = useAsk(client.insights.view, { weeks: Number(weeks) });
  return (
    <div className={styles['screen']}>
      <header className={styles['head']}>
        <h1>Insights</h1>
        <Select label="Blocks of" isLabelHidden value={weeks} onChange={setWeeks} choices={PERIODS} />
        {answer.state === 'ready' && answer.value.blocks.length > 0 && (
          <Button look="quiet" onPress={() => downloadCsv(blockTable(answer.value.blocks), 'Blocks')}>
            <Download aria-hidden /> Blocks as CSV
          </Button>
        )}
      </header>
      <Answer answer={answer} />
    </div>
  );
};

const Answer = ({ answer }: { readonly answer: ReturnType<typeof useAsk<Contract['insights']['view']>> }) => {
  if (answer.state === 'waiting') return <Waiting what="insights" rows={12} />;
  if (answer.state === 'failed') return <Failed message={answer.message} />;
  const { blocks, templates, cuts } = answer.value;
  if (blocks.length === 0 && cuts.length === 0) {
    return (
      <Empty title="Nothing to learn from yet">
        A block of three weeks or more has to be over, and sessions have to be recorded against it.
      </Empty>
    );
  }
  return (
    <>
      {blocks.length > 0 && <Blocks blocks={blocks} />}
      {templates.length > 0 && <Templates templates={templates} />}
      <Cuts cuts={cuts} />
    </>
  );
};

const share = (value: number | undefined): string => (value === undefined ? '–' : percent(100 * value));

const blockTable = (blocks: readonly Block[]): readonly (readonly (string | number)[])[] => [
  [
    'athlete',
    'program',
    'block',
    'from',
    'to',
    'strength_change_percent',
    'standard_error_percent',
    'lifts',
    'running_change_percent',
    'adherence_percent',
    'in_words',
  ],
  ...blocks.map((one) => [
    one.athlete,
    one.program,
    one.block,
    one.startsOn,
    one.endsOn,
    one.strength === undefined ? '' : (100 * one.strength.change).toFixed(2),
    one.strength === undefined ? '' : (100 * one.strength.error).toFixed(2),
    one.strength?.lifts ?? '',
    one.running === undefined ? '' : (100 * one.running).toFixed(1),
    one.adherence === undefined ? '' : (100 * one.adherence).toFixed(0),
    one.words ?? '',
  ]),
];

const SHOWN = 15;

const Blocks = ({ blocks }: { readonly blocks: readonly Block[] }) => {
  const [isAll, setAll] = useState(false);
  const placed = blocks.flatMap(({ strength, running }) =>
    strength === undefined || running === undefined
      ? []
      : [{ strength: 100 * strength.change, running: 100 * running }],
  );
  return (
    <section className={styles['panel']} aria-label="Blocks that are over">
      <h2>Strength against running, block by block</h2>
      <p className="quiet">
        {counted(blocks.length, 'block')} of three weeks or more;{' '}
        {counted(placed.length, 'of them has', 'of them have')} both. Strength by the trends of the main lifts; running
        against the four weeks before. A change is called one only when it is likelier than three in four.
      </p>
      {placed.length > 0 && <QuadrantChart blocks={placed} />}
      <DataTable columns={['Athlete', 'Block', 'Until', 'Strength', 'Running', 'Lifts done', 'In words']}>
        {blocks.slice(0, isAll ? blocks.length : SHOWN).map((one) => (
          <tr key={`${one.athleteId} ${one.program} ${one.block} ${one.startsOn}`}>
            <th scope="row">
              <Link href={`/athlete/${one.athleteId}/overview`}>{one.athlete}</Link>
            </th>
            <td>
              {one.block} <span className="quiet">{one.program}</span>
            </td>
            <td>{day(one.endsOn)}</td>
            <td className="number">
              {share(one.strength?.change)}
              {one.strength !== undefined && (
                <span className="quiet"> ± {(164.5 * one.strength.error).toFixed(1)}</span>
              )}
            </td>
            <td className="number">{share(one.running)}</td>
            <td className="number">{one.adherence === undefined ? '–' : `${Math.round(100 * one.adherence)} %`}</td>
            <td className="quiet">{one.words ?? 'not known at both ends'}</td>
          </tr>
        ))}
      </DataTable>
      {!isAll && blocks.length > SHOWN && (
        <Button look="quiet" onPress={() => setAll(true)}>
          All {count(blocks.length)}
        </Button>
      )}
    </section>
  );
};

const intervalWords = (found: Interval | undefined, isSigned: boolean): string => {
  if (found === undefined) return 'fewer than 3 athletes';
  const show = (value: number): string => (isSigned ? percent(100 * value) : `${Math.round(100 * value)} %`);
  return `${show(found.mean)} (${show(found.low)} to ${show(found.high)}), n ${found.n}`;
};

const Templates = ({ templates }: { readonly templates: Insights['templates'] }) => (
  <section className={styles['panel']} aria-label="What worked">
    <h2>What worked, template by template</h2>
    <p className="quiet">
      Means over athletes with their 90 % interval. Athletes choose their templates, and other things change too: this
      shows what went with what, not what caused it.
    </p>
    <DataTable columns={['Template', 'Athletes', 'Blocks', 'Strength', 'Running', 'Lifts done']}>
      {templates.map((one) => (
        <tr key={one.templateKey}>
          <th scope="row">{one.name}</th>
          <td className="number">{one.athletes}</td>
          <td className="number">{one.blocks}</td>
          <td>{intervalWords(one.strength, true)}</td>
          <td>{intervalWords(one.running, true)}</td>
          <td>{intervalWords(one.adherence, false)}</td>
        </tr>
      ))}
    </DataTable>
  </section>
);

const Cuts = ({ cuts }: { readonly cuts: Insights['cuts'] }) => (
  <section className={styles['panel']} aria-label="What is cut">
    <h2>What is cut, last two weeks</h2>
    {cuts.length === 0 ? (
      <p className="quiet">In the sessions that were done, every exercise had all its sets.</p>
    ) : (
      <DataTable columns={['Exercise', 'Cut', 'By', 'Sets done']}>
        {cuts.slice(0, SHOWN).map((one) => (
          <tr key={one.exerciseKey}>
            <th scope="row">
              <Link href={`/library/exercises/${encodeURIComponent(one.exerciseKey)}`}>{one.exercise}</Link>
            </th>
            <td className="number">
              {one.cut} <span className="quiet">of {counted(one.times, 'time')}</span>
            </td>
            <td>{counted(one.athletes, 'athlete')}</td>
            <td className="number">
              {one.setsDone} of {one.setsPlanned}
            </td>
          </tr>
        ))}
      </DataTable>
    )}
  </section>
);
