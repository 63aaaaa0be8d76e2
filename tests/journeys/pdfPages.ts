import { getDocumentProxy } from 'unpdf';

/** Some text of a page, in points from its lower left corner. */
export interface Piece {
  readonly text: string;
  readonly sizePt: number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

export interface PrintedPage {
  readonly widthPt: number;
  readonly heightPt: number;
  readonly pieces: readonly Piece[];
  /** All its text without spaces: lines may break anywhere. */
  readonly text: string;
}

export const spaceless = (text: string): string => text.replaceAll(/\s/g, '');

/** How high letters stand above their line, and how deep below, as shares of their size. */
const [ASCENT, DESCENT] = [0.75, 0.2];

/**
 * Letters of scripts that no shipped font has come from the system's fonts, or as boxes where it has none. unpdf reads them in the
 * wrong place (pdftotext in the right one), so that they are left out; what stands round them is read.
 */
const BORROWED = /^[\p{Cc}\p{Script=Arabic}\p{Script=Han}\s]+$/u;

/** The pages of a PDF as they can be read from it. */
export const readPages = async (bytes: Uint8Array): Promise<PrintedPage[]> => {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    const content = await page.getTextContent();
    const pieces = content.items.flatMap((item): Piece[] => {
      if (!('str' in item) || item.str.trim() === '' || BORROWED.test(item.str)) return [];
      const [, , c, d, x, y] = item.transform as number[];
      const sizePt = Math.hypot(c ?? 0, d ?? 0);
      return [
        {
          text: item.str,
          sizePt,
          left: x ?? 0,
          right: (x ?? 0) + item.width,
          bottom: y ?? 0,
          top: (y ?? 0) + ASCENT * sizePt,
        },
      ];
    });
    pages.push({
      widthPt: right - left,
      heightPt: top - bottom,
      pieces,
      text: spaceless(pieces.map((piece) => piece.text).join('')),
    });
  }
  return pages;
};

const MARGIN_PT = (10 / 25.4) * 72;

/** Text that stands in the 10 mm at the edges, where a printer cuts. */
export const outsideMargins = (page: PrintedPage, tolerancePt = 0.5): readonly Piece[] =>
  page.pieces.filter(
    (piece) =>
      piece.left < MARGIN_PT - tolerancePt ||
      piece.right > page.widthPt - MARGIN_PT + tolerancePt ||
      piece.bottom < MARGIN_PT - tolerancePt ||
      piece.top > page.heightPt - MARGIN_PT + tolerancePt,
  );

/** Letters may touch, but not lie on each other: more than this both ways is an overlap. */
const TOUCH_PT = 1.2;

/** Pairs of texts that lie on each other. */
export const overlaps = ({ pieces }: PrintedPage): readonly string[] => {
  const found: string[] = [];
  pieces.forEach((one, index) => {
    for (const other of pieces.slice(index + 1)) {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const bottomOf = (piece: Piece): number => piece.bottom - DESCENT * piece.sizePt;
      const down = Math.min(one.top, other.top) - Math.max(bottomOf(one), bottomOf(other));
      if (across > TOUCH_PT && down > 2 * TOUCH_PT) found.push(`${one.text} | ${other.text}`);
    }
  });
  return found;
};
