import { useMemo, useState } from 'react';
import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import { useAsk } from '../client/useAsk.ts';
import { useCommand } from '../client/useCommand.ts';
import { counted } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { Checkbox } from '../kit/Fields.tsx';
import { Failed, Waiting } from '../kit/States.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import styles from './PushDialog.module.css';
import { compareLabels } from '../../domain/programs/labelOrder.ts';

type Copy = OutputOf<Contract['templates']['pushPreview']>['copies'][number];
type Cell = Copy['cells'][number];

interface PushDialogProps {
  readonly templateKey: string;
  readonly name: string;
  readonly onClose: () => void;
}

const cellName = ({ place }: Cell): string => `${place.week}\n${place.session}\n${place.label}`;

const tickName = (copy: Copy, cell: Cell): string => `${copy.programId}\n${cellName(cell)}`;

const mayPush = ({ state }: Cell): boolean => state === 'inherited' || state === 'changedHere';

const textOf = (cell: Cell['after']): string => (cell === undefined ? 'not done' : cell.text);

/** The exercise is told only where it is another. */
const changeText = ({ before, after }: Cell): string => {
  const exercise =
    after !== undefined && before !== undefined && after.exercise !== before.exercise ? after.exercise : '';
  return `${textOf(before)} → ${[exercise, textOf(after)].filter((part) => part !== '').join(' ')}`;
};

const STATE_WORDS: Readonly<Record<Cell['state'], string>> = {
  inherited: '',
  changedHere: 'changed here',
  locked: 'done or past',
  noWeek: 'week removed here',
};

/** What is otherwise for this copy than for most: its own text, or what its equipment makes of the change. */
const cellWords = (cell: Cell, column: Cell): string =>
  [
    ...(cell.state === 'changedHere' ? [`${STATE_WORDS.changedHere}: ${textOf(cell.now)}`] : []),
    ...(changeText(cell) === changeText(column) ? [] : [changeText(cell)]),
  ].join(', ');

const names = (list: readonly string[]): string =>
  list.length <= 3 ? list.join(', ') : `${list.slice(0, 3).join(', ')} and ${list.length - 3} more`;

/** What a push came to, in words: who was updated, who kept their own, who lacks an estimate. */
const receipt = ({ updated, keptOwn, withoutEstimate }: OutputOf<Contract['templates']['push']>): string =>
  [
    `${updated} updated`,
    ...(keptOwn.length === 0 ? [] : [`${keptOwn.length} kept their own (${names(keptOwn)})`]),
    ...(withoutEstimate.length === 0
      ? []
      : [`${withoutEstimate.length} without an estimate (${names(withoutEstimate)})`]),
  ].join(', ');

/** What most copies would get: who lacks the equipment gets another exercise, and is told apart in their own row. */
const commonest = (cells: readonly Cell[]): Cell | undefined => {
  const alike = Map.groupBy(cells, changeText);
  return [...alike.values()].toSorted((a, b) => b.length - a.length)[0]?.[0];
};

/** The columns: every cell that the template changed for somebody. */
const columnsOf = (copies: readonly Copy[]): readonly Cell[] =>
  [
    ...Map.groupBy(
      copies.flatMap((copy) => copy.cells),
      cellName,
    ).values(),
  ]
    .flatMap((cells) => commonest(cells) ?? [])
    .toSorted(
      (a, b) =>
        a.place.week - b.place.week ||
        a.place.session.localeCompare(b.place.session) ||
        compareLabels(a.place.label, b.place.label),
    );

/** Wider matrices are read by athlete, not by cell. */
const MOST_COLUMNS = 24;

