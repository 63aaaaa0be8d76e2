import { FileDown, Printer } from 'lucide-react';
import { useLocation } from 'wouter';
import { weekPrintRoute } from '../../contract/printRoute.ts';
import type { IsoWeek } from '../../domain/kernel/plainDate.ts';
import { useAsk } from '../client/useAsk.ts';
import { useCommand } from '../client/useCommand.ts';
import { count, counted } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { tell } from '../kit/notices.ts';
import type { Paper } from '../print/paper.ts';
import { client } from '../wire.ts';
import type { AthleteSheet } from './weekSheets.ts';
import { pdfName } from './pdfName.ts';
import styles from './SheetsScreen.module.css';

interface SheetActionsProps {
  readonly week: IsoWeek;
  readonly paper: Paper;
  readonly picked: readonly AthleteSheet[];
  readonly isEveryone: boolean;
}

/** A download begins with a click on a link; the link need not be seen. */
const download = (url: string, fileName: string): void => {
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
};

/** Out they go: as one PDF, or straight to a printer. */
export const SheetActions = ({ week, paper, picked, isEveryone }: SheetActionsProps) => {
  const [, go] = useLocation();
  const shell = useAsk(client.shell.describe, {});
  const pdf = shell.state === 'ready' ? shell.value.pdf : { isOffered: false };
  const save = useCommand(client.shell.savePdf);
  const athleteIds = isEveryone ? undefined : picked.map((sheet) => sheet.athleteId);
  const order = { week, paper, ...(athleteIds === undefined ? {} : { athleteIds }) };

  const savePdf = async (): Promise<void> => {
    const names = picked.map((sheet) => sheet.band.athlete);
    const reply = await save.run({ ...order, suggestedName: pdfName(week, names) });
    if (!reply.ok || reply.value.kind === 'cancelled') return;
    if (reply.value.kind === 'saved') {
      tell({ tone: 'done', text: `${counted(picked.length, 'sheet')} saved in ${reply.value.path}.` });
      return;
    }
    download(reply.value.url, reply.value.fileName);
    tell({
      tone: 'done',
      text: `${counted(picked.length, 'sheet')} saved as ${reply.value.fileName} in your downloads.`,
    });
  };

  return (
    <div className={styles['actions']}>
      {pdf.reason !== undefined && !pdf.isOffered && (
        <p className={styles['why']}>No PDF here: {pdf.reason}. Print instead.</p>
      )}
      <Button isDisabled={picked.length === 0} onPress={() => go(`${weekPrintRoute(order)}&print=1`)}>
        <Printer aria-hidden /> Print
      </Button>
      <Button
        look="main"
        isDisabled={picked.length === 0 || !pdf.isOffered || save.isRunning}
        onPress={() => void savePdf()}
      >
        <FileDown aria-hidden />
        {save.isRunning ? `Making ${counted(picked.length, 'page')}…` : `Save PDF · ${count(picked.length)}`}
      </Button>
    </div>
  );
};
