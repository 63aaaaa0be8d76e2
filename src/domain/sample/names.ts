import type { Chance } from '../kernel/chance.ts';
import type { Sex } from '../athletes/athlete.ts';
import { pick } from './draws.ts';

interface NamePool {
  readonly timeZones: readonly [string, ...string[]];
  readonly female: readonly [string, ...string[]];
  readonly male: readonly [string, ...string[]];
  readonly family: readonly [string, ...string[]];
}

/** First and family names of one region go together; every combination is invented. */
const POOLS: readonly [NamePool, ...NamePool[]] = [
  {
    timeZones: ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'],
    female: ['Harper', 'Paige', 'Delia', 'Joanna', 'Tess', 'Maren', 'Corinne', 'Wendy', 'Skye', 'Brooke'],
    male: ['Wyatt', 'Colin', 'Desmond', 'Grant', 'Toby', 'Russell', 'Elliot', 'Marcus', 'Clay', 'Dwight'],
    family: [
      'Holloway',
      'Prentiss',
      'Langford',
      'Whitlock',
      'Barlow',
      'Kessler',
      'Draper',
      'Stanton',
      'Marlowe',
      'Ashby',
    ],
  },
  {
    timeZones: ['Europe/London', 'Europe/Dublin'],
    female: ['Niamh', 'Imogen', 'Saoirse', 'Bronwen', 'Isla', 'Freya', 'Orla', 'Hattie'],
    male: ['Callum', 'Rhys', 'Declan', 'Alistair', 'Rory', 'Hamish', 'Gareth', 'Fergus'],
    family: [
      'Thackeray',
      'Penrose',
      'MacAskill',
      'Corrigan',
      'Trevelyan',
      'Gillespie',
      'Hargreaves',
      'Lockhart',
      'Pryce',
    ],
  },
  {
    timeZones: ['Europe/Berlin', 'Europe/Vienna', 'Europe/Zurich'],
    female: ['Annika', 'Friederike', 'Liesel', 'Marlene', 'Svenja', 'Ulrike', 'Jördis', 'Käthe'],
    male: ['Jörg', 'Matthias', 'Torsten', 'Lukas', 'Henning', 'Götz', 'Anselm', 'Reinhold'],
    family: ['Brandstätter', 'Kühnel', 'Oberhauser', 'Vossberg', 'Lindemann', 'Grünwald', 'Sässmann', 'Ziegenbein'],
  },
  {
    timeZones: ['Europe/Lisbon', 'America/Sao_Paulo'],
    female: ['Beatriz', 'Inês', 'Luísa', 'Mafalda', 'Conceição', 'Jussara', 'Taís'],
    male: ['Tomás', 'Duarte', 'Afonso', 'Renato', 'João', 'Caetano', 'Vasco'],
    family: ['Figueira', 'Nogueira', 'Brandão', 'Sampaio', 'Falcão', 'Teixeirinha', 'Lourenço', 'Quintela'],
  },
  {
    timeZones: ['Europe/Madrid', 'America/Mexico_City', 'America/Bogota'],
    female: ['Lucía', 'Ximena', 'Begoña', 'Paloma', 'Araceli', 'Nuria', 'Itziar', 'Yolanda'],
    male: ['Íñigo', 'Rubén', 'Joaquín', 'Andrés', 'Ulises', 'Germán', 'Fermín', 'Amaro'],
    family: ['Arizmendi', 'Peñalver', 'Villaseñor', 'Carrasquilla', 'Ibáñez', 'Montealegre', 'Quesada', 'Olmedo'],
  },
  {
    timeZones: ['Europe/Paris', 'America/Montreal'],
    female: ['Maëlle', 'Solène', 'Clémence', 'Inès', 'Océane', 'Apolline', 'Zoé'],
    male: ['Gaël', 'Bastien', 'Rémi', 'Étienne', 'Loïc', 'Théophile', 'Corentin'],
    family: ['Desrosiers', 'Lefebure', 'Charbonnel', 'Montclair', 'Beauchêne', 'Garrigue', 'Tréhout', 'L’Hermite'],
  },
  {
    timeZones: ['Europe/Stockholm', 'Europe/Oslo', 'Europe/Copenhagen'],
    female: ['Astrid', 'Linnéa', 'Signe', 'Ragnhild', 'Tuva', 'Åsa', 'Kjersti'],
    male: ['Anders', 'Søren', 'Håkon', 'Björn', 'Eskil', 'Øyvind', 'Torbjörn'],
    family: ['Lindqvist', 'Ødegård', 'Sjöstrand', 'Halvorsby', 'Nygaard', 'Bergåker', 'Dahlgren', 'Skovgaard'],
  },
  {
    timeZones: ['Africa/Nairobi', 'Africa/Addis_Ababa'],
    female: ['Wanjiru', 'Chebet', 'Tigist', 'Nyambura', 'Almaz', 'Jelagat', 'Hiwot'],
    male: ['Kiprono', 'Otieno', 'Tadesse', 'Mwangi', 'Abebe', 'Barasa', 'Girma'],
    family: ['Kamotho', 'Chelimor', 'Worknesh', 'Wafulani', 'Odhiamba', 'Tesfamar', 'Kibetori', 'Mekuria'],
  },
  {
    timeZones: ['Africa/Lagos', 'Africa/Accra'],
    female: ['Adaeze', 'Folasade', 'Ngozi', 'Akosua', 'Temitope', 'Yetunde'],
    male: ['Chukwuemeka', 'Babatunde', 'Kwabena', 'Ikenna', 'Olumide', 'Yaw'],
    family: ['Okonjo', 'Adeyinka', 'Nwachukwu', 'Boakyewa', 'Eze-Obi', 'Afolarin', 'Asantewaa'],
  },
  {
    timeZones: ['Asia/Tokyo', 'Asia/Seoul', 'Asia/Taipei'],
    female: ['Haruka', 'Ayumi', 'Soo-jin', 'Mei-ling', 'Natsuki', 'Ji-woo', 'Chiyo'],
    male: ['Kenta', 'Ryohei', 'Min-jun', 'Wei', 'Daichi', 'Jae-hyun', 'Souta'],
    family: ['Kurosaki', 'Hayamizu', 'Baek', 'Lin-Chou', 'Morikawa', 'Namgoong', 'Tachibana', 'Shimazu'],
  },
  {
    timeZones: ['Asia/Kolkata', 'Asia/Karachi'],
    female: ['Ananya', 'Meenakshi', 'Farzana', 'Kavya', 'Rukmini', 'Zoya', 'Ishita'],
    male: ['Arjun', 'Vikram', 'Imran', 'Siddharth', 'Naveen', 'Raghav', 'Faisal'],
    family: ['Deshmukh', 'Venkataraman', 'Qureshi', 'Bhattacharjee', 'Nambiar', 'Chaudhri', 'Iyengar'],
  },
  {
    timeZones: ['Europe/Warsaw', 'Europe/Prague', 'Europe/Budapest'],
    female: ['Agnieszka', 'Kateřina', 'Zsófia', 'Małgorzata', 'Ludmila', 'Bożena'],
    male: ['Wojciech', 'Ondřej', 'Gábor', 'Łukasz', 'Zdeněk', 'Mirosław'],
    family: ['Wiśniewska-Bór', 'Hrabovský', 'Szentpéteri', 'Jaworek', 'Dvořáček', 'Kőszegi', 'Zawadzka'],
  },
  {
    timeZones: ['Europe/Istanbul', 'Asia/Dubai', 'Asia/Jerusalem'],
    female: ['Elif', 'Leyla', 'Noura', 'Yasemin', 'Shirin', 'Talia'],
    male: ['Emre', 'Karim', 'Çağlar', 'Yusuf', 'Omid', 'Barış'],
    family: ['Yıldırım', 'El-Haddad', 'Şahinoğlu', 'Farahmand', 'Ben-Avri', 'Karaağaç', 'Mansouri'],
  },
  {
    timeZones: ['Australia/Sydney', 'Pacific/Auckland'],
    female: ['Kirra', 'Matilda', 'Aroha', 'Tahlia', 'Moana', 'Bronte'],
    male: ['Lachlan', 'Tane', 'Jarrah', 'Wiremu', 'Angus', 'Nikau'],
    family: ['Coolidge-Nari', 'Te Rangi', 'Pemberley', 'Waikato-Reid', 'Dunstan', 'Birchall', 'Ngatai'],
  },
];

