import { useContext } from 'react';
import type { SheetLine, SheetRow } from '../../domain/sheets/sheetRow.ts';
import type { SheetPanel } from '../../domain/sheets/weekSheet.ts';
import { bracketPlaces, targetParts, type BracketPlace } from './sheetColumns.ts';
import { LoadExplainer } from './explainLoad.ts';
import styles from './SessionTable.module.css';
import { useSheetWords } from './sheetWordsContext.ts';

interface SessionTableProps {
  readonly panel: SheetPanel;
  /** Whose sheet it is, where it may run on to a second page. */
  readonly whose?: string | undefined;
}

/** One session: an exercise a row, its sets to be filled in to the right of the target. */
export const SessionTable = ({ panel, whose }: SessionTableProps) => {
  const { form } = useSheetWords();
  const places = bracketPlaces(panel.rows.map((row) => row.label));
  return (
    <section className={styles['panel']}>
      <table className={styles['table']}>
        <colgroup>
          <col className={styles['labelWidth']} />
          <col />
          <col className={styles['targetWidth']} />
          <col className={styles['platesWidth']} />
          <col className={styles['restWidth']} />
          <col className={styles['capWidth']} />
          <col className={styles['setsWidth']} />
          <col className={styles['rpeWidth']} />
          <col className={styles['notesWidth']} />
        </colgroup>
        <thead>
          <tr className={styles['title']}>
            <th colSpan={6} scope="colgroup">
              <h2>
                {panel.name} · {panel.dateText}
              </h2>
            </th>
            <td colSpan={3}>
              {whose !== undefined && <span dir="auto">{whose} · </span>}
              {panel.minutes}
            </td>
          </tr>
          <tr>
            <th colSpan={2} scope="col">
              {form.exercise}
            </th>
            <th scope="col">{form.target}</th>
            <th scope="col">{form.plates}</th>
            <th scope="col">{form.rest}</th>
            <th scope="col">{form.cap}</th>
            <th scope="col">{form.sets}</th>
            <th scope="col">{form.rpe}</th>
            <th scope="col">{form.notes}</th>
          </tr>
        </thead>
        {panel.rows.map((row, index) => (
          <Row key={row.label} row={row} place={places[index] ?? 'none'} />
        ))}
      </table>
      {panel.leftOut !== undefined && <p className={styles['leftOut']}>{panel.leftOut}</p>}
    </section>
  );
};

/** A body of its own for each exercise: a page break never runs through one. */
const Row = ({ row, place }: { readonly row: SheetRow; readonly place: BracketPlace }) => {
  const { form } = useSheetWords();
  const hasUnder = row.warmUp !== undefined || row.noGym !== undefined;
  return (
    <tbody className={styles['row']} data-bracket={place} data-change={row.change}>
      {row.lines.map((line, index) => (
        <tr key={`${line.target} ${index}`}>
          {index === 0 && <NameCells row={row} rows={row.lines.length} rowsUnder={hasUnder ? 1 : 0} />}
          <LineCells line={line} />
        </tr>
      ))}
      {hasUnder && (
        <tr>
          <td colSpan={8} className={styles['under']}>
            {row.warmUp !== undefined && (
              <span className={styles['warmUp']}>
                {form.warmUp} {row.warmUp}
              </span>
            )}
            {row.noGym}
          </td>
        </tr>
      )}
    </tbody>
  );
};

interface NameCellsProps {
  readonly row: SheetRow;
  readonly rows: number;
  readonly rowsUnder: number;
}

const NameCells = ({ row, rows, rowsUnder }: NameCellsProps) => {
  const words = useSheetWords();
  return (
    <>
      <td rowSpan={rows + rowsUnder} className={styles['label']}>
        {row.label} <span className={styles['tick']} />
      </td>
      <th scope="row" rowSpan={rows} className={styles['name']}>
        <span className={styles['exercise']}>{row.exercise}</span>
        {row.change !== undefined && (
          <span className={styles['change']}>{row.change === 'new' ? words.added : words.changed}</span>
        )}
        {row.cue !== undefined && <span className={styles['cue']}>{row.cue}</span>}
      </th>
    </>
  );
};

const LineCells = ({ line }: { readonly line: SheetLine }) => {
  const { form } = useSheetWords();
  const explainer = useContext(LoadExplainer);
  const target = <Target line={line} />;
  return (
    <>
      <td className={styles['target']}>{explainer === undefined ? target : explainer({ line, children: target })}</td>
      <td>{line.plates}</td>
      <td className={styles['whole']}>{line.rest}</td>
      <td className={styles['whole']}>{line.rpeCap}</td>
      <td className={styles['sets']}>
        <span className={styles['boxes']}>
          {Array.from({ length: line.setBoxes }, (_, set) => (
            // A box has no identity but its place: the first set is written in the first.
            <span key={`set-${set}`} className={styles['box']}>
              ×
            </span>
          ))}
        </span>
      </td>
      <td className={styles['blank']} aria-label={form.rpe} />
      <td className={styles['blank']} aria-label={form.notes} />
    </>
  );
};

const Target = ({ line }: { readonly line: SheetLine }) => {
  const [dose, load, basis] = targetParts(line.target);
  return (
    <>
      <strong>
        {dose}
        {load !== '' && (
          <>
            {' '}
            <span className={/\d/u.test(load) ? styles['whole'] : ''}>{load}</span>
          </>
        )}
      </strong>
      {basis.startsWith(' ') ? (
        <>
          {' '}
          <span className={styles['whole']}>{basis.trim()}</span>
        </>
      ) : (
        basis
      )}
      {line.difference !== undefined && (
        <>
          {' '}
          <span className={styles['whole']}>{line.difference}</span>
        </>
      )}
    </>
  );
};
