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

const collator = new Intl.Collator('en', { numeric: true });

const byLabel = (a: Slot, b: Slot): number => collator.compare(a.label, b.label);

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

interface CellWrite {
  readonly row: Row;
  readonly cell: Cell;
}

/** Slots by label with some cells written, one after another. */
const slotsWith = (slots: readonly Slot[], writes: readonly CellWrite[]): readonly Slot[] => {
  const next = new Map(slots.map((slot) => [slot.label, slot]));
  for (const { row, cell } of writes) {
    const { label, exerciseKey } = row.slot;
    const own = next.get(label);
    if (cell.kind !== 'none') next.set(label, slotWith(own, row.slot, cell));
    // Another exercise under the same label is another row: emptying this one leaves it.
    else if (own?.exerciseKey === exerciseKey) next.delete(label);
  }
  // What was there keeps its order; only what is new has to find its place.
  const isNew = [...next.keys()].some((label) => slots.every((slot) => slot.label !== label));
  return isNew ? [...next.values()].toSorted(byLabel) : [...next.values()];
};

const weekWith = (week: Week, writes: readonly CellWrite[]): Week => {
  const left = new Map(Map.groupBy(writes, ({ row }) => row.session.name));
  const kept = week.sessions.map((session) => {
    const mine = left.get(session.name);
    left.delete(session.name);
    return mine === undefined ? session : { ...session, slots: slotsWith(session.slots, mine) };
  });
  const begun = [...left.values()].flatMap((mine): readonly Session[] => {
    const first = mine[0];
    if (first === undefined) return [];
    const { id: _id, ...session } = first.row.session;
    return [{ ...session, slots: slotsWith([], mine) }];
  });
  return { ...week, sessions: [...kept, ...begun].filter((session) => session.slots.length > 0) };
};

/**
 * Cells written, many at once: relative ones are not worked out yet. Refused where an edit names a week or a row that is not there
 * and describes no new one.
 */
export const setCells = (program: Program, edits: readonly CellEdit[]): Result<Program, NoSuchSlot> => {
  const places = standings(program);
  const count = weeksOf(program).length;
  const sessions = new Map(weeksOf(program).flatMap((week) => week.sessions.map((one) => [one.name, one])));
  const writes: (CellWrite & { readonly week: number })[] = [];
  for (const edit of edits) {
    const { week, session, label } = edit;
    const row = rowFor(edit, places.get(`${session}\n${label}`) ?? [], sessions);
    if (row === undefined || week > count) return fail({ week, session, label });
    writes.push({ week, row, cell: readCell(edit.text).cell });
  }
  const byWeek = Map.groupBy(writes, (write) => write.week);
  return ok(
    mapWeeks(program, (week, number) => {
      const mine = byWeek.get(number);
      return mine === undefined ? week : weekWith(week, mine);
    }),
  );
};
