const significant = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 5 });

/** A computed number to five significant digits: enough to check a rule by hand, no more. */
export const precise = (value: number): string => significant.format(value);
