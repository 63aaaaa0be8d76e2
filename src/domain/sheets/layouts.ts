/** The printed sheets (sheets.md), in the order in which they are offered. */
export const SHEET_LAYOUTS = ['weekly', 'block', 'rack', 'pocket', 'day', 'season'] as const;

export type SheetLayout = (typeof SHEET_LAYOUTS)[number];

/** Layouts that lie on their side. */
export const isLandscape = (layout: SheetLayout): boolean => layout === 'block' || layout === 'rack';

/** Layouts that hold many athletes on one sheet. */
export const isOfMany = (layout: SheetLayout): boolean => layout === 'rack' || layout === 'day';
