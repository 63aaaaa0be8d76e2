/** What a print page is made of: the same query for the window's preview, the PDF and every shell. */
export interface PrintPageOrder {
  readonly layout: string;
  readonly week: string;
  readonly paper: string;
  readonly athleteIds?: readonly number[] | undefined;
  readonly weekCount?: number | undefined;
  readonly sessions?: readonly string[] | undefined;
  readonly isNoGym?: boolean | undefined;
  readonly day?: number | undefined;
  readonly rackOrder?: string | undefined;
  /** Only a part of the order is drawn, beginning with so many athletes passed over. */
  readonly from?: number | undefined;
}

/** The page that prints sheets. */
export const printRoute = (order: PrintPageOrder): string => {
  const { layout, week, weekCount, paper, athleteIds, sessions, isNoGym, day, rackOrder, from } = order;
  const asked: readonly (readonly [string, string | undefined])[] = [
    ['week', week],
    ['paper', paper],
    ['athletes', athleteIds?.join(',')],
    ['weeks', weekCount === undefined ? undefined : String(weekCount)],
    ['day', day === undefined ? undefined : String(day)],
    ['rackOrder', rackOrder],
    ['noGym', isNoGym === true ? '1' : undefined],
    ['from', from === undefined ? undefined : String(from)],
    ...(sessions ?? []).map((session) => ['session', session] as const),
  ];
  const query = asked.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]));
  return `/print/${layout}?${query.join('&')}`;
};
