import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { addDays, mondayOf, mondayOfIsoWeek, parseIsoWeek, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { useApp } from '../app/appContext.ts';
import { useAsk } from '../client/useAsk.ts';
import { counted } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { Select } from '../kit/Fields.tsx';
import { RadioRow } from '../kit/RadioRow.tsx';
import { Empty, Failed, Waiting } from '../kit/States.tsx';
import { PlanDesk } from '../planning/PlanDesk.tsx';
import { WeekHead } from '../planning/WeekHead.tsx';
import { isTaper, nextRace, weekRunning, type BoardRow, type CalendarView } from '../planning/planModel.ts';
import { client } from '../wire.ts';
import { DayTable } from './DayTable.tsx';
import { MonthTable } from './MonthTable.tsx';
import { SpanStepper } from './SpanStepper.tsx';
import styles from './CalendarScreen.module.css';

const SPANS = [
  { value: 'month', label: 'Month' },
  { value: 'week', label: 'Week' },
  { value: 'day', label: 'Day' },
] as const;

type Span = (typeof SPANS)[number]['value'];

const MONTH_WEEKS = 6;
const SHOWN = 40;

const EVERYBODY = 'all';

/** Days that are shown: the week of a day, six weeks, or the day alone. */
const daysOf = (span: Span, on: PlainDate): { readonly from: PlainDate; readonly to: PlainDate } => {
  const monday = mondayOf(on);
  if (span === 'day') return { from: on, to: on };
  return { from: monday, to: addDays(monday, span === 'week' ? 6 : 7 * MONTH_WEEKS - 1) };
};

/** Who is asked for: everybody, a group, one athlete. */
const whoIn = (scope: string): { readonly group?: string; readonly athleteIds?: readonly AthleteId[] } => {
  if (scope.startsWith('group ')) return { group: scope.slice('group '.length) };
  if (scope.startsWith('athlete ')) return { athleteIds: [Number(scope.slice('athlete '.length)) as AthleteId] };
  return {};
};

/** The whole desk by days: who runs and lifts when, moved by hand or placed by rule. An address may name the athlete and the week. */
export const CalendarScreen = () => {
  const [params] = useSearchParams();
  return <Calendar key={params.toString()} params={params} />;
};

const Calendar = ({ params }: { readonly params: URLSearchParams }) => {
  const app = useApp();
  const week = parseIsoWeek(params.get('week') ?? '');
  const athlete = params.get('athlete');
  const [span, setSpan] = useState<Span>('week');
  const [on, setOn] = useState<PlainDate>(week === undefined ? app.today : mondayOfIsoWeek(week));
  const [most, setMost] = useState(SHOWN);
  const [scope, setScope] = useState(
    athlete !== null && /^[1-9]\d{0,8}$/u.test(athlete) ? `athlete ${athlete}` : EVERYBODY,
  );
  const roster = useAsk(client.athletes.list, {});
  const people = roster.state === 'ready' ? roster.value.athletes.filter(({ isArchived }) => !isArchived) : [];
  const groups = [...new Set(people.flatMap((one) => one.groups))].toSorted();
  const reading = useAsk(client.calendar.view, { ...whoIn(scope), ...daysOf(span, on), most });
  const look = (next: PlainDate, how: Span): void => {
    setOn(next);
    setSpan(how);
  };
  return (
    <div className={styles['screen']}>
      <header className={styles['head']}>
        <h1>Calendar</h1>
        <RadioRow label="Show" value={span} onChange={setSpan} choices={SPANS} />
        <SpanStepper span={span} on={on} today={app.today} onChange={setOn} />
        <div className={styles['scope']}>
          <Select
            label="Whose"
            isLabelHidden
            value={scope}
            onChange={(next) => {
              setScope(next);
              setMost(SHOWN);
            }}
            choices={[
              { value: EVERYBODY, label: 'The whole roster' },
              ...groups.map((group) => ({ value: `group ${group}`, label: group, hint: 'group' })),
              ...people.map(({ athleteId, name }) => ({ value: `athlete ${athleteId}`, label: name })),
            ]}
          />
        </div>
      </header>
      {reading.state === 'waiting' && <Waiting what="calendar" rows={10} />}
      {reading.state === 'failed' && (
        <Failed message={reading.message}>
          <Button onPress={() => setScope(EVERYBODY)}>The whole roster</Button>
        </Failed>
      )}
      {reading.state === 'ready' && (
        <Body
          key={`${span} ${scope}`}
          view={reading.value}
          span={span}
          on={on}
          onLook={look}
          onMore={() => setMost(most + SHOWN)}
        />
      )}
    </div>
  );
};

interface BodyProps {
  readonly view: CalendarView;
  readonly span: Span;
  readonly on: PlainDate;
  readonly onLook: (on: PlainDate, span: Span) => void;
  readonly onMore: () => void;
}

const rowsOf = ({ athletes }: CalendarView, mondays: readonly PlainDate[]): readonly BoardRow[] =>
  athletes.flatMap((athlete) => mondays.map((monday) => ({ key: `${athlete.athleteId} ${monday}`, athlete, monday })));

const AthleteHead = ({ row }: { readonly row: BoardRow }) => {
  const { today } = useApp();
  const race = nextRace(row.athlete, today);
  const running = weekRunning(row);
  return (
    <>
      <Link href={`/athlete/${row.athlete.athleteId}/plan`}>{row.athlete.name}</Link>
      {running !== '' && <p>{running}</p>}
      {race !== undefined && <p>{race}</p>}
      {isTaper(row.athlete, row.monday) && <p>taper</p>}
    </>
  );
};

const Body = ({ view, span, on, onLook, onMore }: BodyProps) => {
  const [only] = view.athletes;
  if (only === undefined) {
    return (
      <Empty title="Nobody to plan for" actions={<Link href="/roster">To the roster</Link>}>
        Runs and lifts stand here as soon as there are athletes.
      </Empty>
    );
  }
  const monday = mondayOf(on);
  const left = view.count - view.athletes.length;
  const more = left > 0 && (
    <p className={styles['more']}>
      {counted(view.athletes.length, 'athlete')} of {view.count} shown.{' '}
      <Button look="quiet" onPress={onMore}>
        Show more
      </Button>
    </p>
  );
  if (span === 'day')
    return (
      <div className={styles['scroll']}>
        <DayTable view={view} on={on} />
        {more}
      </div>
    );
  if (span === 'month' && view.athletes.length > 1)
    return (
      <div className={styles['scroll']}>
        <MonthTable
          view={view}
          monday={monday}
          onDay={(day) => onLook(day, 'day')}
          onWeek={(day) => onLook(day, 'week')}
        />
        {more}
      </div>
    );
  const mondays = Array.from({ length: span === 'month' ? MONTH_WEEKS : 1 }, (_, at) => addDays(monday, 7 * at));
  return (
    <div className={styles['body']}>
      <PlanDesk
        label={span === 'month' ? `Six weeks of ${only.name}` : 'Week'}
        rows={rowsOf(view, mondays)}
        view={view}
        {...(span === 'week' ? { monday } : {})}
        Head={span === 'month' ? WeekHead : AthleteHead}
      />
      {more}
    </div>
  );
};
