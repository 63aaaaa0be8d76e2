import { CalendarClock, Footprints, Sparkles, TrendingDown, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { addDays, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { placeText } from '../../domain/placement/placementWords.ts';
import { useCommand } from '../client/useCommand.ts';
import { counted } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import { AwayDialog } from './AwayDialog.tsx';
import { EaseDialog } from './EaseDialog.tsx';
import { PlaceManyDialog } from './PlaceManyDialog.tsx';
import { PlacePanel } from './PlacePanel.tsx';
import { PlanBoard, type RowHead } from './PlanBoard.tsx';
import { PlanRunsDialog } from './PlanRunsDialog.tsx';
import { isSamePlace, type BoardRow, type CalendarView } from './planModel.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { usePlanBoard, type Drop } from './usePlanBoard.ts';
import styles from './PlanDesk.module.css';

interface PlanDeskProps {
  readonly label: string;
  readonly rows: readonly BoardRow[];
  readonly view: Pick<CalendarView, 'policies' | 'today' | 'athletes'>;
  readonly monday?: PlainDate;
  readonly Head: RowHead;
}

/** The board, the row that is looked at beside it, and what can be done with it. */
export const PlanDesk = ({ label, rows, view, monday, Head }: PlanDeskProps) => {
  const { policies, today, athletes } = view;
  const [asked, setAsked] = useState<Drop>();
  const [open, setOpen] = useState<'runs' | 'away' | 'many' | 'ease'>();
  const move = useCommand(client.calendar.moveSession);
  const clear = useCommand(client.calendar.clearRuns);

  const moveTo = async ({ row, lift, place }: Drop, reason?: string): Promise<void> => {
    setAsked(undefined);
    const reply = await move.run({
      athleteId: row.athlete.athleteId,
      sessionId: lift.sessionId,
      ...place,
      ...(reason === undefined ? {} : { reason }),
    });
    if (!reply.ok) return;
    const against = reply.value.broken.length > 0 ? ', with your reason' : '';
    const what = isSamePlace(lift, place) ? 'stays on' : 'moved to';
    tell({ tone: 'done', text: `${lift.name} ${what} ${placeText(place)}${against}.` });
  };

  const { setTable, ...board } = usePlanBoard({
    rows,
    policies,
    onDrop: (drop) => {
      if (drop.judged?.level === 'act') setAsked(drop);
      else void moveTo(drop);
    },
  });
  const row = rows[board.focus.row];
  if (row === undefined) return null;
  const inWeek = row.athlete.lifts.find(({ on }) => on >= row.monday && on < addDays(row.monday, 7));
  const hasWritten = row.athlete.writtenDays.some((on) => on >= row.monday && on < addDays(row.monday, 7));

  const toUsual = async (): Promise<void> => {
    const { athleteId } = row.athlete;
    const reply = await clear.run({ athleteId, from: row.monday, to: addDays(row.monday, 6) });
    if (reply.ok) tell({ tone: 'done', text: `${counted(reply.value.days, 'day')} back to the usual week.` });
  };

  return (
    <div className={styles['desk']}>
      <div className={styles['main']}>
        <div className={styles['tools']} role="group" aria-label={`For ${row.athlete.name}`}>
          <Button onPress={() => setOpen('runs')}>
            <Footprints aria-hidden /> Plan runs…
          </Button>
          {hasWritten && (
            <Button look="quiet" onPress={() => void toUsual()} isDisabled={clear.isRunning}>
              <Undo2 aria-hidden /> Usual week again
            </Button>
          )}
          <Button onPress={() => setOpen('away')}>
            <CalendarClock aria-hidden /> Travel and habits…
          </Button>
          {inWeek !== undefined && (
            <Button onPress={() => setOpen('ease')}>
              <TrendingDown aria-hidden /> Ease lifting…
            </Button>
          )}
          {monday !== undefined && athletes.length > 1 && (
            <Button onPress={() => setOpen('many')}>
              <Sparkles aria-hidden /> {`Place the lifts of these ${athletes.length}…`}
            </Button>
          )}
        </div>
        <PlanBoard
          label={label}
          rows={rows}
          policies={policies}
          today={today}
          board={board}
          onTable={setTable}
          {...(monday === undefined ? {} : { monday })}
          Head={Head}
        />
      </div>
      <PlacePanel key={row.key} row={row} policies={policies} today={today} onForce={setAsked} />
      {asked !== undefined && (
        <ReasonDialog
          drop={asked}
          onClose={() => setAsked(undefined)}
          onMove={(reason) => void moveTo(asked, reason)}
        />
      )}
      {open === 'runs' && (
        <PlanRunsDialog athlete={row.athlete} monday={row.monday} onClose={() => setOpen(undefined)} />
      )}
      {open === 'away' && <AwayDialog athlete={row.athlete} monday={row.monday} onClose={() => setOpen(undefined)} />}
      {open === 'ease' && inWeek !== undefined && (
        <EaseDialog
          athlete={row.athlete}
          programId={inWeek.programId}
          program={inWeek.program}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === 'many' && monday !== undefined && (
        <PlaceManyDialog athletes={athletes} monday={monday} onClose={() => setOpen(undefined)} />
      )}
    </div>
  );
};
