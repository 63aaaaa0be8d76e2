import { FileDown, Printer } from 'lucide-react';
import { isOfMany } from '../../domain/sheets/layouts.ts';
import { useAsk } from '../client/useAsk.ts';
import { count } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { JobProgress } from '../kit/JobProgress.tsx';
import type { Paper } from '../print/paper.ts';
import type { SheetOrder } from '../print/sheetOrder.ts';
import { client } from '../wire.ts';
import { pdfName, pdfNames } from './pdfName.ts';
import type { SheetEntry } from './roll.ts';
import { useSheetPrinting, type PdfFile } from './useSheetPrinting.ts';
import styles from './SheetsScreen.module.css';

interface SheetActionsProps {
  readonly order: SheetOrder;
  readonly paper: Paper;
  /** What is printed, in the order of the pile. */
  readonly picked: readonly SheetEntry[];
}

const athletesOf = (picked: readonly SheetEntry[]): readonly SheetEntry[] => [
  ...new Map(picked.map((entry) => [entry.athleteId, entry])).values(),
];

/** Out they go: as one PDF, as one each, or straight to a printer. */
export const SheetActions = ({ order, paper, picked }: SheetActionsProps) => {
  const shell = useAsk(client.shell.describe, {});
  const pdf = shell.state === 'ready' ? shell.value.pdf : { isOffered: false };
  const { print, savePdf, progress, cancel } = useSheetPrinting(order, paper);
  const sheets = isOfMany(order.layout) ? Math.min(1, picked.length) : picked.length;
  const athletes = athletesOf(picked);
  const names = athletes.map(({ name }) => name);
  const one: readonly PdfFile[] = [
    { fileName: pdfName(order.week, order.layout, isOfMany(order.layout) ? [] : names) },
  ];
  const each = (): readonly PdfFile[] => {
    const fileNames = pdfNames(order.week, order.layout, names);
    return athletes.map(({ athleteId }, index) => ({ fileName: fileNames[index] ?? '', athleteIds: [athleteId] }));
  };

  if (progress !== undefined) {
    return (
      <div className={styles['actions']}>
        <JobProgress what={`Printing ${count(sheets)}`} progress={progress} onCancel={cancel} />
      </div>
    );
  }
  return (
    <div className={styles['actions']}>
      {pdf.reason !== undefined && !pdf.isOffered && (
        <p className={styles['why']}>No PDF here: {pdf.reason}. Print instead.</p>
      )}
      <Button isDisabled={sheets === 0} onPress={() => void print()}>
        <Printer aria-hidden /> Print
      </Button>
      <Button look="main" isDisabled={sheets === 0 || !pdf.isOffered} onPress={() => void savePdf(one, sheets)}>
        <FileDown aria-hidden /> {`Save PDF · ${count(sheets)}`}
      </Button>
      {!isOfMany(order.layout) && pdf.isOffered && athletes.length > 1 && (
        <Button look="quiet" onPress={() => void savePdf(each(), sheets)}>
          A file each
        </Button>
      )}
    </div>
  );
};
