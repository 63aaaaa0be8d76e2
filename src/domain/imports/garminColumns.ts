import type { ActivityPlaces, ActivityRole } from './activityList.ts';
import type { Sample } from './importer.ts';
import { placesOf, roleWords } from './columnRoles.ts';
import { parseDuration } from './durations.ts';
import { decimalMarkOf, readNumber } from './numbers.ts';

type GarminRole = ActivityRole | 'time' | 'favourite' | 'calories' | 'pace' | 'stride';

/** Garmin Connect's list since 2016, in the languages seen or documented; headings are compared without accents. */
const MODERN = roleWords<GarminRole>([
  [
    'sport',
    "activity type, aktivitätstyp, type d'activité, tipo de actividad, tipo de atividade, activiteittype, aktivitetstyp, aktivitetstype, typ aktywności, tevékenység típusa, tipo di attività, tipo attività, typ aktivity, druh aktivity, aktivite türü, etkinlik türü, aktiviteetin tyyppi, suoritustyyppi, тип активности, тип занятия, アクティビティタイプ, アクティビティのタイプ, 活动类型, 活動類型, 활동 유형, 활동 종류",
  ],
  ['start', 'date, datum, fecha, data, dato, dátum, tarih, päivämäärä, pvm, дата, 日付, 日期, 날짜'],
  [
    'favourite',
    'favorite, favourite, favorit, favori, favorito, favoriet, favoritt, ulubiony, kedvenc, preferita, preferito, oblíbené, suosikki, избранное, お気に入り, 我的最爱, 我的最愛, 즐겨찾기',
  ],
  [
    'title',
    'title, titel, titre, título, namn, navn, tytuł, cím, titolo, tittel, název, başlık, otsikko, nimi, название, タイトル, 标题, 標題, 제목',
  ],
  [
    'distance',
    'distance, distanz, distancia, distância, afstand, distans, distanse, dystans, távolság, distanza, vzdálenost, mesafe, matka, расстояние, дистанция, 距離, 距离, 거리',
  ],
  [
    'calories',
    'calories, kalorien, calorías, calorias, calorieën, kalorier, kalorie, calorie, kalóriaszám, totale kalorier, kalori, kalorit, калории, カロリー, 热量消耗, 卡路里, 칼로리',
  ],
  [
    'time',
    'time, activity time, zeit, durée, temps, tiempo, tempo, tempo total, tijd, tid, czas, idő, čas, süre, zaman, aika, время, タイム, 時間, 时间, 시간',
  ],
  [
    'averageHr',
    'avg hr, ø herzfrequenz, ø hf, durchschnittliche herzfrequenz, fréquence cardiaque moyenne, fc moyenne, frecuencia cardiaca media, fc media, fc média, gem. hs, gem. hf, gemiddelde hartslag, medelpuls, gennemsnitlig puls, gjennomsnittlig puls, średnie tętno, átlagos pulzusszám, átl. pulzus, průměrný st, ortalama ka, keskisyke, средний пульс, средний чп, 平均心拍数, 平均心率, 평균 심박, 평균 심박수',
  ],
  [
    'maxHr',
    'max hr, maximale herzfrequenz, max. hf, fréquence cardiaque maximale, fc max, fc máxima, frecuencia cardiaca máxima, max. hs, maximale hartslag, maxpuls, maks. puls, makspuls, maksymalne tętno, max. pulzus, fc max., maximální st, maksimum ka, maksimisyke, максимальный пульс, 最大心拍数, 最大心率, 최대 심박, 최대 심박수',
  ],
  [
    'cadence',
    'avg run cadence, ø schrittfrequenz (laufen), ø schrittfrequenz, cadence de course moyenne, cadencia de carrera media, cadência de corrida média, gem. slagen, gem. loopcadans, medellöpkadens, gennemsnit kadence løb, gjennomsnittlig frekvens for løping, średni rytm biegu, átl. pedálütem, cadenza di corsa media, 平均ピッチ, 平均步频, 平均步頻',
  ],
  [
    'pace',
    'avg pace, ø pace, allure moyenne, ritmo medio, ritmo médio, gemiddeld tempo, medeltempo, gennemsnitstempo, gjennomsnittlig tempo, średnie tempo, átlagos tempó, passo medio, avg speed, 平均ペース, 平均配速',
  ],
  [
    'ascent',
    'total ascent, elev gain, ascent, anstieg gesamt, positiver höhenunterschied, ascension totale, ascenso total, subida total, stijging, totale stijging, total stigning, samlet stigning, højdeforøgelse, stigning totalt, całkowity wznios, teljes emelkedés, ascesa totale, общий подъем, 総上昇量, 累计爬升, 總爬升',
  ],
  [
    'stride',
    'avg stride length, ø schrittlänge, longueur moyenne des foulées, longitud media de zancada, comprimento médio da passada, gem. staplengte, medelsteglängd, gennemsnitlig skridtlængde, gjennomsnittlig skrittlengde, średnia długość kroku, átlagos lépéshossz, lunghezza media passo, 平均歩幅, 平均步长, 平均步幅',
  ],
  [
    'power',
    'avg power, ø leistung, puissance moyenne, potencia media, potência média, gemiddeld vermogen, vermogen, medelkraft, med. kraft, gennemsnitlig kraft, gennemsnitlig effekt, gjennomsnittlig kraft, średnia moc, átlagos teljesítmény, potenza media, 平均パワー, 平均功率',
  ],
  [
    'moving',
    'moving time, zeit in bewegung, temps de déplacement, tiempo en movimiento, tempo em movimento, tijd in beweging, färdtid, tid i bevægelse, tid i bevegelse, czas ruchu, menetidő, tempo in movimento, 移動時間, 移动时间',
  ],
  [
    'elapsed',
    'elapsed time, verstrichene zeit, temps écoulé, tiempo transcurrido, duração, tempo decorrido, verstreken tijd, total tid, tidsforbrug, medgått tid, upłynęło czasu, eltelt idő, tempo trascorso, 経過時間, 全程耗时, 經過時間',
  ],
]);

