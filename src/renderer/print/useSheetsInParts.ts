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

/** So many athletes are asked for at a time, however many are printed: no message and no reading grows with the roster. */
const ATHLETES_A_PART = 20;

const everybody = async (): Promise<readonly AthleteId[] | undefined> => {
  const reply = await client.athletes.list({});
  if (!reply.ok) return undefined;
  return reply.value.athletes.filter(({ isArchived }) => !isArchived).map(({ athleteId }) => athleteId);
};

/** Says to whoever prints this page how far it is: `<html data-drawn="20/200">`. */
const sayDrawn = (done: number, total: number): void => {
  document.documentElement.dataset['drawn'] = `${done}/${total}`;
};

/** An order of several weeks as one order a week. */
const weekByWeek = ({ weekCount = 1, ...order }: SheetOrder): readonly SheetOrder[] =>
  Array.from({ length: order.layout === 'block' || order.layout === 'season' ? 1 : weekCount }, (_, index) => ({
    ...order,
    week: weekAfter(order.week, index),
  }));

const partsOf = async (order: SheetOrder): Promise<readonly SheetOrder[]> => {
  if (isOfMany(order.layout)) return weekByWeek(order);
  const ids = order.athleteIds ?? (await everybody());
  if (ids === undefined) return weekByWeek(order);
  return Array.from({ length: Math.ceil(ids.length / ATHLETES_A_PART) }, (_, part) => ({
    ...order,
    athleteIds: ids.slice(part * ATHLETES_A_PART, (part + 1) * ATHLETES_A_PART),
  })).flatMap(weekByWeek);
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

/** The sheets of an order, asked for part by part. */
export const useSheetsInParts = (order: SheetOrder): SheetsInParts => {
  const [answer, setAnswer] = useState<SheetsInParts>({ state: 'waiting' });
  const asked = JSON.stringify(order);
  useEffect(() => {
    let isGone = false;
    const ask = async (): Promise<void> => {
      const parts = await partsOf(order);
      const sheets: LaidOut[] = [];
      for (const [index, part] of parts.entries()) {
        if (isGone) return;
        const reply = await askSheets(part);
        if (!reply.ok) {
          setAnswer({ state: 'failed', message: errorText(reply.error) });
          return;
        }
        sheets.push(...reply.value.sheets);
        sayDrawn(index + 1, parts.length);
      }
      if (!isGone) setAnswer({ state: 'ready', sheets: byAthlete(sheets) });
    };
    void ask();
    return () => {
      isGone = true;
      delete document.documentElement.dataset['drawn'];
    };
    // The order is a new object at every drawing; its text says whether it is another one.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [asked]);
  return answer;
};
