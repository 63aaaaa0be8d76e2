import type { Importer } from './importer.ts';
import { normaliseHeading } from './headings.ts';
import { measurementImporter } from './measurementList.ts';

/** FitNotes' body tracker: weight and fat are kept, girths are counted and left out. */
export const FITNOTES_BODY_IMPORTERS: readonly Importer[] = [
  measurementImporter({
    format: 'fitnotes-body',
    name: 'FitNotes body tracker',
    knownBy: 'Date, Time, Measurement, Value, Unit',
    source: 'fitnotes-body',
    find: (heading) =>
      heading.map(normaliseHeading).slice(0, 5).join(',') === 'date,time,measurement,value,unit'
        ? { start: [0, 1], kind: 2, value: 3, unit: 4 }
        : undefined,
    kinds: [
      [/^body ?weight$/u, 'bodyMassKg'],
      [/^body ?fat$/u, 'bodyFatPercent'],
    ],
    massUnit: 'kg',
  }),
];
