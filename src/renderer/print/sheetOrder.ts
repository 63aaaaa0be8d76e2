import type { Contract } from '../../contract/contract.ts';
import type { InputOf } from '../../contract/derive.ts';
import { parseIsoWeek, WEEKDAYS, type IsoWeek, type Weekday } from '../../domain/kernel/plainDate.ts';
import { RACK_ORDERS, type RackOrder } from '../../domain/sheets/rackSheet.ts';
import type { SheetLayout } from '../../domain/sheets/layouts.ts';
import { athletesIn } from './athletesIn.ts';

/** Which sheets: their layout, of whom, of which week and day. */
export type SheetOrder = InputOf<Contract['sheets']['print']>;

const isRackOrder = (text: string | null): text is RackOrder =>
  (RACK_ORDERS as readonly (string | null)[]).includes(text);

const weekdayIn = (text: string | null): Weekday | undefined => WEEKDAYS.find((day) => String(day) === text);

const MOST_WEEKS = 12;

const weekCountIn = (text: string | null): number | undefined => {
  const count = Number(text);
  return Number.isInteger(count) && count > 1 && count <= MOST_WEEKS ? count : undefined;
};

/** An order as an address says it; what cannot be understood is left to the default, because an address may be typed by hand. */
export const orderIn = (layout: SheetLayout, params: URLSearchParams, thisWeek: IsoWeek): SheetOrder => {
  const athleteIds = athletesIn(params.get('athletes'));
  const sessions = params.getAll('session');
  const day = weekdayIn(params.get('day'));
  const rackOrder = params.get('rackOrder');
  const weekCount = weekCountIn(params.get('weeks'));
  return {
    layout,
    week: parseIsoWeek(params.get('week') ?? '') ?? thisWeek,
    ...(weekCount === undefined ? {} : { weekCount }),
    ...(athleteIds === undefined ? {} : { athleteIds }),
    ...(sessions.length === 0 ? {} : { sessions }),
    ...(day === undefined ? {} : { day }),
    ...(isRackOrder(rackOrder) ? { rackOrder } : {}),
    ...(params.has('noGym') ? { isNoGym: true } : {}),
  };
};
