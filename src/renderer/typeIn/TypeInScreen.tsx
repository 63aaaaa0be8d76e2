import { useEffect, useRef, useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { readSheetCode, sheetCodeSlip, type SheetCode } from '../../domain/sheets/sheetCode.ts';
import { errorText } from '../../contract/errorText.ts';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { useApp } from '../app/appContext.ts';
import { modKey } from '../app/keys.ts';
import { useAsk, type Reading } from '../client/useAsk.ts';
import { Button } from '../kit/Button.tsx';
import { Failed, Waiting } from '../kit/States.tsx';
import { client } from '../wire.ts';
import { CodeField } from './CodeField.tsx';
import { NextWeek } from './NextWeek.tsx';
import { SheetDesk, TodayDesk } from './SheetDesk.tsx';
import { useSitting } from './sitting.ts';
import { SittingList, useUndo } from './SittingList.tsx';
import { StartPage } from './StartPage.tsx';
import type { SheetToType } from './typing.ts';
import styles from './TypeInScreen.module.css';

const HERE = '/sheets/type-in';

/** Keys that work in fields too: with Alt nobody types. */
const useAltKeys = (keys: Readonly<Record<string, () => void>>): void => {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const act = latest.current[event.code];
      if (!event.altKey || event.ctrlKey || event.metaKey || act === undefined) return;
      if (document.querySelector('[role="dialog"]') !== null) return;
      event.preventDefault();
      act();
    };
    globalThis.addEventListener('keydown', onKey);
    return () => globalThis.removeEventListener('keydown', onKey);
  }, []);
};

const athleteIn = (text: string | null): AthleteId | undefined =>
  text !== null && /^[1-9]\d{0,8}$/u.test(text) ? (Number(text) as AthleteId) : undefined;

/** Why a code cannot be one, known without asking. */
const slipOf = (code: string): string | undefined => {
  const slip = sheetCodeSlip(code);
  return code === '' || slip === undefined ? undefined : errorText({ tag: 'SheetCodeMistyped', typed: code, slip });
};

interface Asked {
  readonly code: string;
  /** The code as it is printed, when it can be one. */
  readonly sheetCode: SheetCode | undefined;
  readonly athleteId: AthleteId | undefined;
}

/** What the address asks for: a sheet by its code, or an athlete's session of today. */
const useAsked = (): Asked => {
  const [params] = useSearchParams();
  const code = params.get('code') ?? '';
  return {
    code,
    sheetCode: readSheetCode(code),
    athleteId: code === '' ? athleteIn(params.get('athlete')) : undefined,
  };
};

/** Results from paper: a code, the same sheet on the screen, as planned but for what is typed; then the next code. */
export const TypeInScreen = ({ page }: { readonly page: string | undefined }) => {
  const [, go] = useLocation();
  const asked = useAsked();
  const { code, sheetCode } = asked;
  const sheet = useAsk(client.typeIn.open, { code }, { isWanted: sheetCode !== undefined });
  const [times, setTimes] = useState(0);
  const sitting = useSitting();
  const undo = useUndo();
  const [last] = sitting.filter(({ isUndone, step }) => !isUndone && step !== undefined);

  const focusCode = (): void => setTimes(times + 1);
  const askNext = (): void => {
    go(HERE);
    focusCode();
  };
  useAltKeys({
    KeyP: () => go(`${HERE}/next`),
    KeyU: () => {
      if (last !== undefined) void undo(last);
    },
  });

  const refused = sheetCode !== undefined && sheet.state === 'failed' ? sheet.message : undefined;
  return (
    <div className={styles['screen']}>
      <header className={styles['head']}>
        <h1>Type in</h1>
        <CodeField
          code={code}
          problem={slipOf(code) ?? refused}
          asked={`${times} ${page ?? ''}`}
          onCode={(typed) => go(`${HERE}?code=${encodeURIComponent(typed)}`)}
        />
        <span className={styles['tools']}>
          <Button isDisabled={sitting.length === 0} onPress={() => go(`${HERE}/next`)}>
            Proposals <kbd className={styles['key']}>Alt P</kbd>
          </Button>
        </span>
      </header>
      <div className={styles['body']}>
        <div className={styles['main']}>
          {page === 'next' ? <NextWeek /> : <Main {...asked} sheet={sheet} onDone={askNext} onLeave={focusCode} />}
        </div>
        <aside className={styles['aside']}>
          <SittingList />
          <Keys />
        </aside>
      </div>
    </div>
  );
};

interface MainProps extends Asked {
  readonly sheet: Reading<SheetToType>;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}

const Main = ({ sheetCode, athleteId, sheet, onDone, onLeave }: MainProps) => {
  if (athleteId !== undefined) return <Today key={athleteId} athleteId={athleteId} onDone={onDone} onLeave={onLeave} />;
  // What was refused is said beside the code; what is waiting may hold the right one.
  if (sheetCode === undefined || sheet.state === 'failed') return <StartPage />;
  if (sheet.state === 'waiting' || sheet.value.sheet?.sheetCode !== sheetCode)
    return <Waiting what="sheet" rows={10} />;
  return <SheetDesk key={sheetCode} view={sheet.value} onDone={onDone} onLeave={onLeave} />;
};

interface TodayProps extends Pick<MainProps, 'onDone' | 'onLeave'> {
  readonly athleteId: AthleteId;
}

const Today = ({ athleteId, onDone, onLeave }: TodayProps) => {
  const { today } = useApp();
  const week = useAsk(client.typeIn.week, { athleteId, on: today });
  if (week.state === 'failed') return <Failed message={week.message} />;
  if (week.state === 'waiting' || week.value.athletes[0]?.athleteId !== athleteId) {
    return <Waiting what="session" rows={10} />;
  }
  return <TodayDesk view={week.value} onDone={onDone} onLeave={onLeave} />;
};

const SHORTHAND: readonly (readonly [string, string])[] = [
  ['4', '4 reps, load as planned'],
  ['92.5', 'another load'],
  ['5x92.5@8', 'reps × load @ RPE'],
  ['5,5,4', 'three sets at once'],
  ['@8 · rir2', 'how hard'],
  ['-', 'not done'],
  ['--', 'nor the rest of the line'],
];

const Keys = () => (
  <section className={styles['keys']} aria-label="Keys">
    <h2>Keys</h2>
    <dl>
      {[
        ['Enter', 'line as planned, next line'],
        [`${modKey} Enter`, 'all the rest as planned; in the foot: save'],
        ['↑ ↓', 'line above, below'],
        ['Alt N', 'session not done'],
        ['Esc', 'back to the code; typing is kept'],
        ['Alt U', 'undo the last sheet'],
        ['Alt P', 'proposals from the results'],
      ].map(([keys, words]) => (
        <div key={keys}>
          <dt>
            <kbd>{keys}</kbd>
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
    <h2>In a box</h2>
    <dl>
      {SHORTHAND.map(([typed, words]) => (
        <div key={typed}>
          <dt>
            <code>{typed}</code>
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
    <p className="quiet">Empty is as planned. A line’s RPE stands for all its sets. A day is typed as thu, 19 or +1.</p>
  </section>
);
