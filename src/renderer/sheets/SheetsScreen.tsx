import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { parseIsoWeek, type IsoWeek } from '../../domain/kernel/plainDate.ts';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import type { SheetCode } from '../../domain/sheets/sheetCode.ts';
import { useApp } from '../app/appContext.ts';
import { useKeys } from '../app/keys.ts';
import { useAsk } from '../client/useAsk.ts';
import { Select } from '../kit/Fields.tsx';
import { Failed, Waiting } from '../kit/States.tsx';
import { WeekStepper } from '../kit/WeekStepper.tsx';
import { athletesIn } from '../print/athletesIn.ts';
import { isPaper, PAPER_SIZES, type Paper } from '../print/paper.ts';
import { client } from '../wire.ts';
import { AthleteChooser } from './AthleteChooser.tsx';
import { NobodyPlanned } from './NobodyPlanned.tsx';
import { SheetActions } from './SheetActions.tsx';
import { SheetPreview } from './SheetPreview.tsx';
import type { WeekSheets } from './weekSheets.ts';
import styles from './SheetsScreen.module.css';

const PAPER_CHOICES = (Object.keys(PAPER_SIZES) as Paper[]).map((value) => ({
  value,
  label: PAPER_SIZES[value].label,
}));

/** The week's sheets as they will lie on the table: who gets one, how it looks, and out it goes. */
export const SheetsScreen = () => {
  const app = useApp();
  const [params] = useSearchParams();
  const [week, setWeek] = useState<IsoWeek>(() => parseIsoWeek(params.get('week') ?? '') ?? app.week);
  const [paper, setPaper] = useState<Paper>(() => {
    const asked = params.get('paper');
    return isPaper(asked) ? asked : app.settings.paper;
  });
  // Undefined: everybody who has a sheet, also those who get one only in the next week that is looked at.
  const [chosen, setChosen] = useState<ReadonlySet<AthleteId> | undefined>(() => {
    const asked = athletesIn(params.get('athletes'));
    return asked === undefined ? undefined : new Set(asked);
  });
  const reading = useAsk(client.sheets.week, { week });
  const sheets = reading.state === 'ready' ? reading.value.sheets : [];
  const picked = sheets.filter((sheet) => chosen?.has(sheet.athleteId) ?? true);

  return (
    <div className={styles['screen']}>
      <header className={styles['head']}>
        <h1>Sheets</h1>
        <WeekStepper week={week} thisWeek={app.week} onChange={setWeek} />
        <div className={styles['paper']}>
          <Select label="Paper" isLabelHidden value={paper} onChange={setPaper} choices={PAPER_CHOICES} />
        </div>
        <SheetActions week={week} paper={paper} picked={picked} isEveryone={picked.length === sheets.length} />
      </header>
      {reading.state === 'waiting' && <Waiting what="sheets" rows={10} />}
      {reading.state === 'failed' && <Failed message={reading.message} />}
      {reading.state === 'ready' && (
        <Body value={reading.value} week={week} paper={paper} chosen={chosen} onChoose={setChosen} />
      )}
    </div>
  );
};

interface BodyProps {
  readonly value: WeekSheets;
  readonly week: IsoWeek;
  readonly paper: Paper;
  readonly chosen: ReadonlySet<AthleteId> | undefined;
  readonly onChoose: (chosen: ReadonlySet<AthleteId> | undefined) => void;
}

const Body = ({ value, week, paper, chosen, onChoose }: BodyProps) => {
  const { sheets, without } = value;
  const [wanted, setShown] = useState<SheetCode>();
  const at = Math.max(
    sheets.findIndex((sheet) => sheet.sheetCode === wanted),
    wanted === undefined ? sheets.findIndex((sheet) => chosen?.has(sheet.athleteId) ?? true) : 0,
    0,
  );
  const step = (by: number): void => {
    const next = sheets[at + by];
    if (next !== undefined) setShown(next.sheetCode);
  };
  useKeys({ '[': () => step(-1), ']': () => step(1) });
  const shown = sheets[at];
  if (shown === undefined) return <NobodyPlanned week={week} without={without} />;
  return (
    <div className={styles['body']}>
      <AthleteChooser
        sheets={sheets}
        without={without}
        chosen={chosen}
        onChoose={onChoose}
        shown={shown.sheetCode}
        onShow={setShown}
      />
      <SheetPreview sheet={shown} paper={paper} place={at + 1} of={sheets.length} onStep={step} />
    </div>
  );
};
