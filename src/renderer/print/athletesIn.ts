import { athleteId } from '../../contract/schemas/scalars.ts';
import type { AthleteId } from '../../domain/kernel/ids.ts';

/** Athletes named in an address, `1,2,3`. Anything else is passed over, because an address may be typed by hand. */
export const athletesIn = (text: string | null): AthleteId[] | undefined => {
  if (text === null) return undefined;
  return text.split(',').flatMap((part) => {
    const parsed = athleteId.safeParse(Number(part));
    return parsed.success ? [parsed.data] : [];
  });
};
