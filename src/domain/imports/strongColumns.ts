import type { RoleHeadings, SetRole } from './setRoles.ts';
import { columnFinder, hasRoles } from './setRoles.ts';

/** Strong's headings, of any year and in any language known. */
export const STRONG_HEADINGS: RoleHeadings = {
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
    'distance|distance (meters)|distance (m)|distance (km)|distance (mi)|distance (miles)|km|km.|mi|mi.|miles|entfernung|distanz|entfernung (meter)|distancia|distância|distanza|afstand|расстояние|dystans|distans',
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

export const strongColumnsOf = columnFinder(STRONG_HEADINGS);

/** Without these a row is no set. */
const SETS: readonly SetRole[] = ['date', 'exercise', 'weight', 'reps'];

/** Strong's own export, of any year and in any language known. */
export const isStrongHeading = (heading: readonly string[]): boolean =>
  hasRoles(strongColumnsOf(heading), [...SETS, 'title', 'setOrder']);
