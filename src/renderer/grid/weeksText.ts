/** `Week 3`, `Weeks 2–4, 7`. */
export const weeksText = (weeks: readonly number[]): string => {
  const ordered = [...new Set(weeks)].toSorted((a, b) => a - b);
  const ranges: { from: number; to: number }[] = [];
  for (const week of ordered) {
    const last = ranges.at(-1);
    if (last !== undefined && week === last.to + 1) last.to = week;
    else ranges.push({ from: week, to: week });
  }
  const text = ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
  return `${ordered.length === 1 ? 'Week' : 'Weeks'} ${text}`;
};
