import type { Importer } from './importer.ts';
import { isStrongHeading, strongColumnsOf } from './strongColumns.ts';
import { setLogImporter } from './setLog.ts';

/** The Strong app's export. */
export const STRONG_IMPORTERS: readonly Importer[] = [
  setLogImporter(
    {
      format: 'strong',
      name: 'Strong export',
      keyPrefix: 'strong',
      columnsOf: strongColumnsOf,
      sessionBy: 'start',
    },
    'Date, Workout Name, Exercise Name, Set Order, Weight, Reps, … (any year; English, German, French, …)',
    isStrongHeading,
  ),
];
