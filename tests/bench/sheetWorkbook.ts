import type { SheetRow } from '../../src/domain/sheets/sheetRow.ts';
import type { WeekSheet } from '../../src/domain/sheets/weekSheet.ts';

const COLUMNS = 7;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const cell = (text: string, style: string): string =>
  text === ''
    ? '<table:table-cell table:style-name="box"/>'
    : `<table:table-cell table:style-name="${style}" office:value-type="string"><text:p>${escaped(text)}</text:p></table:table-cell>`;

const line = (texts: readonly string[]): string => {
  // A sentence runs on over the empty cells beside it; where there are none, it breaks.
  const style = texts.length > 3 ? 'broken' : 'box';
  const cells = Array.from({ length: COLUMNS }, (_, column) => cell(texts[column] ?? '', style));
  return `<table:table-row>${cells.join('')}</table:table-row>`;
};

const linesOfRow = (row: SheetRow): readonly (readonly string[])[] => [
  ...row.lines.map(({ target, plates = '', rest = '', rpeCap = '', setBoxes }, index) => [
    index === 0 ? row.label : '',
    index === 0 ? row.exercise : '',
    target,
    plates,
    rest,
    rpeCap,
    '[  ] '.repeat(setBoxes).trim(),
  ]),
  ...[row.cue, row.warmUp, row.noGym].flatMap((text) => (text === undefined ? [] : [['', text]])),
];

const linesOfSheet = ({ band, strip, panels, footer, versionText }: WeekSheet): readonly (readonly string[])[] => [
  [band.athlete, band.program, band.week, band.dates, band.goal, band.countdown ?? '', band.units],
  strip.map((day) => `${day.weekday} ${day.dateText}`),
  strip.map((day) => day.runText),
  strip.map((day) => [...day.lifts, ...day.notes].join(', ')),
  ...panels.flatMap((panel) => [
    [panel.name, panel.dateText, panel.minutes],
    ...panel.rows.flatMap((row) => linesOfRow(row)),
  ]),
  ...footer.prompts.map((prompt) => [prompt]),
  ...footer.stopRules.map((rule) => [rule]),
  [versionText],
];

const NAMES = ['office', 'style', 'text', 'table'].map(
  (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
);

const COLUMN_WIDTHS = `<table:table-column table:style-name="column" table:number-columns-repeated="${COLUMNS}"/>`;

const STYLES = `<office:automatic-styles>
<style:page-layout style:name="paper"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="1cm" style:scale-to-pages="1"/></style:page-layout>
<style:style style:name="page" style:family="table" style:master-page-name="Default"/>
<style:style style:name="box" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000"/></style:style>
<style:style style:name="broken" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:wrap-option="wrap"/></style:style>
<style:style style:name="column" style:family="table-column"><style:table-column-properties style:column-width="2.7cm"/></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Default" style:page-layout-name="paper"/></office:master-styles>`;

/** What weekly sheets say, as a coach without Ironstride keeps it: a workbook of one table an athlete, each a page of A4. Flat ODF. */
export const sheetWorkbook = (sheets: readonly WeekSheet[]): string => {
  const tables = sheets.map(
    (sheet, index) =>
      `<table:table table:name="${index + 1}" table:style-name="page">${COLUMN_WIDTHS}${linesOfSheet(sheet).map(line).join('')}</table:table>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${NAMES.join(' ')} xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
${STYLES}
<office:body><office:spreadsheet>${tables.join('\n')}</office:spreadsheet></office:body>
</office:document>
`;
};
