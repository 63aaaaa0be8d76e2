/** What a file does not say of its units, dates and runs, as it is asked. */
export const MASS = [
  { value: 'kg', label: 'Kilograms' },
  { value: 'lb', label: 'Pounds' },
] as const;

export const DISTANCE = [
  { value: 'km', label: 'Kilometres' },
  { value: 'mi', label: 'Miles' },
] as const;

export const ORDER = [
  { value: 'dmy', label: 'Day first', hint: '31/12' },
  { value: 'mdy', label: 'Month first', hint: '12/31' },
] as const;

export const RUNS_IN_LOG = [
  { value: 'sets', label: 'Sets with a distance' },
  { value: 'runs', label: 'Runs' },
] as const;
