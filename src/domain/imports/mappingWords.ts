import type { MappingKind, MappingRole } from './columnMapping.ts';
import { foldWord } from './headings.ts';
import { isOfOthers } from './rosterColumns.ts';

type Words = readonly (readonly [MappingRole, string])[];

/** Words by which people call what their columns hold, in the languages that coaches' lists come in. The first that fits wins. */
const WORDS: Readonly<Record<MappingKind, Words>> = {
  sets: [
    ['date', 'date|day|datum|tag|fecha|data|dato|dia|giorno|jour|tarih|дата|日付|日期|when|performed|timestamp'],
    ['time', 'time of day|start time|uhrzeit|heure|hora|orario|clock'],
    ['distanceUnit', 'distance unit|distanceunit'],
    ['weightUnit', 'weight unit|load unit|unit|einheit'],
    ['rpe', 'rpe|effort|felt|anstrengung'],
    ['rir', 'rir|reps in reserve|reserve'],
    ['setOrder', 'set order|set number|set no|set index|set|satz|serie|série'],
    ['copies', 'sets|number of sets|how many sets|sätze|serien|series|séries|serier'],
    ['isWarmup', 'warm up|warmup|is warmup|is warm up|aufwärmen|échauffement|calentamiento|aquecimento'],
    [
      'reps',
      'reps|rep|repetitions|how many|reps per set|wiederholungen|wdh|répétitions|repeticiones|repetições|ripetizioni|herhalingen|powtórzenia|tekrar|повторения|повторы|回数|次数',
    ],
    [
      'weight',
      'weight|load|kg|kilo|kilos|kilograms|lb|lbs|pounds|gewicht|last|poids|charge|peso|carga|carico|vikt|ciężar|ağırlık|вес|重量',
    ],
    [
      'exercise',
      'exercise name|exercise title|exercise|lift|movement|übung|exercice|ejercicio|exercício|esercizio|oefening|övning|øvelse|ćwiczenie|egzersiz|упражнение|種目|动作|name',
    ],
    ['kind', 'set type|type|kind|art'],
    ['seconds', 'seconds|hold|time|sec|sekunden|zeit|tiempo|temps|tempo'],
    ['distance', 'distance|distanz|distancia|distância|distanza|afstand|meters|metres|km'],
    ['duration', 'workout duration|session duration|duration|dauer|durée|duración|duração|durata'],
    ['title', 'workout name|workout|session|training|einheit|séance|sesión|treino|allenamento'],
    ['notes', 'notes|note|comment|comments|remark|remarks|notizen|bemerkung|remarques|notas'],
  ],
  runs: [
    ['start', 'date|day|start|datum|tag|fecha|data|dato|jour|дата|when|timestamp'],
    ['timeOfDay', 'time of day|start time|uhrzeit|heure|hora|orario'],
    ['maxHr', 'max hr|max heart rate|maximum heart rate|hfmax|max puls|max bpm'],
    ['averageHr', 'avg hr|average hr|average heart rate|heart rate|hr|bpm|hfavg|puls|pulse|herzfrequenz|fc'],
    ['distanceUnit', 'distance unit|unit|einheit'],
    [
      'distance',
      'distance|dist|distanz|strecke|distancia|distância|distanza|afstand|distans|miles|mileage|km|kilometer|kilometres|dystans|дистанция',
    ],
    ['elapsed', 'elapsed time|elapsed|total time|gesamtzeit'],
    [
      'moving',
      'moving time|moving|duration|dauer|time|zeit|durée|temps|duración|tiempo|duração|tempo|durata|tijd|tid|czas|время',
    ],
    ['cadence', 'cadence|kadenz|schrittfrequenz|spm'],
    ['ascent', 'elevation gain|ascent|elevation|climb|hm|höhenmeter|anstieg|dénivelé|desnivel|ascenso'],
    ['power', 'power|watts|leistung'],
    ['rpe', 'rpe|effort'],
    ['sport', 'activity type|sport|type|activity|sportart|art|tipo'],
    ['title', 'title|name|activity name|titel|route|workout|session|strecke'],
    ['notes', 'notes|note|comment|comments|description|notizen|notiz|bemerkung|notas'],
    ['id', 'id|activity id'],
  ],
  body: [
    ['day', 'date|day|datum|tag|fecha|data|dato|jour|дата|timestamp|measured'],
    ['timeOfDay', 'time|time of day|uhrzeit|heure|hora|ora'],
    ['bodyFat', 'body fat|fat|fettanteil|körperfett|graisse|grasa'],
    [
      'bodyMass',
      'body weight|bodyweight|body mass|weight|kg|lb|lbs|gewicht|körpergewicht|poids|peso|vikt|ciężar|ağırlık|вес|重量',
    ],
    ['restingHr', 'resting hr|resting heart rate|rhr|ruhepuls|pulse|puls|hr'],
    ['hrv', 'hrv|rmssd'],
    ['sleepScore', 'sleep score|sleep quality'],
    ['sleep', 'sleep|sleep duration|sleep hours|schlaf|sommeil|sueño|sono|sonno|slaap'],
    ['readiness', 'readiness|recovery|bereitschaft|erholung'],
    ['steps', 'steps|schritte|pas|pasos|passos|passi'],
    ['intake', 'calories|kcal|intake|kalorien'],
  ],
  roster: [
    ['firstName', 'first name|firstname|given name|forename|vorname|prénom|nombre|voornaam|förnamn|fornavn'],
    ['lastName', 'last name|lastname|surname|family name|nachname|apellido|apellidos|sobrenome|cognome|achternaam'],
    ['email', 'email|emails|e mail|mail|correo'],
    ['phone', 'phone|mobile|tel|telefon|téléphone|teléfono'],
    ['sex', 'sex|gender|geschlecht|sexe|sexo|sesso'],
    ['birthYear', 'birth year|year of birth|jahrgang|geburtsjahr|born'],
    ['birthDate', 'birth date|date of birth|dob|birthday|geburtsdatum|naissance|nacimiento'],
    ['group', 'group|squad|team|gruppe|groupe|grupo|gruppo'],
    ['role', 'role|rolle'],
    ['name', 'name|athlete|runner|member|läufer|sportler'],
    ['notes', 'notes|note|comment|comments|notizen|bemerkung'],
  ],
};

