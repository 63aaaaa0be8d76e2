import { useState } from 'react';
import { Keyboard } from 'lucide-react';
import { Link, useSearchParams } from 'wouter';
import { parseIsoWeek, type IsoWeek } from '../../domain/kernel/plainDate.ts';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { isOfMany, SHEET_LAYOUTS } from '../../domain/sheets/layouts.ts';
import { useApp } from '../app/appContext.ts';
import { useKeys } from '../app/keys.ts';
import { useAsk } from '../client/useAsk.ts';
import { Failed, Waiting } from '../kit/States.tsx';
import { WeekStepper } from '../kit/WeekStepper.tsx';
import { athletesIn } from '../print/athletesIn.ts';
import { isPaper, type Paper } from '../print/paper.ts';
import type { SheetOrder } from '../print/sheetOrder.ts';
import { client } from '../wire.ts';
import { AthleteChooser } from './AthleteChooser.tsx';
import { NobodyPlanned } from './NobodyPlanned.tsx';
import { SheetActions } from './SheetActions.tsx';
import { orderOf, SheetChoices, type SheetChoice } from './SheetChoices.tsx';
import { SheetPreview } from './SheetPreview.tsx';
import { entryKey, inPile, type SheetEntry, type WithoutSheet } from './roll.ts';
import styles from './SheetsScreen.module.css';

const firstChoice = (params: URLSearchParams, usualPaper: Paper): SheetChoice => {
  const paper = params.get('paper');
  return {
    layout: SHEET_LAYOUTS.find((layout) => layout === params.get('layout')) ?? 'weekly',
    paper: isPaper(paper) ? paper : usualPaper,
    weekCount: 1,
    day: undefined,
    session: undefined,
    rackOrder: 'rack',
    isNoGym: false,
    pile: 'name',
    isOnlyChanged: false,
  };
};

/** Who is printed: those chosen, and of them on request only those whose sheet has changed. */
const pickedOf = (
  entries: readonly SheetEntry[],
  chosen: ReadonlySet<AthleteId> | undefined,
  { isOnlyChanged }: SheetChoice,
): readonly SheetEntry[] =>
  entries.filter(
    ({ athleteId, mark }) => (chosen?.has(athleteId) ?? true) && !(isOnlyChanged && mark?.isPrinted === true),
  );

/** The order with its athletes, each once and as the pile lies; everybody need not be named. */
const orderFor = (order: SheetOrder, entries: readonly SheetEntry[], picked: readonly SheetEntry[]): SheetOrder => {
  const isEverybody = picked.length === entries.length;
  const isAsItComes = picked.every(({ athleteId }, index) => entries[index]?.athleteId === athleteId);
  if (isEverybody && isAsItComes) return order;
  return { ...order, athleteIds: [...new Set(picked.map(({ athleteId }) => athleteId))] };
};

/** The sheets as they will lie on the table: which, who gets one, how it looks, and out it goes. */
export const SheetsScreen = () => {
  const app = useApp();
  const [params] = useSearchParams();
  const [week, setWeek] = useState<IsoWeek>(() => parseIsoWeek(params.get('week') ?? '') ?? app.week);
  const [choice, setChoice] = useState<SheetChoice>(() => firstChoice(params, app.settings.paper));
  // Undefined: everybody who has a sheet, also those who get one only in the next week that is looked at.
  const [chosen, setChosen] = useState<ReadonlySet<AthleteId> | undefined>(() => {
    const asked = athletesIn(params.get('athletes'));
    return asked === undefined ? undefined : new Set(asked);
  });
  const order = orderOf(week, choice);
  const reading = useAsk(client.sheets.roll, order);
  const entries = reading.state === 'ready' ? reading.value.entries : [];
  const picked = pickedOf(inPile(entries, choice.pile), chosen, choice);
  const sessions = [...new Set(entries.flatMap((entry) => entry.sessions))].toSorted();
  const isKnown = entries.some(({ mark }) => mark !== undefined);

  return (
    <div className={styles['screen']}>
      <header className={styles['head']}>
        <h1>Sheets</h1>
        <WeekStepper week={week} thisWeek={app.week} onChange={setWeek} />
        <Link href="/sheets/type-in" className={styles['typeIn']}>
          <Keyboard aria-hidden size={15} /> Type in
        </Link>
        <SheetActions order={orderFor(order, entries, picked)} paper={choice.paper} picked={picked} />
      </header>
      <SheetChoices
        choice={choice}
        onChange={(change) => setChoice({ ...choice, ...change })}
        sessions={
          choice.session === undefined ? sessions : [...new Set([...sessions, choice.session, ''])].filter(Boolean)
        }
        unchanged={isKnown ? entries.filter(({ mark }) => mark?.isPrinted === true).length : undefined}
      />
      {reading.state === 'waiting' && <Waiting what="sheets" rows={10} />}
      {reading.state === 'failed' && <Failed message={reading.message} />}
      {reading.state === 'ready' && (
        <Body
          entries={inPile(entries, choice.pile)}
          without={reading.value.without}
          order={order}
          paper={choice.paper}
          chosen={chosen}
          onChoose={setChosen}
        />
      )}
    </div>
  );
};

interface BodyProps {
  readonly entries: readonly SheetEntry[];
  readonly without: readonly WithoutSheet[];
  readonly order: SheetOrder;
  readonly paper: Paper;
  readonly chosen: ReadonlySet<AthleteId> | undefined;
  readonly onChoose: (chosen: ReadonlySet<AthleteId> | undefined) => void;
}

const Body = ({ entries, without, order, paper, chosen, onChoose }: BodyProps) => {
  const [wanted, setShown] = useState<string>();
  const at = Math.max(
    entries.findIndex((entry) => entryKey(entry) === wanted),
    wanted === undefined ? entries.findIndex((entry) => chosen?.has(entry.athleteId) ?? true) : 0,
    0,
  );
  const step = (by: number): void => {
    const next = entries[at + by];
    if (next !== undefined) setShown(entryKey(next));
  };
  useKeys({ '[': () => step(-1), ']': () => step(1) });
  const shown = entries[at];
  if (shown === undefined) return <NobodyPlanned week={order.week} without={without} />;
  const isShared = isOfMany(order.layout);
  const whose = isShared
    ? chosen === undefined
      ? undefined
      : entries.map(({ athleteId }) => athleteId).filter((athleteId) => chosen.has(athleteId))
    : [shown.athleteId];
  return (
    <div className={styles['body']}>
      <AthleteChooser
        entries={entries}
        without={without}
        chosen={chosen}
        onChoose={onChoose}
        shown={isShared ? undefined : entryKey(shown)}
        onShow={setShown}
      />
      <SheetPreview
        order={{ ...order, week: shown.week, ...(whose === undefined ? {} : { athleteIds: whose }) }}
        entry={shown}
        paper={paper}
        place={at + 1}
        of={entries.length}
        onStep={step}
      />
    </div>
  );
};
