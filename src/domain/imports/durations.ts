const HOURS = '(?:h|hr|hrs|hours?|std|stunden?|st|u|uur|heures?|horas?|or[ae]|ч)';
const MINUTES = "(?:m|min|mins|minutes?|minuut|minuten|minut[io]|minutos?|minuto|минут[аы]?|мин|')";
const SECONDS = '(?:s|sec|secs|seconds?|sek|sekunden|secondes?|second[io]|segundos?|seconden|seg|сек|с|")';

const WORDS = new RegExp(
  `^(?:(\\d{1,4})\\s*${HOURS}\\.?)?\\s*(?:(\\d{1,5})\\s*${MINUTES}\\.?)?\\s*(?:(\\d{1,6}(?:[.,]\\d+)?)\\s*${SECONDS}\\.?)?$`,
  'u',
);

const CLOCK = /^(?:(\d{1,3}) days? )?(?:(\d{1,3}):)?(\d{1,3}):(\d{2}(?:[.,]\d+)?)$/u;

const part = (text: string | undefined): number => (text === undefined ? 0 : Number(text.replace(',', '.')));

/**
 * A duration as apps print it, in seconds: `1h 13m`, `1 hour, 13 minutes`, `38min`, `55s`, `3107`, `3107.0`, `1:02:03`, `62:03`
 * (two parts are minutes and seconds), `0 days 00:30:00`. `undefined` when it is none of these.
 */
export const parseDuration = (cell: string): number | undefined => {
  const text = cell.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
  if (text === '' || text.length > 40) return undefined;
  if (/^\d{1,9}(?:\.\d+)?$/u.test(text)) return Number(text);
  const clock = CLOCK.exec(text);
  if (clock !== null) {
    const seconds = part(clock[4]);
    if (seconds >= 60 || (clock[2] !== undefined && part(clock[3]) >= 60)) return undefined;
    return part(clock[1]) * 86_400 + part(clock[2]) * 3600 + part(clock[3]) * 60 + seconds;
  }
  const words = WORDS.exec(text.replace(/,? and |, /gu, ' '));
  if (words === null) return undefined;
  return part(words[1]) * 3600 + part(words[2]) * 60 + part(words[3]);
};
