import { Fragment } from 'react';
import type { DayContent } from '../../domain/sheets/daySheet.ts';
import type { SheetMark } from '../../domain/sheets/sheetMark.ts';
import { ENGLISH_SHEET } from '../../domain/sheets/sheetWords.ts';
import { MarkedTarget } from './MarkedTarget.tsx';
import { PageHead } from './PageHead.tsx';
import { PaperFrame } from './PaperFrame.tsx';
import { SheetStamp } from './SheetStamp.tsx';
import type { Paper } from './paper.ts';
import styles from './DaySheetPage.module.css';

const { form, runs } = ENGLISH_SHEET;

interface DaySheetPageProps {
  readonly sheet: DayContent & SheetMark;
  readonly paper: Paper;
}

/** The coach's own sheet of a day: who runs and lifts what, with room for a word on each. */
export const DaySheetPage = ({ sheet, paper }: DaySheetPageProps) => (
  <PaperFrame paper={paper} label={`${form.daySheet}, ${sheet.dateText}`}>
    <PageHead title={sheet.dateText} facts={[form.daySheet, sheet.variant, sheet.coach]}>
      <SheetStamp mark={sheet} />
    </PageHead>
    {sheet.rows.length === 0 ? (
      <p>{form.nothing}</p>
    ) : (
      <table className={styles['table']}>
        <colgroup>
          <col className={styles['nameWidth']} />
          <col className={styles['runWidth']} />
          <col />
          <col className={styles['doneWidth']} />
          <col className={styles['notesWidth']} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{form.athlete}</th>
            <th scope="col">{form.run}</th>
            <th scope="col">{form.lift}</th>
            <th scope="col">{form.done}</th>
            <th scope="col">{form.notes}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map((row, index) => (
            <tr key={`${row.athlete} ${index}`} className={styles['row']}>
              <th scope="row">
                <span className={styles['name']} dir="auto">
                  {row.athlete}
                </span>
                {row.groups}
              </th>
              <td>
                {row.runText} <strong>{row.runLetter}</strong>
              </td>
              <td>
                {row.lifts.map((lift) => (
                  <div key={lift.session}>
                    <strong>{lift.session}</strong> · {lift.minutes}
                    {lift.mains.map((main) => (
                      <p key={main.exercise} className={styles['main']}>
                        {main.exercise}{' '}
                        {main.targets.map((target, number) => (
                          <Fragment key={`${target} ${number}`}>
                            {number > 0 && '; '}
                            <MarkedTarget target={target} />
                          </Fragment>
                        ))}
                      </p>
                    ))}
                  </div>
                ))}
                {row.notes.map((note) => (
                  <p key={note}>{note}</p>
                ))}
              </td>
              <td>
                {row.runText !== runs.rest && <span className={styles['tick']} />}
                {row.lifts.map((lift) => (
                  <span key={lift.session} className={styles['tick']} />
                ))}
              </td>
              <td className={styles['blank']} aria-label={form.notes} />
            </tr>
          ))}
        </tbody>
      </table>
    )}
    {sheet.resting.length > 0 && (
      <p>
        <strong>{runs.rest}:</strong> {sheet.resting.join(', ')}
      </p>
    )}
  </PaperFrame>
);
