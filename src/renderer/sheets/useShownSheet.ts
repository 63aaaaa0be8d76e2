import type { SheetOrder } from '../print/sheetOrder.ts';
import type { LaidOut } from '../print/askSheets.ts';
import { useAsk, type Reading } from '../client/useAsk.ts';
import { client } from '../wire.ts';

const laidOut = <Sheet>(
  reading: Reading<{ readonly sheets: readonly Sheet[] }>,
  asLaidOut: (sheet: Sheet) => LaidOut,
): Reading<readonly LaidOut[]> =>
  reading.state === 'ready' ? { state: 'ready', value: reading.value.sheets.map(asLaidOut) } : reading;

/** The sheets of an order, kept up to date while they are looked at. One layout is asked for; the others wait. */
export const useShownSheet = (order: SheetOrder): Reading<readonly LaidOut[]> => {
  const { layout, week, athleteIds, isNoGym, sessions, day, rackOrder } = order;
  const whose = {
    week,
    ...(athleteIds === undefined ? {} : { athleteIds }),
    ...(isNoGym === undefined ? {} : { isNoGym }),
  };
  const some = sessions === undefined ? {} : { sessions };
  const on = day === undefined ? {} : { day };
  const isWeekly = layout === 'weekly' || layout === 'pocket';
  const weekly = useAsk(
    client.sheets.week,
    { ...whose, ...some, layout: isWeekly ? layout : 'weekly' },
    { isWanted: isWeekly },
  );
  const block = useAsk(client.sheets.block, whose, { isWanted: layout === 'block' });
  const rack = useAsk(
    client.sheets.rack,
    { ...whose, ...some, ...on, ...(rackOrder === undefined ? {} : { rackOrder }) },
    { isWanted: layout === 'rack' },
  );
  const daySheet = useAsk(client.sheets.day, { ...whose, ...on }, { isWanted: layout === 'day' });
  const season = useAsk(client.sheets.season, whose, { isWanted: layout === 'season' });
  switch (layout) {
    case 'weekly':
    case 'pocket':
      return laidOut(weekly, (sheet) => ({ layout, sheet }));
    case 'block':
      return laidOut(block, (sheet) => ({ layout, sheet }));
    case 'rack':
      return laidOut(rack, (sheet) => ({ layout, sheet }));
    case 'day':
      return laidOut(daySheet, (sheet) => ({ layout, sheet }));
    case 'season':
      return laidOut(season, (sheet) => ({ layout, sheet }));
  }
};
