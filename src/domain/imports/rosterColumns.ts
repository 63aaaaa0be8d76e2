import { bareHeading } from './columnRoles.ts';
import { foldWord } from './headings.ts';

/** What a column of a list of people may hold. */
export const ROSTER_ROLES = [
  'name',
  'firstName',
  'lastName',
  'email',
  'phone',
  'sex',
  'birthDate',
  'birthYear',
  'group',
  'massUnit',
  'distanceUnit',
  'role',
  'notes',
] as const;

export type RosterRole = (typeof ROSTER_ROLES)[number];

export type RosterPlaces = ReadonlyMap<RosterRole, readonly number[]>;

const WORDS: Readonly<Record<RosterRole, string>> = {
  name: 'name|full name|fullname|athlete|athlete name|runner|member|nom complet|nombre completo|nome completo|naam|namn|navn|imię i nazwisko',
  firstName:
    'first name|firstname|first|given name|forename|vorname|prénom|nombre|nome|voornaam|förnamn|fornavn|imię|ad|имя',
  lastName:
    'last name|lastname|last|surname|family name|nachname|familienname|nom|nom de famille|apellido|apellidos|sobrenome|cognome|achternaam|efternamn|etternavn|nazwisko|soyad|фамилия',
  email:
    'email|e mail|emails|email address|mail|e mail adresse|email adresse|adresse e mail|correo|correo electrónico|courriel',
  phone:
    'phone|phone number|phonenumber|phonenumbers|phone numbers|mobile|tel|telefon|téléphone|teléfono|telefono|telefone',
  sex: 'sex|gender|geschlecht|sexe|sexo|sesso|geslacht|kön|køn|kjønn|płeć|пол',
  birthDate:
    'birthdate|birth date|birthday|date of birth|dateofbirth|dob|geburtsdatum|geburtstag|date de naissance|fecha de nacimiento|data de nascimento|data di nascita|geboortedatum|födelsedatum|fødselsdato|data urodzenia|дата рождения',
  birthYear:
    'birthyear|birth year|year of birth|yob|geburtsjahr|jahrgang|année de naissance|año de nacimiento|ano de nascimento|anno di nascita|geboortejaar',
  group:
    'group|groups|training group|team|teamname|team name|squad|gruppe|trainingsgruppe|groupe|grupo|gruppo|groep|grupp|grupa|группа',
  massUnit: 'units|einheiten|unités|unidades|unità|eenheden|weight unit|mass unit|weight units|unit of weight',
  distanceUnit: 'distance unit|distance units',
  role: 'role|rolle|rôle|rol|ruolo',
  notes: 'notes|note|comment|comments|notizen|bemerkung|bemerkungen|remarques|notas',
};

/** Said of a person, and of no use here: kept out without a word about each. */
const PASSED_OVER =
  'username|user name|membership uid|id|uid|address|address line 1|address line 2|city|state|zip code|zip|postcode|country|school|sports|sport|height|weight|grade|graduation year|graduationyear|class|age|nr|no|number|member number|member no|membership number|mitgliedsnummer|mitgliedsnr|bib|bib number|startnummer|street|strasse|hausnr|hausnummer|plz|ort|land|town|nationality|joined|join date|eintritt|eintrittsdatum|status';

/** Of somebody else than the athlete: nobody's address is taken for a child's. */
const OF_OTHERS =
  /\b(?:parents?|guardian|mother|father|emergency|eltern|mutter|vater|erziehungsberechtigte?r?|notfall)\b/u;

export const isOfOthers = (heading: string): boolean => OF_OTHERS.test(foldWord(heading.slice(0, 200)));

const roleByWord = new Map<string, RosterRole>(
  ROSTER_ROLES.flatMap((role) => WORDS[role].split('|').map((word) => [foldWord(word), role] as const)),
);
const passedOver = new Set(PASSED_OVER.split('|'));

/** Where a list of people has what; `unknown` are the headings that say nothing about people. */
export const rosterColumnsOf = (heading: readonly string[]): { places: RosterPlaces; unknown: readonly string[] } => {
  const places = new Map<RosterRole, number[]>();
  const unknown: string[] = [];
  for (const [column, printed] of heading.entries()) {
    const word = bareHeading(printed);
    const role = roleByWord.get(word);
    if (role !== undefined) places.set(role, [...(places.get(role) ?? []), column]);
    else if (word !== '' && !passedOver.has(word) && !isOfOthers(word)) unknown.push(word);
  }
  // `Name` beside `Vorname` is the last name.
  const [name] = places.get('name') ?? [];
  if (name !== undefined && places.has('firstName') && !places.has('lastName')) {
    places.set('lastName', [name]);
    places.delete('name');
  }
  return { places, unknown };
};

const PERSONAL: readonly RosterRole[] = ['email', 'sex', 'birthDate', 'birthYear', 'group', 'phone', 'role'];

/** A list of people: names, something personal beside them, and nothing that is not understood. */
export const isRosterHeading = (heading: readonly string[]): boolean => {
  const { places, unknown } = rosterColumnsOf(heading);
  const isNamed = places.has('name') || (places.has('firstName') && places.has('lastName'));
  const hasBothNames = places.has('firstName') && places.has('lastName');
  return isNamed && unknown.length === 0 && (hasBothNames || PERSONAL.some((role) => places.has(role)));
};
