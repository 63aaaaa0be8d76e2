import { number } from './fields.ts';

/** Above 0 and no further than anybody runs. */
export const metres = (label: string, example: number) => number({ label, unit: 'm', above: 0, to: 500_000, example });

/** Above 0 and no longer than anybody runs. */
export const seconds = (label: string, example: number) => number({ label, unit: 's', above: 0, to: 400_000, example });
