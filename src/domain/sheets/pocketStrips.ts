import type { WeekContent, SheetPanel } from './weekSheet.ts';
import type { SheetRow } from './sheetRow.ts';
import type { SheetWords } from './sheetWords.ts';
import { ENGLISH_SHEET } from './sheetWords.ts';

/** A quarter of a page: one session, or as much of it as fits. */
export interface PocketStrip {
  readonly session: string;
  readonly dateText: string;
  readonly minutes: string;
  readonly rows: readonly SheetRow[];
  readonly part?: string | undefined;
}

/** Boxes of 14 mm beside each other on a quarter of a page. */
export const POCKET_BOXES_A_LINE = 6;

/** Room for rows on a quarter of the smallest paper, Letter, in mm: all papers are cut alike. */
const ROOM_MM = 104;

const [LINE_MM, BOXES_MM, GAP_MM] = [4.3, 8.7, 1.2];

/** So many letters of 9 and 11 pt stand on a line of a strip. */
const LETTERS_A_LINE = 50;

const linesOf = (text: string): number => Math.max(1, Math.ceil(text.length / LETTERS_A_LINE));

/** What the target is a share of is left out where room is short. */
const withoutShare = (target: string): string => target.replace(/ \([^)]*\)/u, '');

/** How high a row will stand; generous, because what does not fit would be cut. */
export const pocketHeightMm = (row: SheetRow): number =>
  linesOf(`${row.label} ${row.exercise}${row.change ?? ''}`) * LINE_MM +
  row.lines.reduce((sum, line) => {
    const words = [withoutShare(line.target), line.plates ?? '', line.rest ?? '', line.rpeCap ?? ''];
    const boxes = Math.ceil(Math.max(1, line.setBoxes) / POCKET_BOXES_A_LINE);
    return sum + linesOf(words.join('  ')) * LINE_MM + boxes * BOXES_MM;
  }, GAP_MM);

const stripsOf = (panel: SheetPanel, words: SheetWords): readonly PocketStrip[] => {
  const parts: SheetRow[][] = [[]];
  let roomMm = ROOM_MM;
  for (const row of panel.rows) {
    const heightMm = pocketHeightMm(row);
    const current = parts.at(-1);
    if (heightMm > roomMm && current !== undefined && current.length > 0) {
      parts.push([row]);
      roomMm = ROOM_MM - heightMm;
    } else {
      current?.push(row);
      roomMm -= heightMm;
    }
  }
  return parts.map((rows, index) => ({
    session: panel.name,
    dateText: panel.dateText,
    minutes: panel.minutes,
    rows,
    ...(parts.length === 1 ? {} : { part: words.part(index + 1, parts.length) }),
  }));
};

/** The week cut into quarters of a page (sheets.md, layout 4), one session a strip; a long one takes two. */
export const layOutPocket = (
  { panels }: Pick<WeekContent, 'panels'>,
  words: SheetWords = ENGLISH_SHEET,
): readonly PocketStrip[] => panels.flatMap((panel) => stripsOf(panel, words));
