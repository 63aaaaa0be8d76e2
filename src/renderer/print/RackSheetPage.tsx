import type { RackCell, RackContent, RackPage } from '../../domain/sheets/rackSheet.ts';
import type { SheetMark } from '../../domain/sheets/sheetMark.ts';
import { ENGLISH_SHEET } from '../../domain/sheets/sheetWords.ts';
import { MarkedTarget } from './MarkedTarget.tsx';
import { PageHead } from './PageHead.tsx';
import { PaperFrame } from './PaperFrame.tsx';
import { SheetStamp } from './SheetStamp.tsx';
import { Triangle } from './Triangle.tsx';
import type { Paper } from './paper.ts';
import styles from './RackSheetPage.module.css';

interface RackSheetPageProps {
  readonly sheet: RackContent & SheetMark;
  readonly paper: Paper;
}

/** One session of a group on its side: who lifts what, with which plates, and a box to tick for each set. */
export const RackSheetPage = ({ sheet, paper }: RackSheetPageProps) => (
  <>
    {sheet.pages.map((page) => (
      <PaperFrame
        key={page.part ?? ''}
        paper={paper}
        side="landscape"
        label={`${ENGLISH_SHEET.form.rackSheet}, ${sheet.dateText} ${page.part ?? ''}`}
      >
        <PageHead
          title={sheet.dateText}
          facts={[ENGLISH_SHEET.form.rackSheet, sheet.heading, sheet.variant, sheet.coach, page.part]}
        >
          <SheetStamp mark={sheet} />
        </PageHead>
        <Lifters page={page} />
        <Legend sheet={sheet} page={page} />
      </PaperFrame>
    ))}
  </>
);

const Legend = ({ sheet, page }: { readonly sheet: RackContent & SheetMark; readonly page: RackPage }) => (
  <div className={styles['legend']}>
    {page.rows.some(({ cells }) => cells.some(({ swap }) => swap !== undefined)) && (
      <p>
        <Triangle /> {ENGLISH_SHEET.form.swap}
      </p>
    )}
    {sheet.leftOut !== undefined && <p>{sheet.leftOut}</p>}
    {sheet.goneText !== undefined && <p>{sheet.goneText}</p>}
  </div>
);

const Lifters = ({ page }: { readonly page: RackPage }) => (
  <table className={styles['table']}>
    <colgroup>
      <col className={styles['nameWidth']} />
      {page.columns.map((column) => (
        <col key={column.label} />
      ))}
    </colgroup>
    <thead>
      <tr>
        <th scope="col">{ENGLISH_SHEET.form.athlete}</th>
        {page.columns.map((column) => (
          <th key={column.label} scope="col">
            {column.label} <strong>{column.exercise}</strong>
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {page.rows.map((row, index) => (
        <tr
          key={`${row.athlete} ${row.session} ${index}`}
          className={styles['row']}
          data-first={row.group !== undefined}
        >
          <th scope="row" className={styles['name']}>
            <span dir="auto">{row.athlete}</span>
            {row.group !== undefined && row.group !== '' && <span className={styles['group']}>{row.group}</span>}
          </th>
          {row.cells.map((cell, place) => (
            <td key={page.columns[place]?.label ?? place}>
              <Cell cell={cell} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

const Cell = ({ cell }: { readonly cell: RackCell }) => (
  <>
    {cell.swap !== undefined && (
      <p className={styles['swap']}>
        <Triangle /> {cell.swap}
      </p>
    )}
    {cell.lines.map((line, number) => (
      <div key={`${line.target} ${number}`} className={styles['line']}>
        <p className={styles['what']}>
          <MarkedTarget target={line.target} />
          {line.plates !== undefined && <span className={styles['plates']}>{line.plates}</span>}
        </p>
        <p className={styles['ticks']}>
          {Array.from({ length: line.sets }, (_, set) => (
            // A box has no identity but its place.
            <span key={`set-${set}`} className={styles['tick']} />
          ))}
        </p>
      </div>
    ))}
  </>
);
