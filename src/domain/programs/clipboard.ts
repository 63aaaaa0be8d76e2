const needsQuotes = (text: string): boolean => /[\t\r\n]/u.test(text) || text.startsWith('"');

const field = (text: string): string => (needsQuotes(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Rows of cells as spreadsheets put them on the clipboard: tabs between cells, a line for each row. */
export const writeTsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(field).join('\t')).join('\n');

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replaceAll(/[&<>"]/gu, (char) => MARKUP[char] ?? char);

/** Excel reads the style, LibreOffice the attribute: both then keep `=` and `+2.5` as the text they are. */
const AS_TEXT = `style='mso-number-format:"\\@"' sdnum="0;0;@"`;

/** The same rows as the table that spreadsheets prefer: with it no cell becomes a formula or a number on the way. */
export const writeHtmlTable = (rows: readonly (readonly string[])[]): string => {
  const lines = rows.map((row) => `<tr>${row.map((text) => `<td ${AS_TEXT}>${escaped(text)}</td>`).join('')}</tr>`);
  return `<table>${lines.join('')}</table>`;
};

/** A quoted field from its opening quote: its text, and where it ends. `undefined` when the quote is never closed. */
const readQuoted = (text: string, at: number): { readonly text: string; readonly end: number } | undefined => {
  let value = '';
  let place = at + 1;
  while (place < text.length) {
    const char = text[place];
    if (char !== '"') value += char;
    else if (text[place + 1] === '"') {
      value += '"';
      place += 1;
    } else return { text: value, end: place + 1 };
    place += 1;
  }
  return undefined;
};

const atEnd = (text: string, at: number): boolean => at >= text.length || /[\t\r\n]/u.test(text[at] ?? '');

/**
 * What a spreadsheet put on the clipboard: a field that begins with a quote may hold tabs, line breaks and doubled quotes, any other
 * is taken as it stands. A line break at the end ends the last row and begins no other.
 */
export const readTsv = (copied: string): readonly (readonly string[])[] => {
  const text = copied.replace(/^\uFEFF/u, '');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quoted = text[at] === '"' ? readQuoted(text, at) : undefined;
    if (quoted !== undefined && atEnd(text, quoted.end)) {
      row.push(quoted.text);
      at = quoted.end;
    } else {
      const end = text.slice(at).search(/[\t\r\n]/u);
      const stop = end < 0 ? text.length : at + end;
      row.push(text.slice(at, stop));
      at = stop;
    }
    if (text[at] === '\t') {
      at += 1;
      if (at >= text.length || /[\r\n]/u.test(text[at] ?? '')) row.push('');
    }
    if (at >= text.length || /[\r\n]/u.test(text[at] ?? '')) {
      rows.push(row);
      row = [];
      at += text.startsWith('\r\n', at) ? 2 : 1;
    }
  }
  return rows;
};
