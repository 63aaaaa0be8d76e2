/** Two sessions a week for three weeks, and a deload. */
export const TWO_DAYS = `
name: Two days
block: Build | Add load
weeks: build build build deload

session: Strength A | Tue | 45 min
A1 | Back squat (parallel) | main | 3x5@80 | +2.5 | +2.5 | -1set
B1 | pu_full | | 2x8-12 bw | = | = | =

session: Strength B | Fri | 30 min
A1 | hi_rdl_bb | main | 3x6@75 | = | = | 2x6@70
`;