/** The site's list of 2012: the time of the start in words, in its own order of columns. */
const OF_2012 = roleWords<GarminRole>([
  ['sport', "activity type, aktivitätstyp, type d'activité"],
  ['start', 'start, début, inicio'],
  ['title', "activity name, aktivitätsname, nom de l'activité"],
  ['time', 'time, zeit, durée, temps'],
  ['distance', 'distance, distanz'],
  ['ascent', 'elevation gain, positiver höhenunterschied, gain d altitude'],
  ['pace', 'avg speed, ø geschw, avg pace, vitesse moy'],
  ['averageHr', 'avg hr, ø hf'],
  ['maxHr', 'max hr, max. hf'],
  ['calories', 'calories, kalorien'],
]);

/** The site's list of 2014, French. */
const OF_2014 = roleWords<GarminRole>([
  ['title', 'activite, activité'],
  ['sport', 'type'],
  ['start', 'date'],
  ['time', 'temps'],
  ['distance', 'distance'],
  ['ascent', 'gain altitude, gain d altitude'],
  ['pace', 'vitesse moy'],
  ['calories', 'calories'],
]);

const NEEDED: readonly GarminRole[] = ['sport', 'start', 'time', 'distance', 'calories'];

/** Where a Garmin list has what. Times: what the watch counted, what of it was moving, and from start to end. */
export interface GarminColumns {
  /** Whether the headings are in a language that is known. */
  readonly isNamed: boolean;
  readonly sport: number;
  readonly start: number;
  readonly title: number | undefined;
  readonly distance: number;
  readonly time: number;
  readonly averageHr: number | undefined;
  readonly maxHr: number | undefined;
  /** One of them holds the cadence of a run; the headings may name other sports. */
  readonly cadences: readonly number[];
  /** Minutes a unit on rows of sports that are measured so, otherwise a speed. */
  readonly pace: number | undefined;
  readonly ascent: number | undefined;
  readonly stride: number | undefined;
  readonly power: number | undefined;
  readonly moving: number | undefined;
  readonly elapsed: number | undefined;
}

