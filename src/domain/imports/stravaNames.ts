import type { Sample } from './importer.ts';
import type { StravaColumns } from './stravaColumns.ts';
import { bareHeading, placesOf, roleWords, unitOfHeading } from './columnRoles.ts';
import { foldWord } from './headings.ts';
import { metresOfUnit } from './lengthUnits.ts';
import { decimalMarkOf, readNumber } from './numbers.ts';
import { sportMeaning } from './sports.ts';
import { M_PER_MILE } from '../kernel/quantity.ts';

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

const DISTANCE_WORDS = new Set('distance, distanz, distancia, afstand, distância, distanza'.split(', ').map(foldWord));

interface DistanceColumn {
  readonly column: number;
  /** As the heading says: `Distance (meters)`. */
  readonly unitM: number | undefined;
}

const distanceColumns = (heading: readonly string[]): DistanceColumn[] =>
  heading.flatMap((cell, column) =>
    DISTANCE_WORDS.has(bareHeading(cell)) ? [{ column, unitM: metresOfUnit(unitOfHeading(cell)) }] : [],
  );

/** Whether the headings that are known stand where the export of 2019 has them; a cut table has them elsewhere. */
export const isInOrderOf2019 = (heading: readonly string[]): boolean => {
  const elapsed = placesOf(heading, WORDS).get('elapsed');
  const [distance] = distanceColumns(heading);
  return (elapsed ?? 5) === 5 && (distance?.column ?? 6) === 6;
};

type Distances = Pick<StravaColumns, 'distance' | 'roughDistance' | 'roughUnit'>;

const median = (values: readonly number[]): number | undefined => values.toSorted((a, b) => a - b)[values.length >> 1];

/** A kilometre a second is nobody's pace, and neither is a metre in a quarter of an hour. */
const MIN_M_PER_S = 0.1;

const isNear = (value: number, other: number): boolean => Math.abs(value / other - 1) < 0.05;

interface CutRows {
  readonly rows: Sample;
  readonly times: readonly number[];
  readonly speed: number | undefined;
}

const numbersIn = (rows: Sample, column: number): number[] => {
  const cells = rows.map((row) => row[column] ?? '');
  const mark = decimalMarkOf(cells);
  return cells.map((cell) => readNumber(cell, mark) ?? 0);
};

/** The seconds of each row: moving if there are any, else from start to end. */
const secondsIn = ({ rows, times }: CutRows): number[] => {
  const columns = times.map((column) => numbersIn(rows, column));
  return rows.map((_, row) => columns.map((seconds) => seconds[row] ?? 0).find((value) => value > 0) ?? 0);
};

const areMetres = (cut: CutRows, column: number): boolean | undefined => {
  const seconds = secondsIn(cut);
  const printed = numbersIn(cut.rows, column);
  const paces = printed.map((distance, row) => distance / (seconds[row] ?? 0));
  const pace = median(paces.filter((one) => one > 0 && Number.isFinite(one)));
  return pace === undefined ? undefined : pace > MIN_M_PER_S;
};

/** Metres of one printed unit by Strava's speed, which is in metres a second. */
const metresBySpeed = (cut: CutRows, column: number): number | undefined => {
  if (cut.speed === undefined) return undefined;
  const [seconds, printed, speeds] = [secondsIn(cut), numbersIn(cut.rows, column), numbersIn(cut.rows, cut.speed)];
  const metres = printed.map((distance, row) => ((speeds[row] ?? 0) * (seconds[row] ?? 0)) / distance);
  return median(metres.filter((one) => one > 0 && Number.isFinite(one)));
};

/** Whoever keeps one of Strava's two distances does not say which: time tells metres, the speed the rest. */
const loneDistance = (column: number, cut: CutRows): Distances => {
  if (areMetres(cut, column) === true) return { distance: column, roughDistance: undefined };
  const metres = metresBySpeed(cut, column);
  const rough = { roughDistance: column, distance: undefined };
  if (metres !== undefined && isNear(metres, M_PER_MILE)) {
    return {
      ...rough,
      roughUnit: { unit: 'mi', evidence: 'average speed times time is 1.61 km for each printed unit' },
    };
  }
  const evidence =
    metres !== undefined && isNear(metres, 1000)
      ? 'average speed times time is 1.00 km for each printed unit'
      : 'Strava prints kilometres, and the file does not say otherwise; check one run';
  return { ...rough, roughUnit: { unit: 'km', evidence } };
};

const distancesOf = (found: readonly DistanceColumn[], cut: CutRows): Distances => {
  const metres = found.find(({ unitM }) => unitM === 1);
  if (metres !== undefined) return { distance: metres.column, roughDistance: undefined };
  const [first, second] = found;
  if (first === undefined) return { distance: undefined, roughDistance: undefined };
  if (first.unitM !== undefined) return { distance: undefined, roughDistance: first.column };
  if (second === undefined || areMetres(cut, second.column) === false) return loneDistance(first.column, cut);
  return { distance: second.column, roughDistance: first.column };
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
