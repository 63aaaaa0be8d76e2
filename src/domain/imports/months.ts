import { foldWord } from './headings.ts';

/** January first; each month in English, German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Danish, Norwegian, Polish, Turkish, Russian, Finnish and Czech. */
const MONTH_WORDS: readonly string[] = [
  'jan january januar janv janvier ene enero janeiro gen genn gennaio januari sty stycznia styczen oca ocak янв января jänner tammi tammikuuta led ledna',
  'feb february februar fév févr février febrero fev fevereiro febbraio februari lut lutego luty şub şubat фев февр февраля helmi helmikuuta úno února',
  'mar march mär märz mrz mars marzo março maart mrt marts marca marzec mart мар марта maalis maaliskuuta bře března',
  'apr april avr avril abr abril aprile kwi kwietnia kwiecien nis nisan апр апреля huhti huhtikuuta dub dubna',
  'may mai mayo maio mag maggio mei maj maja mayıs май мая touko toukokuuta kvě května',
  'jun june juni juin junio junho giu giugno cze czerwca czerwiec haz haziran июн июня kesä kesäkuuta čvn června',
  'jul july juli juil juillet julio julho lug luglio lip lipca lipiec tem temmuz июл июля heinä heinäkuuta čvc července',
  'aug august août aou ago agosto augustus augusti sie sierpnia sierpien ağu ağustos авг августа elo elokuuta srp srpna',
  'sep sept september septembre septiembre setiembre set setembro settembre wrz września wrzesien eyl eylül сен сент сентября syys syyskuuta zář září',
  'oct october oktober okt octobre octubre out outubro ott ottobre paź października pazdziernik eki ekim окт октября loka lokakuuta říj října',
  'nov november novembre noviembre novembro lis listopada listopad kas kasım ноя нояб ноября marras marraskuuta listopadu',
  'dec december dezember dez déc décembre dic diciembre dezembro dicembre gru grudnia grudzien ara aralık des desember дек декабря joulu joulukuuta pro prosince',
];

const MONTH_BY_WORD: ReadonlyMap<string, number> = new Map(
  MONTH_WORDS.flatMap((words, index) => words.split(' ').map((word) => [foldWord(word), index + 1] as const)),
);

/** The month (1 to 12) that a word names, full or shortened, in any of the languages known; folded words only. */
export const monthOfWord = (folded: string): number | undefined => MONTH_BY_WORD.get(folded);