const namedPlaces = (heading: readonly string[]): ReadonlyMap<GarminRole, number> | undefined => {
  for (const words of [MODERN, OF_2012, OF_2014]) {
    const places = placesOf(heading, words);
    if (NEEDED.every((role) => places.has(role)) && (words !== OF_2014 || places.has('ascent'))) return places;
  }
  return undefined;
};

const START_CELL = /^\s*\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\s*$/u;
const FAVOURITE_CELL = /^\s*(?:true|false)\s*$/iu;
const CLOCK_CELL = /^\s*(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d+)?\s*$/u;

const isGarminRow = (cells: readonly string[]): boolean =>
  cells.length > 8 &&
  /\p{L}/u.test(cells[0] ?? '') &&
  START_CELL.test(cells[1] ?? '') &&
  FAVOURITE_CELL.test(cells[2] ?? '') &&
  CLOCK_CELL.test(cells[6] ?? '');

const FIRST_COLUMNS: readonly GarminRole[] = [
  'sport',
  'start',
  'favourite',
  'title',
  'distance',
  'calories',
  'time',
  'averageHr',
  'maxHr',
];

/** In a language nobody has told us: the first nine columns never move. */
const shapedPlaces = (heading: readonly string[], rows: Sample): ReadonlyMap<GarminRole, number> | undefined => {
  if (heading.length < 9 || START_CELL.test(heading[1] ?? '') || rows.length === 0) return undefined;
  const alike = rows.filter(isGarminRow).length;
  if (alike < rows.length * 0.8) return undefined;
  return new Map(FIRST_COLUMNS.map((role, column) => [role, column] as const));
};

/** A pace in seconds a unit; a spreadsheet may have made `16:05:00` of 16:05. */
export const readPace = (cell: string): number | undefined => {
  if (!CLOCK_CELL.test(cell)) return undefined;
  const seconds = parseDuration(cell);
  return seconds !== undefined && seconds > 3600 ? seconds / 60 : seconds;
};

/** The pace is the column with which distance times pace gives the time, whatever its heading says. */
const paceByFigures = (places: ReadonlyMap<GarminRole, number>, rows: Sample, width: number): number | undefined => {
  const [distanceColumn, timeColumn] = [places.get('distance') ?? 0, places.get('time') ?? 0];
  const mark = decimalMarkOf(rows.map((cells) => cells[distanceColumn] ?? ''));
  for (let column = timeColumn + 1; column < width; column += 1) {
    let paced = 0;
    let fitting = 0;
    for (const cells of rows) {
      const pace = readPace(cells[column] ?? '');
      const distance = readNumber(cells[distanceColumn] ?? '', mark);
      const time = parseDuration(cells[timeColumn] ?? '');
      if (pace === undefined || !distance || !time) continue;
      paced += 1;
      if (Math.abs((distance * pace) / time - 1) < 0.03) fitting += 1;
    }
    if (fitting > 0 && fitting >= paced * 0.5) return column;
  }
  return undefined;
};

/** Moving and elapsed time stand side by side near the end, in every language. */
const lastTimes = (rows: Sample, from: number, width: number): readonly [number, number] | undefined => {
  const isTimes = (column: number): boolean => {
    const printed = rows.map((cells) => (cells[column] ?? '').trim()).filter((cell) => !/^(?:--)?$/u.test(cell));
    return printed.length > 0 && printed.every((cell) => /^\d{1,3}:\d{2}:\d{2}(?:[.,]\d+)?$/u.test(cell));
  };
  for (let column = width - 2; column > from; column -= 1) {
    if (isTimes(column) && isTimes(column + 1)) return [column, column + 1];
  }
  return undefined;
};

const sameHeading = (heading: readonly string[], column: number): number[] =>
  heading.flatMap((cell, index) => (cell === heading[column] && cell.trim() !== '' ? [index] : []));

