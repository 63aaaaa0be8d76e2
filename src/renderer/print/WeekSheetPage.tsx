import type { WeekSheet } from '../../domain/sheets/weekSheet.ts';
import { Logo } from './Logo.tsx';
import { PaperFrame } from './PaperFrame.tsx';
import { RunStrip } from './RunStrip.tsx';
import { SessionTable } from './SessionTable.tsx';
import { SheetFoot } from './SheetFoot.tsx';
import type { Paper } from './paper.ts';
import styles from './WeekSheetPage.module.css';
import { useSheetWords } from './sheetWordsContext.ts';

interface WeekSheetPageProps {
  readonly sheet: WeekSheet;
  readonly paper: Paper;
}

const Band = ({ sheet: { band } }: { readonly sheet: WeekSheet }) => (
  <header className={styles['band']}>
    <Logo className={styles['logo'] ?? ''} />
    <div className={styles['who']}>
      <h1 className={styles['athlete']} dir="auto">
        {band.athlete}
      </h1>
      <p className={styles['goal']}>
        {band.goal}
        {band.variant !== undefined && <strong> · {band.variant}</strong>}
      </p>
    </div>
    <div className={styles['when']}>
      <p>
        <strong>{band.week}</strong> · {band.dates}
      </p>
      {band.countdown !== undefined && <p>{band.countdown}</p>}
      <p>
        {band.program} · {band.units}
      </p>
      {band.coach !== undefined && <p>{band.coach}</p>}
    </div>
  </header>
);

/** More exercises than this run on to a second page, which then must say whose it is. */
const ROWS_ON_A_PAGE = 10;

/** One athlete's week as a page: what the sheet says, on the paper given, and nothing else. Preview and print show the same. */
export const WeekSheetPage = ({ sheet, paper }: WeekSheetPageProps) => {
  const { form } = useSheetWords();
  const rows = sheet.panels.reduce((sum, panel) => sum + panel.rows.length, 0);
  const whose = rows > ROWS_ON_A_PAGE ? `${sheet.band.athlete} · ${sheet.sheetCode}` : undefined;
  return (
    <PaperFrame paper={paper} isRoomy={sheet.panels.length === 1} label={`${sheet.band.athlete}, ${sheet.band.dates}`}>
      <Band sheet={sheet} />
      <RunStrip days={sheet.strip} />
      {sheet.panels.map((panel) => (
        <SessionTable key={panel.name} panel={panel} whose={whose} />
      ))}
      <div className={styles['notes']}>{form.notes}</div>
      <SheetFoot sheet={sheet} />
    </PaperFrame>
  );
};
