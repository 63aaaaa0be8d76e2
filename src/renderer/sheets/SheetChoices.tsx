import type { Weekday } from '../../domain/kernel/plainDate.ts';
import { WEEKDAYS } from '../../domain/kernel/plainDate.ts';
import type { SheetLayout } from '../../domain/sheets/layouts.ts';
import type { RackOrder } from '../../domain/sheets/rackSheet.ts';
import { weekdayName } from '../format.ts';
import { Checkbox, Select } from '../kit/Fields.tsx';
import { PAPER_SIZES, type Paper } from '../print/paper.ts';
import type { SheetOrder } from '../print/sheetOrder.ts';
import type { PileOrder } from './roll.ts';
import styles from './SheetsScreen.module.css';

/** What the coach has chosen beyond the week and the athletes. */
export interface SheetChoice {
  readonly layout: SheetLayout;
  readonly paper: Paper;
  readonly weekCount: number;
  readonly day: Weekday | undefined;
  readonly session: string | undefined;
  readonly rackOrder: RackOrder;
  readonly isNoGym: boolean;
  readonly pile: PileOrder;
  readonly isOnlyChanged: boolean;
}

/** The order of a choice, without its athletes. */
export const orderOf = (week: SheetOrder['week'], choice: SheetChoice): SheetOrder => {
  const { layout, weekCount, day, session, rackOrder, isNoGym } = choice;
  return {
    layout,
    week,
    ...(weekCount > 1 ? { weekCount } : {}),
    ...(hasDay(layout) && day !== undefined ? { day } : {}),
    ...(hasSessions(layout) && session !== undefined ? { sessions: [session] } : {}),
    ...(layout === 'rack' ? { rackOrder } : {}),
    ...(isNoGym && layout !== 'season' ? { isNoGym } : {}),
  };
};

const hasDay = (layout: SheetLayout): boolean => layout === 'rack' || layout === 'day';
const hasSessions = (layout: SheetLayout): boolean => layout === 'weekly' || layout === 'pocket';
const hasWeeks = (layout: SheetLayout): boolean => layout !== 'block' && layout !== 'season';

const LAYOUTS: readonly { readonly value: SheetLayout; readonly label: string; readonly hint: string }[] = [
  { value: 'weekly', label: 'Weekly sheet', hint: 'a page each' },
  { value: 'block', label: 'Block card', hint: 'exercises × weeks' },
  { value: 'rack', label: 'Rack sheet', hint: 'one session, all athletes' },
  { value: 'pocket', label: 'Pocket strips', hint: 'four to a page' },
  { value: 'day', label: 'Day run-sheet', hint: 'for the coach' },
  { value: 'season', label: 'Season page', hint: 'a year each' },
];

const PAPERS = (Object.keys(PAPER_SIZES) as Paper[]).map((value) => ({ value, label: PAPER_SIZES[value].label }));

const WEEK_COUNTS = [1, 2, 3, 4, 6, 8, 12].map((weeks) => ({
  value: String(weeks),
  label: weeks === 1 ? '1 week' : `${weeks} weeks`,
}));

const ALL = 'all';

interface SheetChoicesProps {
  readonly choice: SheetChoice;
  readonly onChange: (change: Partial<SheetChoice>) => void;
  /** Names of sessions in the week. */
  readonly sessions: readonly string[];
  /** Printed as they are now; absent where that is not known. */
  readonly unchanged: number | undefined;
}

/** Which sheet, on what paper, and what of the week. A layout shows only what it asks for. */
export const SheetChoices = ({ choice, onChange, sessions, unchanged }: SheetChoicesProps) => {
  const { layout } = choice;
  return (
    <div className={styles['choices']}>
      <Select
        label="Layout"
        isLabelHidden
        value={layout}
        onChange={(next) => onChange({ layout: next })}
        choices={LAYOUTS}
      />
      <Select
        label="Paper"
        isLabelHidden
        value={choice.paper}
        onChange={(paper) => onChange({ paper })}
        choices={PAPERS}
      />
      {hasWeeks(layout) && (
        <Select
          label="How many weeks"
          isLabelHidden
          value={String(choice.weekCount)}
          onChange={(weeks) => onChange({ weekCount: Number(weeks) })}
          choices={WEEK_COUNTS}
        />
      )}
      {hasSessions(layout) && sessions.length > 1 && (
        <Select
          label="Sessions"
          isLabelHidden
          value={choice.session ?? ALL}
          onChange={(session) => onChange({ session: session === ALL ? undefined : session })}
          choices={[
            { value: ALL, label: 'All sessions' },
            ...sessions.map((session) => ({ value: session, label: session })),
          ]}
        />
      )}
      {hasDay(layout) && <DayChoice choice={choice} onChange={onChange} />}
      {layout === 'rack' && (
        <Select
          label="Order on the rack sheet"
          isLabelHidden
          value={choice.rackOrder}
          onChange={(rackOrder) => onChange({ rackOrder })}
          choices={[
            { value: 'rack', label: 'By rack' },
            { value: 'plates', label: 'Equal plates together' },
            { value: 'name', label: 'By name' },
          ]}
        />
      )}
      {!hasDay(layout) && (
        <Select
          label="Order of the pile"
          isLabelHidden
          value={choice.pile}
          onChange={(pile) => onChange({ pile })}
          choices={[
            { value: 'name', label: 'Pile by name' },
            { value: 'group', label: 'Pile by group' },
          ]}
        />
      )}
      {layout !== 'season' && (
        <Checkbox isSelected={choice.isNoGym} onChange={(isNoGym) => onChange({ isNoGym })}>
          Without a gym
        </Checkbox>
      )}
      {unchanged !== undefined && unchanged > 0 && (
        <Checkbox isSelected={choice.isOnlyChanged} onChange={(isOnlyChanged) => onChange({ isOnlyChanged })}>
          Skip the unchanged ({unchanged})
        </Checkbox>
      )}
    </div>
  );
};

const DayChoice = ({ choice, onChange }: Pick<SheetChoicesProps, 'choice' | 'onChange'>) => (
  <Select
    label="Day"
    isLabelHidden
    value={choice.day === undefined ? ALL : String(choice.day)}
    onChange={(text) => onChange({ day: WEEKDAYS.find((day) => String(day) === text) })}
    choices={[
      ...(choice.layout === 'rack' ? [{ value: ALL, label: 'Busiest day' }] : [{ value: ALL, label: 'Monday' }]),
      ...WEEKDAYS.filter((day) => choice.layout === 'rack' || day !== 1).map((day) => ({
        value: String(day),
        label: weekdayName(day),
      })),
    ]}
  />
);