/** Whether nearly all cells of a column that print something print this. */
const isColumnOf = (rows: Sample, column: number | undefined, shape: RegExp): boolean => {
  if (column === undefined) return false;
  const printed = rows.map((cells) => (cells[column] ?? '').trim()).filter((cell) => !/^(?:--|0)?$/u.test(cell));
  return printed.length > 0 && printed.filter((cell) => shape.test(cell)).length >= printed.length * 0.8;
};

const STRIDE_CELL = /^[0-3][.,]\d{1,2}$/u;
const CLIMB_CELL = /^'?\d{1,3}(?:[.,]?\d{3})?$/u;

/** What stands right of the pace in every language; columns that are empty on all rows are left out of a list. */
const rightOfPace = (rows: Sample, pace: number | undefined, isFree: (column: number) => boolean) => {
  const at = (step: number): number | undefined =>
    pace !== undefined && isFree(pace + step) ? pace + step : undefined;
  return {
    ascent: isColumnOf(rows, at(2), CLIMB_CELL) ? at(2) : undefined,
    stride: [2, 3, 4].map(at).find((column) => isColumnOf(rows, column, STRIDE_CELL)),
  };
};

/** Headings that say a language is known beyond its first columns. */
const TELLING: readonly GarminRole[] = ['ascent', 'stride', 'moving', 'cadence'];

/** Finds a Garmin list's columns: by heading in the languages known, else by the order and the figures of the columns. */
export const garminColumns = (heading: readonly string[], rows: Sample): GarminColumns | undefined => {
  const named = namedPlaces(heading);
  const places = named ?? shapedPlaces(heading, rows.slice(0, 50));
  const [sport, start, distance, time] = (['sport', 'start', 'distance', 'time'] as const).map((role) =>
    places?.get(role),
  );
  if (places === undefined || sport === undefined || start === undefined) return undefined;
  if (distance === undefined || time === undefined) return undefined;
  const isNamed = TELLING.some((role) => named?.has(role) === true);
  const pace = paceByFigures(places, rows, heading.length) ?? places.get('pace');
  const taken = new Set([...places].flatMap(([role, column]) => (role === 'cadence' ? [] : [column])));
  const isFree = (column: number): boolean => column >= 0 && column < heading.length && !taken.has(column);
  const beforePace = pace !== undefined && isFree(pace - 2) ? pace - 2 : undefined;
  const cadence = places.get('cadence') ?? beforePace;
  const byFigures = isNamed ? undefined : rightOfPace(rows, pace, isFree);
  const times = isNamed ? undefined : lastTimes(rows, pace ?? time, heading.length);
  return {
    isNamed,
    sport,
    start,
    distance,
    time,
    pace,
    title: places.get('title'),
    averageHr: places.get('averageHr'),
    maxHr: places.get('maxHr'),
    cadences: cadence === undefined ? [] : [cadence, ...sameHeading(heading, cadence).filter((one) => one !== cadence)],
    ascent: places.get('ascent') ?? byFigures?.ascent,
    stride: places.get('stride') ?? byFigures?.stride,
    power: places.get('power'),
    moving: places.get('moving') ?? times?.[0],
    elapsed: places.get('elapsed') ?? times?.[1],
  };
};

/** The columns that any list of activities has. */
export const garminPlaces = (columns: GarminColumns): ActivityPlaces => {
  const { sport, start, title, distance, averageHr, maxHr, ascent, power } = columns;
  const all: readonly (readonly [ActivityRole, number | undefined])[] = [
    ['sport', sport],
    ['start', start],
    ['title', title],
    ['distance', distance],
    ['moving', columns.moving ?? columns.time],
    ['elapsed', columns.elapsed ?? columns.time],
    ['averageHr', averageHr],
    ['maxHr', maxHr],
    ['ascent', ascent],
    ['power', power],
  ];
  return new Map(all.flatMap(([role, column]) => (column === undefined ? [] : [[role, column] as const])));
};
