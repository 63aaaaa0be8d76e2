/** Sizes of the grid in pixels: what is drawn by hand has to know them. */
export const HEAD_HEIGHT = 88;
export const WEEK_WIDTH = 144;

export const frozenWidth = (isNarrow: boolean): number => (isNarrow ? 208 : 332);
