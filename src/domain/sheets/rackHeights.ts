import type { RackCell, RackRow } from './rackSheet.ts';

/** The narrowest paper on its side, Letter, without its margins and the column of names; in mm. */
const ACROSS_MM = 221;

/** Room for rows on the lowest of them, A4, under head and heads of columns; less where swaps need a legend. In mm. */
const [ROOM_MM, LEGEND_MM] = [165, 11];

export const rackRoomMm = (rows: readonly RackRow[]): number =>
  rows.some(({ cells }) => cells.some(({ swap }) => swap !== undefined)) ? ROOM_MM - LEGEND_MM : ROOM_MM;

/** Heights of lines, as the page sets them. */
const [TARGET_MM, PLATES_MM, NAME_MM, RULE_MM] = [4, 3.6, 4, 0.4];

/** Widths of a letter of 9 pt and of a target in 9 and 11 pt, and of a tick box with its gap. */
const [LETTER_MM, LARGE_MM, TICK_MM] = [1.58, 1.69, 3.8];

const TICKS_A_LINE = 4;
const [NAME_LETTERS, PADDING_MM] = [18, 3];

const linesOf = (text: string, letterMm: number, widthMm: number): number =>
  Math.max(1, Math.ceil((text.length * letterMm) / widthMm));

const cellMm = ({ lines, swap }: RackCell, widthMm: number): number => {
  const heights = lines.map(({ target, plates, sets }) => {
    const textMm = widthMm - TICK_MM * Math.min(sets, TICKS_A_LINE);
    const words = linesOf(target.replace(/ \([^)]*\)/u, ''), LARGE_MM, textMm) * TARGET_MM;
    const below = plates === undefined ? 0 : linesOf(plates, LETTER_MM, textMm) * PLATES_MM;
    return Math.max(words + below, Math.ceil(sets / TICKS_A_LINE) * TICK_MM);
  });
  const above = swap === undefined ? 0 : linesOf(`▲ ${swap}`, LETTER_MM, widthMm) * PLATES_MM;
  return heights.reduce((sum, height) => sum + height, above);
};

/** How high a row will stand, with so many columns on a page; generous, because what does not fit runs on to a page of its own. */
export const rackRowMm = ({ athlete, group, cells }: RackRow, columns: number): number => {
  const nameMm = (Math.ceil(athlete.length / NAME_LETTERS) + (group === undefined || group === '' ? 0 : 1)) * NAME_MM;
  const widthMm = ACROSS_MM / columns - PADDING_MM;
  return RULE_MM + Math.max(nameMm, ...cells.map((cell) => cellMm(cell, widthMm)));
};
