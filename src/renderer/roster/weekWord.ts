import { isoWeekOf, type PlainDate } from '../../domain/kernel/plainDate.ts';

/** The week of a Monday in two or three characters: `W48`. */
export const weekWord = (monday: PlainDate): string => isoWeekOf(monday).slice(5);
