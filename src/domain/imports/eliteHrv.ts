import type { Importer } from './importer.ts';
import type { WellnessRole } from './wellnessList.ts';
import { bareHeading, placesOf, roleWords, withAll } from './columnRoles.ts';
import { cellOf } from './tableReading.ts';
import { wellnessImporter } from './wellnessList.ts';

const WORDS = roleWords<WellnessRole>([
  ['day', 'datetime, date'],
  ['restingHr', 'hr'],
  ['hrv', 'rmssd'],
  ['hrvScore', 'hrv'],
  ['readiness', 'score'],
]);

/** Elite HRV: morning readings count, open readings and biofeedback do not. */
export const ELITE_HRV_IMPORTERS: readonly Importer[] = [
  wellnessImporter({
    format: 'elitehrv',
    name: 'Elite HRV readings',
    knownBy: 'Member, Date, Datetime, Type, HRV, lnRmssd, Rmssd, …',
    source: 'elitehrv',
    find: (heading) =>
      heading.some((cell) => bareHeading(cell) === 'lnrmssd')
        ? withAll(placesOf(heading, WORDS), ['day', 'hrv', 'hrvScore'])
        : undefined,
    passedOverAs: ({ table }) => {
      const type = table.heading.findIndex((cell) => bareHeading(cell) === 'type');
      return (row) => {
        const kind = type < 0 ? '' : cellOf(row, type).trim().toLowerCase();
        return kind === '' || kind === 'readiness' ? undefined : `${kind.slice(0, 40)} reading`;
      };
    },
  }),
];