const FOLDED = Object.fromEntries(
  Object.entries(WORDS).map(([kind, words]) => [
    kind,
    words.map(([role, list]) => [role, list.split('|').map(foldWord)] as const),
  ]),
);

/** Programs write `ElapsedSeconds` for `Elapsed Seconds`. */
const inWords = (heading: string): string => foldWord(heading.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' '));

/** What is reckoned of several sets, or was meant to be done, is no set: `Total reps`, `Target weight`. */
const RECKONED = / (?:total|max|avg|average|mean|volume|goal|target|planned|best|1rm|e1rm) /u;

/** A heading's folded words without the unit at its end. */
const bare = (heading: string): string => inWords(heading.replace(/[([][^()[\]]*[)\]]\s*$/u, '')) || inWords(heading);

/** How a heading says a role: in so many words, or with other words around. */
export type Saying = 'exactly' | 'among others';

export interface RoleSaid {
  readonly role: MappingRole;
  readonly how: Saying;
  /** Of several headings that say the same, the one with the lowest rank says it best: `Exercise` before `Name`. */
  readonly rank: number;
}

/** What a heading says that its column holds, if it says anything about rows of this kind. */
export const roleSaid = (kind: MappingKind, heading: string): RoleSaid | undefined => {
  const words = FOLDED[kind] ?? [];
  const name = bare(heading.slice(0, 80));
  if (name === '' || (kind === 'roster' && isOfOthers(name))) return undefined;
  const padded = ` ${name} `;
  const isReckoned = RECKONED.test(padded);
  const ways: readonly (readonly [Saying, (word: string) => boolean])[] = [
    ['exactly', (word) => word === name],
    ['among others', (word) => word.length > 2 && padded.includes(` ${word} `)],
  ];
  for (const [how, isSaid] of ways) {
    for (const [role, list] of words) {
      if (isReckoned && how === 'among others' && (kind === 'sets' || role === 'bodyMass')) continue;
      const rank = list.findIndex(isSaid);
      if (rank !== -1) return { role, how, rank };
    }
  }
  return undefined;
};

/** Whether a heading says that its column is reckoned, and nothing of what. */
export const isOfSeveral = (kind: MappingKind, heading: string): boolean =>
  RECKONED.test(` ${bare(heading.slice(0, 80))} `) && roleSaid(kind, heading) === undefined;
