/** What a printed week is made of: the same query for the window's preview, the PDF and every shell. */
export interface WeekPrintOrder {
  readonly week: string;
  readonly paper: string;
  readonly athleteIds?: readonly number[] | undefined;
}

/** The page that prints a week. */
export const weekPrintRoute = ({ week, paper, athleteIds }: WeekPrintOrder): string => {
  const asked = { week, paper, ...(athleteIds === undefined ? {} : { athletes: athleteIds.join(',') }) };
  const query = Object.entries(asked).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `/print/week?${query.join('&')}`;
};
