import { useState } from 'react';
import { Download } from 'lucide-react';
import type { AthleteDetails } from '../../domain/athletes/athlete.ts';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { BlockLine, BlocksChart, type ComparedBlock } from '../charts/BlocksChart.tsx';
import { downloadCsv } from '../charts/exportChart.ts';
import { useAsk } from '../client/useAsk.ts';
import { distance, fullDay, percent } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { DataTable } from '../kit/DataTable.tsx';
import { Failed, Waiting } from '../kit/States.tsx';
import { client } from '../wire.ts';
import styles from './BlocksPanel.module.css';

interface BlocksPanelProps {
  readonly athleteId: AthleteId;
  readonly details: AthleteDetails;
}

/** What each block did for this athlete, one beside the other. Asked for when it is opened: the page does not wait for it. */
export const BlocksPanel = ({ athleteId, details }: BlocksPanelProps) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <section className={styles['panel']} aria-label="Blocks compared">
      <details
        onToggle={(event) => {
          if (event.currentTarget.open) setOpen(true);
        }}
      >
        <summary>
          <h2>Blocks compared</h2>
        </summary>
        {isOpen && <Blocks athleteId={athleteId} details={details} />}
      </details>
    </section>
  );
};

const Blocks = ({ athleteId, details }: BlocksPanelProps) => {
  const answer = useAsk(client.insights.blocks, { athleteId });
  if (answer.state === 'failed') return <Failed message={answer.message} />;
  if (answer.state === 'waiting' || answer.value.athleteId !== athleteId) return <Waiting what="blocks" rows={4} />;
  const { blocks } = answer.value;
  if (blocks.length === 0) return <p className="quiet">No block has begun. Assign a program, and it appears here.</p>;
  const hasCourse = blocks.some(({ course }) => course.length > 0);
  return (
    <>
      {hasCourse ? (
        <BlocksChart blocks={blocks} />
      ) : (
        <p className="quiet">
          No squat, hinge or lunge was recorded often enough in these blocks to draw strength over them.
        </p>
      )}
      <BlockTable blocks={blocks} unit={details.distanceUnit} />
      <Button look="quiet" onPress={() => downloadCsv(blockRows(blocks), `${details.name}: blocks`)}>
        <Download aria-hidden /> As CSV
      </Button>
    </>
  );
};

const share = (value: number | undefined): string => (value === undefined ? '–' : percent(100 * value));

/** `+4.2 % ± 2.1` with the 90 % interval's half. */
const strengthWords = ({ strength }: ComparedBlock): string =>
  strength === undefined
    ? '–'
    : `${share(strength.change).replace(/^±/u, '')} ± ${(164.5 * strength.error).toFixed(1)}`;

interface BlockTableProps {
  readonly blocks: readonly ComparedBlock[];
  readonly unit: AthleteDetails['distanceUnit'];
}

const BlockTable = ({ blocks, unit }: BlockTableProps) => (
  <DataTable
    columns={[
      'Block',
      'From',
      'Weeks',
      'Sessions',
      'Hard sets a week',
      'Strength, 90 %',
      `Running, ${unit} a week`,
      'Four weeks before',
      'Key',
      'In words',
    ]}
    isClose
  >
    {blocks.map((block, place) => (
      <tr key={block.blockId}>
        <th scope="row">
          <BlockLine place={place} />
          {block.block} <span className="quiet">{block.program}</span>
        </th>
        <td>{fullDay(block.startsOn)}</td>
        <td className="number">{block.weeks}</td>
        <td className="number">
          {block.liftSessions} of {block.sessions}
        </td>
        <td className="number">{Math.round(block.hardSetsAWeek)}</td>
        <td className="number">{strengthWords(block)}</td>
        <td className="number">{distance(block.runMAWeek, unit)}</td>
        <td className="number">{distance(block.runMBefore, unit)}</td>
        <td className="number">{block.keyShare === undefined ? '–' : `${Math.round(100 * block.keyShare)} %`}</td>
        <td className="quiet">{block.isOver ? (block.words ?? 'not enough to tell') : 'goes on; so far'}</td>
      </tr>
    ))}
  </DataTable>
);

const blockRows = (blocks: readonly ComparedBlock[]): readonly (readonly (string | number)[])[] => [
  [
    'block',
    'program',
    'from',
    'to',
    'is_over',
    'sessions_done',
    'sessions_planned',
    'hard_sets_a_week',
    'strength_change_percent',
    'standard_error_percent',
    'run_km_a_week',
    'run_km_a_week_before',
    'key_share_percent',
    'in_words',
  ],
  ...blocks.map((one) => [
    one.block,
    one.program,
    one.startsOn,
    one.endsOn,
    one.isOver ? 'yes' : 'no',
    one.liftSessions,
    one.sessions,
    one.hardSetsAWeek.toFixed(1),
    one.strength === undefined ? '' : (100 * one.strength.change).toFixed(2),
    one.strength === undefined ? '' : (100 * one.strength.error).toFixed(2),
    (one.runMAWeek / 1000).toFixed(1),
    (one.runMBefore / 1000).toFixed(1),
    one.keyShare === undefined ? '' : (100 * one.keyShare).toFixed(0),
    one.words ?? '',
  ]),
];
