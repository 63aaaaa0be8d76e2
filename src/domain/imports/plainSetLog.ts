import type { Importer } from './importer.ts';
import type { RoleHeadings } from './setRoles.ts';
import { columnFinder, hasRoles } from './setRoles.ts';
import { isStrongHeading, STRONG_HEADINGS } from './strongColumns.ts';
import { setLogImporter } from './setLog.ts';

/** What a home-made list of sets may be headed with: Strong's own words, and plainer ones. */
const PLAIN_HEADINGS: RoleHeadings = {
  ...STRONG_HEADINGS,
  key: 'ironstride key',
  time: 'time of day|start time|uhrzeit|heure|hora|ora|tijd',
  title: `${STRONG_HEADINGS.title ?? ''}|session|workout|training|einheit|séance|sesión|sessão|sessione|sessie`,
  exercise: `${STRONG_HEADINGS.exercise ?? ''}|lift|lift type|übung|exercice|ejercicio|exercício|esercizio|oefening`,
  setOrder: `${STRONG_HEADINGS.setOrder ?? ''}|set|satz|série|serie`,
  kind: 'kind|set type|art|type',
  weight: `${STRONG_HEADINGS.weight ?? ''}|load|load (kg)|load (lb)|load (lbs)|last|last (kg)|charge|charge (kg)|carga|carga (kg)|carico|carico (kg)`,
  seconds: `${STRONG_HEADINGS.seconds ?? ''}|time (s)|hold (s)|dauer (s)|zeit`,
  distance: `${STRONG_HEADINGS.distance ?? ''}|distance (mi)`,
  duration: `${STRONG_HEADINGS.duration ?? ''}|session duration (s)`,
  rir: 'rir',
  isWarmup: 'warm-up|warmup|aufwärmen',
  sessionNotes: `${STRONG_HEADINGS.sessionNotes ?? ''}|session notes`,
};

const columnsOf = columnFinder(PLAIN_HEADINGS);

/** A plain list, a set a row: date, exercise, load, reps and nothing that is not understood. */
export const PLAIN_SET_LOG_IMPORTERS: readonly Importer[] = [
  setLogImporter(
    { format: 'set-log', name: 'Plain list of sets', keyPrefix: 'log', columnsOf, sessionBy: 'start', loadDecimals: 6 },
    'Date, Exercise, Weight (kg), Reps, one set a row',
    (heading) => {
      const columns = columnsOf(heading);
      const isWhole = hasRoles(columns, ['date', 'exercise', 'weight', 'reps']) && columns.unknown.length === 0;
      return isWhole && !isStrongHeading(heading);
    },
  ),
];
