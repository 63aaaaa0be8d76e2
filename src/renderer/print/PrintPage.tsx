import { useEffect, useRef } from 'react';
import { ArrowLeft, Printer } from 'lucide-react';
import { useSearchParams } from 'wouter';
import { isLandscape, type SheetLayout } from '../../domain/sheets/layouts.ts';
import { useApp } from '../app/appContext.ts';
import { Button } from '../kit/Button.tsx';
import { isPaper, usePrintedPaper, type Paper } from './paper.ts';
import { orderIn, type SheetOrder } from './sheetOrder.ts';
import { SheetPages } from './SheetPages.tsx';
import { useReadyMark } from './useReadyMark.ts';
import { useSheetsInParts, type SheetsInParts } from './useSheetsInParts.ts';
import styles from './PrintPage.module.css';

/** The page that becomes paper: `#/print/weekly?week=2026-W48&athletes=1,2&paper=a4`, and `&print=1` to be printed by hand. */
export const PrintPage = ({ layout }: { readonly layout: SheetLayout }) => {
  const app = useApp();
  const [params] = useSearchParams();
  const asked = params.get('paper');
  const from = params.get('from');
  return (
    <Pages
      order={orderIn(layout, params, app.week)}
      paper={isPaper(asked) ? asked : app.settings.paper}
      from={from !== null && /^\d{1,6}$/u.test(from) ? Number(from) : undefined}
      isByHand={params.has('print')}
    />
  );
};

interface PagesProps {
  readonly order: SheetOrder;
  readonly paper: Paper;
  /** Only a part of the order, from so many athletes on; absent: all of it. */
  readonly from: number | undefined;
  readonly isByHand: boolean;
}

const Pages = ({ order, paper, from, isByHand }: PagesProps) => {
  const answer = useSheetsInParts(order, from);
  usePrintedPaper(paper, isLandscape(order.layout) ? 'landscape' : 'portrait');
  const isReady = useReadyMark(answer.state !== 'waiting');
  usePrintOnce(isByHand && isReady && answer.state === 'ready' && answer.sheets.length > 0);
  return (
    <main className={styles['pages']}>
      {isByHand && <PrintBar />}
      <Answer answer={answer} paper={paper} />
    </main>
  );
};

const Answer = ({ answer, paper }: { readonly answer: SheetsInParts; readonly paper: Paper }) => {
  if (answer.state === 'waiting') return null;
  if (answer.state === 'failed') return <p role="alert">The sheets could not be made. {answer.message}</p>;
  if (answer.sheets.length === 0) return <p>Nothing is planned for those chosen, so there is nothing to print.</p>;
  return (
    <div className={styles['stack']}>
      <SheetPages sheets={answer.sheets} paper={paper} />
    </div>
  );
};

/** Opens the system's print dialog by itself, once. */
const usePrintOnce = (isWanted: boolean): void => {
  const hasPrinted = useRef(false);
  useEffect(() => {
    if (!isWanted || hasPrinted.current) return;
    hasPrinted.current = true;
    globalThis.print();
  }, [isWanted]);
};

const PrintBar = () => (
  <div className={styles['bar']} role="toolbar" aria-label="Print">
    <Button onPress={() => globalThis.history.back()}>
      <ArrowLeft aria-hidden /> Back
    </Button>
    <Button look="main" onPress={() => globalThis.print()}>
      <Printer aria-hidden /> Print
    </Button>
  </div>
);
