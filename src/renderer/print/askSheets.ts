import type { Contract } from '../../contract/contract.ts';
import type { OutputOf, Reply } from '../../contract/derive.ts';
import { client } from '../wire.ts';
import type { SheetOrder } from './sheetOrder.ts';

type SheetsOf<Name extends 'week' | 'block' | 'rack' | 'day' | 'season'> = OutputOf<Contract['sheets'][Name]>;

/** Sheets of one layout as they are printed. Weekly sheets and pocket strips are the same sheet, cut otherwise. */
export type LaidOut =
  | { readonly layout: 'weekly' | 'pocket'; readonly sheet: SheetsOf<'week'>['sheets'][number] }
  | { readonly layout: 'block'; readonly sheet: SheetsOf<'block'>['sheets'][number] }
  | { readonly layout: 'rack'; readonly sheet: SheetsOf<'rack'>['sheets'][number] }
  | { readonly layout: 'day'; readonly sheet: SheetsOf<'day'>['sheets'][number] }
  | { readonly layout: 'season'; readonly sheet: SheetsOf<'season'>['sheets'][number] };

export interface SheetsFound {
  readonly sheets: readonly LaidOut[];
  readonly without: SheetsOf<'week'>['without'];
}

type Failed = Extract<Reply<Contract['sheets']['week']>, { readonly ok: false }>;

type Answer<Sheet> =
  | {
      readonly ok: true;
      readonly value: { readonly sheets: readonly Sheet[]; readonly without: SheetsFound['without'] };
    }
  | Failed;

const found = <Sheet>(reply: Answer<Sheet>, laidOut: (sheet: Sheet) => LaidOut) =>
  reply.ok ? { ok: true as const, value: { ...reply.value, sheets: reply.value.sheets.map(laidOut) } } : reply;

/** Asks for the sheets of an order's first week, whatever its layout. */
export const askSheets = async ({ layout, ...order }: SheetOrder) => {
  const { day, rackOrder, sessions, weekCount: _weeks, ...chosen } = order;
  const withSessions = { ...chosen, ...(sessions === undefined ? {} : { sessions }) };
  const withDay = day === undefined ? {} : { day };
  switch (layout) {
    case 'weekly':
    case 'pocket':
      return found(await client.sheets.week({ ...withSessions, layout }), (sheet) => ({ layout, sheet }));
    case 'block':
      return found(await client.sheets.block(chosen), (sheet) => ({ layout, sheet }));
    case 'rack':
      return found(
        await client.sheets.rack({ ...withSessions, ...withDay, ...(rackOrder === undefined ? {} : { rackOrder }) }),
        (sheet) => ({ layout, sheet }),
      );
    case 'day':
      return found(await client.sheets.day({ ...chosen, ...withDay }), (sheet) => ({ layout, sheet }));
    case 'season':
      return found(await client.sheets.season(chosen), (sheet) => ({ layout, sheet }));
  }
};
