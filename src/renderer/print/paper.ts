import { useEffect } from 'react';
import type { Settings } from '../../contract/schemas/app.ts';

export type Paper = Settings['paper'];

interface PaperSize {
  readonly label: string;
  /** As CSS knows it. */
  readonly css: string;
  readonly widthMm: number;
  readonly heightMm: number;
}

export const PAPER_SIZES: Readonly<Record<Paper, PaperSize>> = {
  a4: { label: 'A4', css: 'A4', widthMm: 210, heightMm: 297 },
  letter: { label: 'Letter', css: 'letter', widthMm: 215.9, heightMm: 279.4 },
  legal: { label: 'Legal', css: 'legal', widthMm: 215.9, heightMm: 355.6 },
};

/** 10 mm. In whole pixels, because Chromium cuts a margin down to them, and text would stand 0.2 mm too far out. */
const MARGIN_PX = 38;

const PX_PER_MM = 96 / 25.4;

/** A whole sheet of paper in CSS pixels, as the screen shows it at 100 %. */
export const paperPixels = (
  paper: Paper,
  side: 'portrait' | 'landscape' = 'portrait',
): { readonly width: number; readonly height: number } => {
  const across = PAPER_SIZES[paper].widthMm * PX_PER_MM;
  const down = PAPER_SIZES[paper].heightMm * PX_PER_MM;
  return side === 'portrait' ? { width: across, height: down } : { width: down, height: across };
};

export const isPaper = (text: string | null): text is Paper => text !== null && Object.hasOwn(PAPER_SIZES, text);

/**
 * Tells the printer the paper. The size is only known while running, and the page's policy forbids `<style>`, so the rule
 * is put in a style sheet made by script.
 */
export const usePrintedPaper = (paper: Paper, side: 'portrait' | 'landscape'): void => {
  useEffect(() => {
    const rules = new CSSStyleSheet();
    rules.replaceSync(`@page { size: ${PAPER_SIZES[paper].css} ${side}; margin: ${MARGIN_PX}px; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== rules);
    };
  }, [paper, side]);
};
