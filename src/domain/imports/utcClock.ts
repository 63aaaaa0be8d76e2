import type { ImportAssumption } from './draft.ts';
import type { LocalStart } from './dateTimes.ts';
import type { ReadContext } from './importer.ts';
import { toZone } from './dateTimes.ts';

/** How the starts of a file that prints UTC are placed on the athlete's own clock. */
export interface UtcClock {
  readonly toLocal: (utc: LocalStart) => LocalStart;
  readonly assumption: ImportAssumption;
}

const asPrinted = (evidence: string): UtcClock => ({
  toLocal: (utc) => utc,
  assumption: { what: 'timeZone', chosen: 'as printed (UTC)', evidence },
});

const isNight = ({ time }: LocalStart): boolean => time !== undefined && time < '05:00:00';

/**
 * Moves starts printed in UTC to the athlete's time zone, if there is one. An app that prints `+0000` beside what may be
 * the phone's own clock is believed only when that puts no more sessions between midnight and five than the print has.
 */
export const utcClock = (
  app: string,
  { choices, zoneOffset }: ReadContext,
  isSure: boolean,
  starts: readonly LocalStart[],
): UtcClock => {
  const zone = choices.timeZone;
  if (zone === undefined || zoneOffset === undefined) {
    return asPrinted(`${app} prints times in UTC, and no time zone is set for the athlete`);
  }
  if (zoneOffset(zone, 0, 0) === undefined) return asPrinted(`${zone} is not a time zone that is known`);
  const toLocal = (utc: LocalStart): LocalStart => toZone(utc, zone, zoneOffset) ?? utc;
  const printedNights = starts.filter(isNight).length;
  const movedNights = starts.filter((start) => isNight(toLocal(start))).length;
  if (!isSure && movedNights > printedNights) {
    const evidence = `moved to ${zone}, ${movedNights} of ${starts.length} sets would be between midnight and five; as printed, ${printedNights}`;
    return { toLocal: (utc) => utc, assumption: { what: 'timeZone', chosen: 'as printed (local)', evidence } };
  }
  const evidence = `${app} prints times in UTC; moved to the athlete’s own clock`;
  return { toLocal, assumption: { what: 'timeZone', chosen: zone, evidence } };
};
