import { placementPolicies } from '../../contract/schemas/calendar.ts';
import { DEFAULT_POLICIES, type PlacementPolicies } from '../../domain/placement/policies.ts';
import type { ReadDb } from '../db/sql.ts';
import { storedPolicies } from './placementStore.ts';

/** The coach's placement policies; what was never set, or is no longer understood, has its default. */
export const readPolicies = (db: ReadDb): PlacementPolicies => {
  const stored = placementPolicies.partial().safeParse(storedPolicies(db));
  if (!stored.success) return DEFAULT_POLICIES;
  const known = Object.entries(stored.data).filter(([, value]) => value !== undefined);
  return placementPolicies.parse({ ...DEFAULT_POLICIES, ...Object.fromEntries(known) });
};
