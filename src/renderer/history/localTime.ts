import { parsePlainDate, type PlainDate } from '../../domain/kernel/plainDate.ts';

const dayParts = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' });
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** The day on which something happened, where this computer stands. */
export const localDayOf = (at: string): PlainDate | undefined => parsePlainDate(dayParts.format(new Date(at)));

/** `14:05`, where this computer stands. */
export const timeOf = (at: string): string => time.format(new Date(at));

/** The instant at which a day begins, where this computer stands. */
export const startOf = (date: PlainDate): string => new Date(`${date}T00:00`).toISOString();
