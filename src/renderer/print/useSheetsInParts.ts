import { useEffect, useState } from 'react';
import { errorText } from '../../contract/errorText.ts';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { isOfMany } from '../../domain/sheets/layouts.ts';
import { weekAfter } from '../kit/weekSteps.ts';
import { client } from '../wire.ts';
import { askSheets, type LaidOut } from './askSheets.ts';
import type { SheetOrder } from './sheetOrder.ts';

export type SheetsInParts =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'ready'; readonly sheets: readonly LaidOut[] };

/** So many sheets are asked for at a time, however many are printed: no message and no reading grows with the roster. */
const SHEETS_ASKED = 20;

/** So many are drawn on one page when it is printed part by part: a sheet takes Chromium some 5 MB. */
const SHEETS_DRAWN = 60;

const everybody = async (): Promise<readonly AthleteId[] | undefined> => {
  const reply = await client.athletes.list({});
  if (!reply.ok) return undefined;
  return reply.value.athletes.filter(({ isArchived }) => !isArchived).map(({ athleteId }) => athleteId);
};

/** Says to whoever prints this page how far it is, as `printPage.ts` of the contract has it. */
const say = (what: 'drawn' | 'nextFrom' | 'empty' | 'failed', text: string): void => {
  document.documentElement.dataset[what] = text;
};

const saySilence = (): void => {
  for (const what of ['drawn', 'nextFrom', 'empty', 'failed']) delete document.documentElement.dataset[what];
};

/** An order of several weeks as one order a week. */
const weekByWeek = ({ weekCount = 1, ...order }: SheetOrder): readonly SheetOrder[] =>
  Array.from({ length: order.layout === 'block' || order.layout === 'season' ? 1 : weekCount }, (_, index) => ({
    ...order,
    week: weekAfter(order.week, index),
  }));

/** Some of the athletes of an order, and how many of all come before the next. */
interface Part {
  readonly orders: readonly SheetOrder[];
  readonly upTo: number;
}

interface Parts {
  readonly parts: readonly Part[];
  readonly athletes: number;
}

const partsOf = async (order: SheetOrder, from: number): Promise<Parts> => {
  const ids = isOfMany(order.layout) ? undefined : (order.athleteIds ?? (await everybody()));
  if (ids === undefined) return { parts: [{ orders: weekByWeek(order), upTo: 1 }], athletes: 1 };
  const size = Math.ceil(SHEETS_ASKED / weekByWeek(order).length);
  const left = ids.slice(from);
  const parts = Array.from({ length: Math.ceil(left.length / size) }, (_, part) => ({
    orders: weekByWeek({ ...order, athleteIds: left.slice(part * size, (part + 1) * size) }),
    upTo: Math.min(from + (part + 1) * size, ids.length),
  }));
  return { parts, athletes: ids.length };
};

/** One athlete's weeks follow each other, so that a pile can be handed out from the top. */
const byAthlete = (sheets: readonly LaidOut[]): readonly LaidOut[] => {
  const places = new Map<number, number>();
  const placeOf = ({ sheet }: LaidOut): number => {
    const whose = 'athleteId' in sheet ? sheet.athleteId : 0;
    const place = places.get(whose) ?? places.size;
    places.set(whose, place);
    return place;
  };
  return sheets
    .map((one) => ({ one, place: placeOf(one) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ one }) => one);
};

/** Asks part by part, and says how far it is. Undefined when nobody waits for it any more. */
const gather = async (
  order: SheetOrder,
  from: number | undefined,
  isGone: () => boolean,
): Promise<SheetsInParts | undefined> => {
  const { parts, athletes } = await partsOf(order, from ?? 0);
  const sheets: LaidOut[] = [];
  for (const { orders, upTo } of parts) {
    for (const part of orders) {
      if (isGone()) return undefined;
      const reply = await askSheets(part);
      if (!reply.ok) return { state: 'failed', message: errorText(reply.error) };
      sheets.push(...reply.value.sheets);
    }
    say('drawn', `${upTo}/${athletes}`);
    if (from !== undefined && sheets.length >= SHEETS_DRAWN && upTo < athletes) {
      say('nextFrom', String(upTo));
      break;
    }
  }
  return { state: 'ready', sheets: byAthlete(sheets) };
};

/** The sheets of an order; with `from` no more of them than are drawn on one page. */
export const useSheetsInParts = (order: SheetOrder, from: number | undefined): SheetsInParts => {
  const [answer, setAnswer] = useState<SheetsInParts>({ state: 'waiting' });
  const asked = JSON.stringify(order);
  useEffect(() => {
    let isGone = false;
    const ask = async (): Promise<void> => {
      const found = await gather(order, from, () => isGone);
      if (found === undefined || isGone) return;
      if (found.state === 'failed') say('failed', found.message);
      if (found.state === 'ready' && found.sheets.length === 0) say('empty', 'yes');
      setAnswer(found);
    };
    void ask();
    return () => {
      isGone = true;
      saySilence();
    };
    // The order is a new object at every drawing; its text says whether it is another one.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [asked, from]);
  return answer;
};
