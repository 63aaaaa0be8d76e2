import type { Sample } from './importer.ts';
import type { StravaColumns } from './stravaColumns.ts';
import { bareHeading, placesOf, roleWords } from './columnRoles.ts';
import { sportMeaning } from './sports.ts';
import { distanceColumns, distancesOf } from './stravaDistances.ts';

type NamedRole =
  | 'id'
  | 'date'
  | 'title'
  | 'sport'
  | 'description'
  | 'elapsed'
  | 'moving'
  | 'speed'
  | 'ascent'
  | 'maxCadence'
  | 'averageCadence'
  | 'maxHr'
  | 'averageHr'
  | 'rpe'
  | 'filename';

/** Strava's headings in the languages seen or documented: English, German, French, Spanish, Dutch, Portuguese, Italian. */
const WORDS = roleWords<NamedRole>([
  [
    'id',
    "activity id, aktivitäts-id, id de l'activité, id. de actividad, id de actividad, activiteits-id, id da atividade, id attività",
  ],
  [
    'date',
    "activity date, aktivitätsdatum, datum der aktivität, date de l'activité, fecha de la actividad, datum van activiteit, data da atividade, data dell'attività",
  ],
  [
    'title',
    "activity name, name der aktivität, nom de l'activité, nombre de la actividad, naam activiteit, nome da atividade, nome dell'attività",
  ],
  [
    'sport',
    "activity type, aktivitätsart, aktivitätstyp, type d'activité, tipo de actividad, activiteitstype, tipo de atividade, tipo di attività",
  ],
  [
    'description',
    "activity description, aktivitätsbeschreibung, description de l'activité, descripción de la actividad, beschrijving van activiteit, descrição da atividade, descrizione dell'attività",
  ],
  [
    'elapsed',
    'elapsed time, verstrichene zeit, temps écoulé, tiempo transcurrido, verstreken tijd, tempo decorrido, tempo trascorso',
  ],
  [
    'moving',
    'moving time, bewegungszeit, durée de déplacement, tiempo en movimiento, beweegtijd, tempo de movimentação, tempo in movimento',
  ],
  [
    'speed',
    'average speed, durchschnittliche geschwindigkeit, vitesse moyenne, velocidad promedio, gemiddelde snelheid, velocidade média, velocità media',
  ],
  [
    'ascent',
    'elevation gain, höhenzunahme, dénivelé positif, desnivel positivo, hoogteverschil, ganho de elevação, dislivello',
  ],
  ['maxCadence', 'max cadence, max. tritt-/schrittfrequenz, max. cadans'],
  ['averageCadence', 'average cadence, durchschnittliche trittfrequenz, gemiddelde cadans'],
  [
    'maxHr',
    'max heart rate, max. herzfrequenz, fréquence cardiaque max., ritmo cardíaco máx., max. hartslag, frequência cardíaca máxima, frequenza cardiaca max',
  ],
  [
    'averageHr',
    'average heart rate, durchschnittliche herzfrequenz, fréquence cardiaque moyenne, ritmo cardíaco promedio, gemiddelde hartslag, frequência cardíaca média, frequenza cardiaca media',
  ],
  ['rpe', 'perceived exertion'],
  ['filename', 'filename, dateiname, nom du fichier, nombre de archivo, bestandsnaam, nome do arquivo, nome del file'],
]);

/** Whether the headings that are known stand where the export of 2019 has them; a cut table has them elsewhere. */
export const isInOrderOf2019 = (heading: readonly string[]): boolean => {
  const elapsed = placesOf(heading, WORDS).get('elapsed');
  const [distance] = distanceColumns(heading);
  return (elapsed ?? 5) === 5 && (distance?.column ?? 6) === 6;
};

/** A name that stands twice means the finer figure the second time. */
const lastOfName = (heading: readonly string[], column: number): number => {
  const name = bareHeading(heading[column] ?? '');
  return heading.findLastIndex((cell) => bareHeading(cell) === name);
};

/** An export after somebody chose, moved or renamed columns: by name, in any of the languages known. */
export const namedColumns = (heading: readonly string[], rows: Sample): StravaColumns | undefined => {
  const places = placesOf(heading, WORDS);
  const [date, sport, moving, speed] = (['date', 'sport', 'moving', 'speed'] as const).map((role) => places.get(role));
  const elapsed = places.get('elapsed') ?? moving;
  const found = distanceColumns(heading);
  if (date === undefined || sport === undefined || elapsed === undefined || found.length === 0) return undefined;
  const times = moving === undefined ? [elapsed] : [moving, elapsed];
  // Swims are in metres in either column.
  const onLand = rows.filter((cells) => !sportMeaning(cells[sport] ?? '').isSwim);
  const maxHr = places.get('maxHr');
  return {
    id: places.get('id'),
    date,
    title: places.get('title'),
    sport,
    description: places.get('description'),
    elapsed,
    moving,
    ...distancesOf(found, { rows: onLand, times, speed }),
    filename: places.get('filename'),
    ascent: places.get('ascent'),
    maxCadence: places.get('maxCadence'),
    averageCadence: places.get('averageCadence'),
    maxHr: maxHr === undefined ? undefined : lastOfName(heading, maxHr),
    averageHr: places.get('averageHr'),
    rpe: places.get('rpe'),
    isLocal: false,
  };
};
