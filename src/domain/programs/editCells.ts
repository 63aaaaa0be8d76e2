import { fail, ok, type Result } from '../kernel/result.ts';
import type { Cell, Program, Session, Slot, Week } from './program.ts';
import type { CellEdit, NoSuchSlot } from './programEdit.ts';
import { readCell } from './shorthand.ts';
import { mapWeeks, weeksOf } from './weekWalk.ts';

/** What a row is beside its cells, and the session it stands in. */
interface Row {
  readonly session: Session;
  readonly slot: Slot;
}

interface Standing extends Row {
  readonly week: number;
}

const byLabel = (a: Slot, b: Slot): number => a.label.localeCompare(b.label, 'en', { numeric: true });

const withCell = (slot: Slot, cell: Exclude<Cell, { readonly kind: 'none' }>): Slot => {
  const { written: _written, ...rest } = slot;
  return cell.kind === 'sets'
    ? { ...rest, prescriptions: cell.prescriptions }
    : { ...rest, prescriptions: [], written: cell };
};

/** Where every slot of a program stands, by session and label: looked up once for a whole paste. */
const standings = (program: Program): ReadonlyMap<string, readonly Standing[]> => {
  const found = new Map<string, Standing[]>();
  weeksOf(program).forEach((week, index) => {
    for (const session of week.sessions) {
      for (const slot of session.slots) {
        const key = `${session.name}\n${slot.label}`;
        const places = found.get(key) ?? [];
        places.push({ week: index + 1, session, slot });
        found.set(key, places);
      }
    }
  });
  return found;
};

/** The row an edit writes to: the nearest week before that has it, or else the first after, or the new one it describes. */
const rowFor = (
  edit: CellEdit,
  places: readonly Standing[],
  sessions: ReadonlyMap<string, Session>,
): Row | undefined => {
  const { exerciseKey, week, label } = edit;
  const same = exerciseKey === undefined ? places : places.filter(({ slot }) => slot.exerciseKey === exerciseKey);
  const known = same.findLast((one) => one.week <= week) ?? same[0];
  if (known !== undefined) return known;
  if (exerciseKey === undefined) return undefined;
  const session =
    sessions.get(edit.session) ?? (edit.newSession && { name: edit.session, ...edit.newSession, slots: [] });
  if (session === undefined) return undefined;
  return { session, slot: { label, exerciseKey, role: 'assistance', prescriptions: [] } };
};

/** The slot that is there keeps its row and its note when it stays the same exercise. */
const slotWith = (own: Slot | undefined, row: Slot, cell: Exclude<Cell, { readonly kind: 'none' }>): Slot => {
  const { id: _id, note: _note, ...template } = row;
  return withCell(own !== undefined && own.exerciseKey === row.exerciseKey ? own : template, cell);
};

const sessionWith = (session: Session, row: Slot, cell: Cell): Session => {
  const own = session.slots.find((slot) => slot.label === row.label);
  if (cell.kind === 'none') {
    // Another exercise under the same label is another row: emptying this one leaves it.
    return own === undefined || own.exerciseKey !== row.exerciseKey
      ? session
      : { ...session, slots: session.slots.filter((slot) => slot !== own) };
  }
  const next = slotWith(own, row, cell);
  if (own === undefined) return { ...session, slots: [...session.slots, next].toSorted(byLabel) };
  return { ...session, slots: session.slots.map((slot) => (slot === own ? next : slot)) };
};

const weekWith = (week: Week, row: Row, cell: Cell): Week => {
  const { id: _id, ...template } = row.session;
  const own = week.sessions.find((session) => session.name === template.name);
  const next = sessionWith(own ?? { ...template, slots: [] }, row.slot, cell);
  const sessions =
    own === undefined ? [...week.sessions, next] : week.sessions.map((session) => (session === own ? next : session));
  return { ...week, sessions: sessions.filter((session) => session.slots.length > 0) };
};

/**
 * Cells written, many at once: relative ones are not worked out yet. Refused where an edit names a week or a row that is not there
 * and describes no new one.
 */
export const setCells = (program: Program, edits: readonly CellEdit[]): Result<Program, NoSuchSlot> => {
  const places = standings(program);
  const count = weeksOf(program).length;
  const sessions = new Map(weeksOf(program).flatMap((week) => week.sessions.map((one) => [one.name, one])));
  const writes: { readonly week: number; readonly row: Row; readonly cell: Cell }[] = [];
  for (const edit of edits) {
    const { week, session, label } = edit;
    const row = rowFor(edit, places.get(`${session}\n${label}`) ?? [], sessions);
    if (row === undefined || week > count) return fail({ week, session, label });
    writes.push({ week, row, cell: readCell(edit.text).cell });
  }
  const byWeek = Map.groupBy(writes, (write) => write.week);
  return ok(
    mapWeeks(program, (week, number) =>
      (byWeek.get(number) ?? []).reduce((next, { row, cell }) => weekWith(next, row, cell), week),
    ),
  );
};
