let known: readonly string[] | undefined;

/** Time zones by name: this computer's first, because most athletes live where their coach does. */
export const timeZones = (): readonly string[] => {
  if (known === undefined) {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    known = [...new Set([here, 'UTC', ...Intl.supportedValuesOf('timeZone')])];
  }
  return known;
};
