import { useEffect, useRef } from 'react';
import { ArrowLeft, Printer } from 'lucide-react';
import { useLocation, useSearchParams } from 'wouter';
import type { Contract } from '../../contract/contract.ts';
import type { InputOf, OutputOf } from '../../contract/derive.ts';
import { parseIsoWeek } from '../../domain/kernel/plainDate.ts';
import { useApp } from '../app/appContext.ts';
import { useAsk } from '../client/useAsk.ts';
import { Button } from '../kit/Button.tsx';
import { client } from '../wire.ts';
import { athletesIn } from './athletesIn.ts';
import { isPaper, usePrintedPaper, type Paper } from './paper.ts';
import { PaperFrame } from './PaperFrame.tsx';
import { useReadyMark } from './useReadyMark.ts';
import { WeekSheetPage } from './WeekSheetPage.tsx';
import styles from './WeekPrintPage.module.css';

type WeekOrder = InputOf<Contract['sheets']['week']>;
type WeekSheets = OutputOf<Contract['sheets']['week']>;

/** The page that becomes paper: `#/print/week?week=2026-W48&athletes=1,2&paper=a4`, and `&print=1` to be printed by hand. */
export const WeekPrintPage = () => {
  const app = useApp();
  const [params] = useSearchParams();
  const asked = params.get('paper');
  const week = parseIsoWeek(params.get('week') ?? '') ?? app.week;
  const athletes = athletesIn(params.get('athletes'));
  return (
    <Pages
      order={{ week, ...(athletes === undefined ? {} : { athleteIds: athletes }) }}
      paper={isPaper(asked) ? asked : app.settings.paper}
      isByHand={params.has('print')}
    />
  );
};

interface PagesProps {
  readonly order: WeekOrder;
  readonly paper: Paper;
  readonly isByHand: boolean;
}

const Pages = ({ order, paper, isByHand }: PagesProps) => {
  const sheets = useAsk(client.sheets.week, order);
  usePrintedPaper(paper);
  const isReady = useReadyMark(sheets.state !== 'waiting');
  usePrintOnce(isByHand && isReady && sheets.state === 'ready' && sheets.value.sheets.length > 0);
  return (
    <main className={styles['pages']}>
      {isByHand && <PrintBar order={order} paper={paper} />}
      {sheets.state === 'failed' && <p role="alert">The sheets could not be made. {sheets.message}</p>}
      {sheets.state === 'ready' && <Sheets value={sheets.value} paper={paper} />}
    </main>
  );
};

const Sheets = ({ value, paper }: { readonly value: WeekSheets; readonly paper: Paper }) => {
  if (value.sheets.length === 0) return <p>Nobody chosen has a program in this week, so there is nothing to print.</p>;
  return (
    <div className={styles['stack']}>
      {value.sheets.map((sheet) => (
        <PaperFrame key={sheet.sheetCode} paper={paper}>
          <WeekSheetPage sheet={sheet} paper={paper} />
        </PaperFrame>
      ))}
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

const PrintBar = ({ order, paper }: { readonly order: WeekOrder; readonly paper: Paper }) => {
  const [, go] = useLocation();
  const back = new URLSearchParams({ week: order.week, paper });
  if (order.athleteIds !== undefined) back.set('athletes', order.athleteIds.join(','));
  return (
    <div className={styles['bar']} role="toolbar" aria-label="Print">
      <Button onPress={() => go(`/sheets?${back.toString()}`)}>
        <ArrowLeft aria-hidden /> Back
      </Button>
      <Button look="main" onPress={() => globalThis.print()}>
        <Printer aria-hidden /> Print
      </Button>
    </div>
  );
};
