import { addDays, isoWeekOf, mondayOfIsoWeek, type IsoWeek } from '../../domain/kernel/plainDate.ts';
import { weekRange } from '../../domain/sheets/dateText.ts';

export const weekAfter = (week: IsoWeek, weeks: number): IsoWeek =>
  isoWeekOf(addDays(mondayOfIsoWeek(week), weeks * 7));

/** `23–29 Nov 2026`, as on the sheet itself. */
export const weekDates = (week: IsoWeek): string => weekRange(mondayOfIsoWeek(week));