/** Who somebody is: a full name, the sex that goes with the first name, where they live. */
export interface SampleName {
  readonly name: string;
  readonly sex: Sex;
  readonly timeZone: string;
}

const INITIALS = 'ABCDEFGHIJKLMNOPRSTVWZ';

const drawName = (chance: Chance): SampleName => {
  const pool = pick(chance, POOLS);
  const sex = chance() < 0.5 ? 'female' : 'male';
  const first = pick(chance, sex === 'female' ? pool.female : pool.male);
  return {
    name: `${first} ${pick(chance, pool.family)}`,
    sex: chance() < 0.015 ? 'other' : sex,
    timeZone: pick(chance, pool.timeZones),
  };
};

/** A name that is not among `taken`; a middle initial, then a number, makes it different when chance keeps meeting taken ones. */
export const sampleName = (chance: Chance, taken: ReadonlySet<string>): SampleName => {
  for (let tries = 0; tries < 12; tries += 1) {
    const drawn = drawName(chance);
    if (!taken.has(drawn.name)) return drawn;
  }
  const drawn = drawName(chance);
  const [first = drawn.name, ...family] = drawn.name.split(' ');
  for (const initial of INITIALS) {
    const name = [first, `${initial}.`, ...family].join(' ');
    if (!taken.has(name)) return { ...drawn, name };
  }
  return { ...drawn, name: `${drawn.name} ${taken.size + 1}` };
};