/** What a template changed since it was given out, athletes by cells, ticked where the copy still has what it inherited. */
export const PushDialog = ({ templateKey, name, onClose }: PushDialogProps) => {
  const answer = useAsk(client.templates.pushPreview, { templateKey });
  const push = useCommand(client.templates.push);
  const [flipped, setFlipped] = useState<ReadonlySet<string>>(new Set());
  const all = useMemo(() => (answer.state === 'ready' ? answer.value.copies : []), [answer]);
  const copies = useMemo(() => all.filter((copy) => copy.cells.length > 0), [all]);
  const columns = useMemo(() => columnsOf(copies), [copies]);
  const isTicked = (copy: Copy, cell: Cell): boolean =>
    mayPush(cell) && (cell.state === 'inherited') !== flipped.has(tickName(copy, cell));
  const flip = (changes: readonly (readonly [Copy, Cell])[], isOn: boolean): void => {
    const next = new Set(flipped);
    for (const [copy, cell] of changes) {
      if (!mayPush(cell)) continue;
      if ((cell.state === 'inherited') === isOn) next.delete(tickName(copy, cell));
      else next.add(tickName(copy, cell));
    }
    setFlipped(next);
  };
  const chosen = copies
    .map((copy) => ({ copy, cells: copy.cells.filter((cell) => isTicked(copy, cell)) }))
    .filter(({ cells }) => cells.length > 0);
  const count = chosen.reduce((sum, { cells }) => sum + cells.length, 0);
  const run = async (): Promise<void> => {
    // Copies with nothing ticked go along, so that the answer can say who kept their own.
    const reply = await push.run({
      templateKey,
      copies: copies.map((copy) => ({
        programId: copy.programId,
        revision: copy.revision,
        cells: copy.cells.filter((cell) => isTicked(copy, cell)).map(({ place }) => place),
      })),
    });
    if (!reply.ok) return;
    tell({ tone: 'done', text: `${receipt(reply.value)}. Undo takes all of it back.` });
    onClose();
  };
  return (
    <Dialog
      title={`Push ${name}`}
      isOpen
      onClose={onClose}
      size="large"
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="main" onPress={() => void run()} isDisabled={count === 0 || push.isRunning}>
            Push {counted(count, 'cell')} to {counted(chosen.length, 'athlete')}
          </Button>
        </>
      }
    >
      {answer.state === 'waiting' && <Waiting what="changes" rows={8} />}
      {answer.state === 'failed' && <Failed message={answer.message} />}
      {answer.state === 'ready' && (
        <>
          <p className="quiet">
            {all.length === 0
              ? 'No athlete has a copy of this template that is still going.'
              : copies.length === 0
                ? `All ${counted(all.length, 'copy', 'copies')} have what the template has now.`
                : 'Ticked where the copy still has what it inherited. Weeks that were lifted or have passed are never touched.'}
            {answer.value.weeksDiffer > 0 &&
              ` The template has other weeks than some copies (by ${answer.value.weeksDiffer}); weeks themselves are not pushed.`}
          </p>
          {copies.length > 0 && (
            <PushTable copies={copies} columns={columns.slice(0, MOST_COLUMNS)} isTicked={isTicked} onFlip={flip} />
          )}
          {columns.length > MOST_COLUMNS && (
            <p className="quiet">
              and {counted(columns.length - MOST_COLUMNS, 'more changed cell')}, ticked and unticked with the athlete.
            </p>
          )}
        </>
      )}
    </Dialog>
  );
};

interface PushTableProps {
  readonly copies: readonly Copy[];
  readonly columns: readonly Cell[];
  readonly isTicked: (copy: Copy, cell: Cell) => boolean;
  readonly onFlip: (changes: readonly (readonly [Copy, Cell])[], isOn: boolean) => void;
}

const PushTable = ({ copies, columns, isTicked, onFlip }: PushTableProps) => (
  // Scrolled by keyboard as well: it can be wider than the window.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <div className={styles['scroll']} tabIndex={0} role="group" aria-label="Athletes and changed cells">
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">Athlete</th>
          {columns.map((column) => (
            <th key={cellName(column)} scope="col">
              Week {column.place.week} · {column.place.session} {column.place.label}
              <span className={styles['change']}>{changeText(column)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {copies.map((copy) => {
          const open = copy.cells.filter(mayPush);
          const ticked = open.filter((cell) => isTicked(copy, cell)).length;
          return (
            <tr key={copy.programId}>
              <th scope="row">
                <Checkbox
                  isSelected={open.length > 0 && ticked === open.length}
                  isIndeterminate={ticked > 0 && ticked < open.length}
                  isDisabled={open.length === 0}
                  onChange={(isOn) =>
                    onFlip(
                      copy.cells.map((cell) => [copy, cell] as const),
                      isOn,
                    )
                  }
                >
                  {copy.athlete}
                </Checkbox>
              </th>
              {columns.map((column) => {
                const cell = copy.cells.find((one) => cellName(one) === cellName(column));
                return (
                  <td key={cellName(column)}>
                    {cell === undefined ? (
                      <span className="quiet">has it</span>
                    ) : mayPush(cell) ? (
                      <Checkbox
                        aria-label={`${copy.athlete}, week ${column.place.week}, ${column.place.session} ${column.place.label}`}
                        isSelected={isTicked(copy, cell)}
                        onChange={(isOn) => onFlip([[copy, cell]], isOn)}
                      >
                        <span className="quiet">{cellWords(cell, column)}</span>
                      </Checkbox>
                    ) : (
                      <span className="quiet">{STATE_WORDS[cell.state]}</span>
                    )}
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  </div>
);
