import { placesByHeading } from './headings.ts';

export type StrongRole =
  | 'date'
  | 'title'
  | 'duration'
  | 'exercise'
  | 'setOrder'
  | 'weight'
  | 'weightUnit'
  | 'reps'
  | 'distance'
  | 'distanceUnit'
  | 'seconds'
  | 'rpe'
  | 'notes'
  | 'sessionNotes'
  | 'sessionNumber'
  | 'category';

const ROLE_HEADINGS: Readonly<Record<StrongRole, string>> = {
  date: 'date|datum|fecha|data|дата|dato|tarih',
  title:
    "workout name|nom de l'entraînement|workout-name|nombre del entrenamiento|nombre de entrenamiento|nombre del entreno|nome do treino|nome allenamento|nome dell'allenamento|workoutnaam|naam workout|naam training|название тренировки|nazwa treningu|träningsnamn",
  duration:
    'duration|durée|dauer|workout duration|duration (sec)|workout-dauer|duración|duração|durata|duur|длительность|czas trwania|varaktighet',
  exercise:
    "exercise name|nom de l'exercice|name der übung|übungsname|exercise|nombre del ejercicio|nombre de ejercicio|nome do exercício|nome esercizio|nome dell'esercizio|naam oefening|oefeningnaam|название упражнения|nazwa ćwiczenia|övningsnamn",
  setOrder:
    'set order|ordre de la série|ordre des séries|reihenfolge festlegen|satzreihenfolge|orden de la serie|orden de serie|orden de las series|ordem da série|ordem das séries|ordine serie|ordine della serie|setvolgorde|порядок подходов|kolejność serii|setordning',
  weight:
    'weight|weight (kg)|weight (kgs)|weight (lb)|weight (lbs)|weight(kg)|weight(lb)|weight(lbs)|kg|lb|lbs|poids|poids (kg)|gewicht|gewicht (kg)|gewicht (lbs)|peso|peso (kg)|peso (lbs)|вес|waga|ciężar|vikt',
  weightUnit: 'weight unit|unité de poids|gewichtseinheit|unidad de peso|unidade de peso|unità di peso|gewichtseenheid',
  reps: 'reps|réps|répétitions|wiederh.|wiederholungen|wdh.|repeticiones|reps.|repetições|ripetizioni|herhalingen|повторения|powtórzenia|repetitioner',
  distance:
    'distance|distance (meters)|distance (m)|distance (km)|distance (mi)|distance (miles)|km|mi|miles|entfernung|distanz|entfernung (meter)|distancia|distância|distanza|afstand|расстояние|dystans|distans',
  distanceUnit:
    'distance unit|unité de distance|entfernungseinheit|unidad de distancia|unidade de distância|unità di distanza',
  seconds: 'seconds|secondes|sekunden|segundos|secondi|seconden|time|секунды|sekundy|sekunder',
  rpe: 'rpe|epe|pse',
  notes: 'notes|notizen|notas|note|comment|opmerkingen|заметки|notatki|anteckningar',
  sessionNotes:
    "workout notes|notes d'entraînement|notes de l'entraînement|workout-notizen|notas del entrenamiento|notas de entrenamiento|notas do treino|note allenamento|note dell'allenamento|workoutnotities|заметки о тренировке|notatki z treningu",
  sessionNumber: 'workout #|workout no.|entraînement n°|workout-nr.',
  category: 'category',
};

const ROLES = Object.keys(ROLE_HEADINGS) as StrongRole[];

const ROLE_BY_HEADING: ReadonlyMap<string, StrongRole> = new Map(
  ROLES.flatMap((role) => ROLE_HEADINGS[role].split('|').map((name) => [name, role] as const)),
);

/** Columns by role; a role may stand on several places, which is for the reader to refuse. */
export interface StrongColumns {
  readonly places: ReadonlyMap<StrongRole, readonly number[]>;
  /** Headings that mean nothing here. */
  readonly unknown: readonly string[];
}

export const strongColumnsOf = (heading: readonly string[]): StrongColumns => {
  const places = new Map<StrongRole, number[]>();
  const unknown: string[] = [];
  for (const [name, columns] of placesByHeading(heading)) {
    const role = ROLE_BY_HEADING.get(name);
    if (role === undefined) {
      if (name !== '') unknown.push(name);
      continue;
    }
    places.set(
      role,
      [...(places.get(role) ?? []), ...columns].toSorted((left, right) => left - right),
    );
  }
  return { places, unknown };
};

const hasAll = (columns: StrongColumns, roles: readonly StrongRole[]): boolean =>
  roles.every((role) => columns.places.has(role));

const SETS: readonly StrongRole[] = ['date', 'exercise', 'weight', 'reps'];

/** Strong's own export, of any year and in any language known. */
export const isStrongHeading = (heading: readonly string[]): boolean =>
  hasAll(strongColumnsOf(heading), [...SETS, 'title', 'setOrder']);

/** A plain log, a set a row: date, exercise, weight, reps and nothing that is not understood. */
export const isPlainLogHeading = (heading: readonly string[]): boolean => {
  const columns = strongColumnsOf(heading);
  return hasAll(columns, SETS) && columns.unknown.length === 0 && !isStrongHeading(heading);
};
