import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import type { AthleteDetails } from '../../domain/athletes/athlete.ts';
import { clock, counted, distance, load, pace } from '../format.ts';

export type LogEntry = OutputOf<Contract['log']['list']>['entries'][number];
type Lift = Extract<LogEntry, { readonly kind: 'lift' }>;

const heaviest = (entry: Lift, details: AthleteDetails): string => {
  const best = entry.sets
    .filter(
      (set) => set.kind !== 'warmup' && set.loadKg !== undefined && set.reps !== undefined && set.doubt === undefined,
    )
    .toSorted((a, b) => (b.loadKg ?? 0) - (a.loadKg ?? 0))
    .at(0);
  if (best?.loadKg === undefined || best.loadKg === 0) return '';
  return `, heaviest ${best.exercise} ${best.reps} × ${load(best.loadKg, details.massUnit)} ${details.massUnit}`;
};

const lineOf = (entry: LogEntry, details: AthleteDetails): string => {
  const unit = details.distanceUnit;
  switch (entry.kind) {
    case 'lift': {
      const sets = entry.sets.filter((set) => set.kind !== 'warmup').length;
      return `${entry.title}: ${counted(sets, 'set')}${heaviest(entry, details)}`;
    }
    case 'run': {
      const far = entry.distanceM === undefined ? '' : ` ${distance(entry.distanceM, unit)} ${unit}`;
      const fast =
        entry.distanceM === undefined || entry.durationS === undefined || entry.distanceM === 0
          ? ''
          : ` in ${clock(entry.durationS)}, ${pace(entry.distanceM, entry.durationS, unit)} /${unit}`;
      const heart = entry.averageHr === undefined ? '' : `, ${Math.round(entry.averageHr)} bpm`;
      return `${entry.title}:${far}${fast}${heart}`;
    }
    case 'other':
      return `${entry.sport}${entry.title === entry.sport ? '' : `: ${entry.title}`}${
        entry.durationS === undefined ? '' : `, ${clock(entry.durationS)}`
      }`;
    case 'test':
      return `Tested maximum: ${entry.exercise} ${load(entry.loadKg, details.massUnit)} ${details.massUnit}`;
    case 'checkIn': {
      const parts = [
        entry.sleepH === undefined ? '' : `slept ${entry.sleepH} h`,
        entry.soreness === undefined ? '' : `soreness ${entry.soreness}`,
        entry.fatigue === undefined ? '' : `fatigue ${entry.fatigue}`,
        entry.stress === undefined ? '' : `stress ${entry.stress}`,
        entry.mood === undefined ? '' : `mood ${entry.mood}`,
        entry.painScore === undefined || entry.painScore === 0
          ? ''
          : `pain ${entry.painScore}/10 ${entry.painSite ?? ''}`.trim(),
        entry.notes === undefined ? '' : `“${entry.notes}”`,
      ].filter((part) => part !== '');
      return `Check-in: ${parts.join(', ')}`;
    }
  }
};

/** One line of the log in words. */
export const EntryLine = ({ entry, details }: { readonly entry: LogEntry; readonly details: AthleteDetails }) => (
  <span>{lineOf(entry, details)}</span>
);
