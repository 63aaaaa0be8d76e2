// Print has fonts of its own, one file a weight: a variable font reaches a PDF as drawings of its letters.
import '@fontsource/inter/400.css';
import '@fontsource/inter/700.css';
import type { WeekSheet } from '../../domain/sheets/weekSheet.ts';
import { RunStrip } from './RunStrip.tsx';
import { SessionTable } from './SessionTable.tsx';
import { NOTES } from './sheetColumns.ts';
import { SheetFoot } from './SheetFoot.tsx';
import type { Paper } from './paper.ts';
import styles from './WeekSheetPage.module.css';

interface WeekSheetPageProps {
  readonly sheet: WeekSheet;
  readonly paper: Paper;
}

const Band = ({ sheet: { band } }: { readonly sheet: WeekSheet }) => (
  <header className={styles['band']}>
    <div className={styles['who']}>
      <h1 className={styles['athlete']}>{band.athlete}</h1>
      <p className={styles['goal']}>{band.goal}</p>
    </div>
    <div className={styles['when']}>
      <p>
        <strong>{band.week}</strong> · {band.dates}
      </p>
      {band.countdown !== undefined && <p>{band.countdown}</p>}
      <p>
        {band.program} · {band.units}
        {band.coach !== undefined && (
          <>
            {' · '}
            <span className={styles['whole']}>{band.coach}</span>
          </>
        )}
      </p>
    </div>
  </header>
);

/** One athlete's week as a page: what the sheet says, on the paper given, and nothing else. Preview and print show the same. */
export const WeekSheetPage = ({ sheet, paper }: WeekSheetPageProps) => (
  <article
    className={styles['page']}
    data-paper={paper}
    data-roomy={sheet.panels.length === 1}
    aria-label={`${sheet.band.athlete}, ${sheet.band.dates}`}
  >
    <Band sheet={sheet} />
    <RunStrip days={sheet.strip} />
    {sheet.panels.map((panel) => (
      <SessionTable key={panel.name} panel={panel} />
    ))}
    <div className={styles['notes']}>{NOTES}</div>
    <SheetFoot sheet={sheet} />
  </article>
);
