import { foldWord } from './headings.ts';

/** Words for running as apps print them, folded; the treadmill apart. English raw keys (`TrailRun`) are read as two words. */
const RUN_WORDS = new Set(
  [
    'run, running, trail run, trail running, street running, street run, track run, track running, ultra run, ultra running',
    'obstacle run, jog, jogging, race, fell running, parkrun, interval run, long run, recovery run, sandy run, night run',
    'fartlek, tempo run, easy run, mountain running, mountain run, cross country running, outdoor run, outdoor running',
    'lauf, laufen, traillauf, trail lauf, traillaufen, gelandelauf, bahnlauf, laufen auf der bahn, strassenlauf, ultralauf, lauftraining',
    'course, course a pied, trail, course en sentier, course sur sentier, course sur piste, course sur route, ultra trail',
    'carrera, carrera a pie, carrera de montana, carrera por montana, carrera de trail, carrera en pista, correr, trote, carrera por sendero, carrera de sendero',
    'corrida, corrida em trilha, corrida em trilhas, corrida de trilha, corrida na trilha, corrida de montanha, corrida em pista, corrida de rua, correr trilha',
    'corsa, corsa su sentiero, corsa su sentieri, corsa trail, corsa in montagna, corsa su pista, corsa su strada',
    'hardloopsessie, hardlopen, hardloop, hardlooptraining, trailrun, trailrunning, trailloop, baanlopen, hardlopen op de baan, trailhardlopen',
    'lopning, lopass, lopning terrang, traillopning, terranglopning, lop, banlopning, loptur',
    'lob, lobetur, lob terraen, traillob, terraenlob, banelob, lobetraening',
    'lop, loping, lopetur, lopeokt, terrenglop, stilop, stiloping, traillop, baneloping',
    'bieg, bieganie, bieg terenowy, bieg przelajowy, bieg na biezni lekkoatletycznej, trail bieg, bieg gorski',
    'kosu, kosma, patika kosusu, arazi kosusu, futas, terepfutas, juoksu, polkujuoksu, beh, behani, terenni beh, alergare',
    'бег, пробежка, бег по пересеченной местности, бег по дорожке, біг, maraton, trčanje, tek, beg, bežanie, τρέξιμο, ריצה, ריצת שטח, الجري, chạy, chạy bộ, วิ่ง, lari, berlari',
    'polkujuoksu, ratajuoksu, behani v terenu, beh v terenu, drahovy beh, kosu parkuru, pista futas, terep futas',
    'road running, road run, track and field running, ultrarunning running, skyrunning, sky running, laufen strasse, berglauf, course a pied sur route, trailrunnen, hardlopen trail',
    'trail lopning, terrangloping, bieganie terenowe, bieganie w terenie, bieganie gorskie, loping i terreng, terrengloping, トラックラン, ロードラン, 操场跑步, 操場跑步, 田径跑步, 田徑跑步, 路跑',
    'трейл, трейлраннинг, ランニング, ラン, トレイルラン, トレイルランニング, 跑步, 越野跑, 달리기, 러닝, 트레일 러닝',
  ].flatMap((line) => line.split(', ').map(foldWord)),
);

const TREADMILL_WORDS = new Set(
  [
    'treadmill, treadmill walk run, indoor track, indoor track running, treadmill run, treadmill running, virtual run, virtual running, indoor run, indoor running, running treadmill, run treadmill',
    'laufband, laufbandtraining, laufbandlauf, laufen auf dem laufband, virtueller lauf, virtuelles laufen, indoor lauf, indoor laufen, hallenlauf',
    'tapis de course, course virtuelle, course a pied virtuelle, course sur tapis, course a pied en salle, course en salle, course sur tapis roulant',
    'carrera virtual, carrera en cinta, cinta de correr, entrenamiento en cinta, carrera en interiores, carrera en pista cubierta',
    'corrida virtual, corrida em esteira, corrida na esteira, esteira, corrida na passadeira, corrida em ambiente interno',
    'corsa virtuale, tapis roulant, corsa su tapis roulant, corsa al coperto, corsa indoor',
    'loopband, hardlopen op loopband, hardlopen loopband, virtuele hardloopsessie, virtuele run, hardlopen indoor, indoor hardlopen',
    'lopband, virtuell lopning, lopning pa lopband, inomhuslopning, lob pa lobeband, lob indendors, indendors lob, lobeband, virtuelt lob, lob lobeband, tredemolle, virtuell lopetur, virtuelt lop',
    'bieg na biezni, bieznia, bieg wirtualny, wirtualny bieg, kosu bandi, sanal kosu, belteri futas, teremfutas, futopad, juoksumatto, virtuaalijuoksu',
    'беговая дорожка, бег на беговой дорожке, бег в помещении, トレッドミルランニング, トレッドミルラン, 室内ランニング, インドアランニング, 跑步機, 室内跑步, 室內跑步, 트레드밀 러닝, 트레드밀 달리기, 실내 러닝, 실내 달리기, 가상 러닝, loping pa tredemolle, innendors loping, beh na pase, behani na pasu, juoksumattojuoksu, sisajuoksu, corrida em passadeira, corrida indoor, kosu bandinda kosu, hardlopen op een loopband, virtueel hardlopen, course a pied sur tapis, course a pied sur tapis roulant',
    'running en cinta, correr en cinta, cinta, lop pa tredemolle, molleloping, bieganie na biezni, course sur tapis de course, course a pied tapis',
    'виртуальный забег, виртуальный бег, トレッドミル, バーチャルラン, 跑步机, 虚拟跑步, 트레드밀, 가상 달리기',
  ].flatMap((line) => line.split(', ').map(foldWord)),
);

const SWIM_WORD =
  /swim|schwimm|natation|natac|nuoto|zwem|simning|simbass|bassang|svom|basseng|apent vann|plywan|yuzme|plavan|uszas|uinti|плаван|水泳|游泳|수영/u;

/** What a sport's word says. `isSwim` matters because swims print metres where other sports print kilometres. */
export interface SportMeaning {
  readonly isRun: boolean;
  readonly isTreadmill: boolean;
  readonly isSwim: boolean;
}

/** Reads a sport's word in many languages. Unknown sports are not runs. */
export const sportMeaning = (printed: string): SportMeaning => {
  const word = foldWord(printed.slice(0, 100).replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' '));
  const isTreadmill = TREADMILL_WORDS.has(word);
  return { isRun: isTreadmill || RUN_WORDS.has(word), isTreadmill, isSwim: SWIM_WORD.test(word) };
};

const LIFTING_WORD =
  /strength|weight ?(?:lift|train)|lifting|\bgym\b|powerlift|kraft|hantel|muscul|halteroph|fuerza|pesas|musculac|forca|pesi\b|forza|kracht|gewichthef|styrk|styrke|silow|silova|suly|kuvvet|agirlik|voima|силов|筋力|ウェイト|力量|근력/u;

/** Whether a sport's word means lifting, which another app may tell set by set. */
export const isLifting = (printed: string): boolean =>
  LIFTING_WORD.test(foldWord(printed.slice(0, 100).replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')));
