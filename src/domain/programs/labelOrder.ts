/** Made once: to make one for each comparison takes longer than all the comparisons. */
const order = new Intl.Collator('en', { numeric: true });

/** Labels as a coach counts them: `A2` before `A10`, `B1` after both. */
export const compareLabels = (a: string, b: string): number => order.compare(a, b);
