import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import type { AthleteDetails } from '../../domain/athletes/athlete.ts';
import { massIn, roundTo } from '../../domain/kernel/quantity.ts';
import { clock, count, counted, distance, load, pace } from '../format.ts';
import { ILLNESS_WORDS, RED_FLAG_WORDS, REGION_WORDS } from './wellnessWords.ts';

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

/** `, 9 hard, 4,820 kg at 79 %` */
const loadText = ({ load: { hardSets, tonnageKg, averageIntensityPct } }: Lift, details: AthleteDetails): string => {
  const moved =
    tonnageKg > 0 ? `, ${count(Math.round(massIn(details.massUnit, tonnageKg)))} ${details.massUnit} moved` : '';
  const share = averageIntensityPct === undefined ? '' : ` at ${Math.round(averageIntensityPct)} %`;
  return `${hardSets > 0 ? `, ${count(hardSets)} hard` : ''}${moved}${share}`;
};

type CheckIn = Extract<LogEntry, { readonly kind: 'checkIn' }>;

const hooperText = (entry: CheckIn): string => {
  const items = [
    ['sleep', entry.hooperSleep],
    ['fatigue', entry.hooperFatigue],
    ['stress', entry.hooperStress],
    ['soreness', entry.hooperSoreness],
  ] as const;
  const said = items.flatMap(([word, value]) => (value === undefined ? [] : [`${word} ${value}`]));
  return said.length === 0 ? '' : `Hooper ${said.join(' ')}`;
};

const painText = (entry: CheckIn): string => {
  if (entry.painScore === undefined || entry.painScore === 0) return '';
  const where = entry.painSite ?? (entry.painRegion === undefined ? '' : REGION_WORDS[entry.painRegion].toLowerCase());
  const morning = entry.painNextMorning === undefined ? '' : `, ${entry.painNextMorning}/10 next morning`;
  return `pain ${entry.painScore}/10 ${where}`.trim() + morning;
};

const checkInParts = (entry: CheckIn): string[] =>
  [
    entry.sleepH === undefined ? '' : `slept ${entry.sleepH} h`,
    entry.soreness === undefined ? '' : `leg soreness ${entry.soreness}`,
    entry.fatigue === undefined ? '' : `fatigue ${entry.fatigue}`,
    entry.stress === undefined ? '' : `stress ${entry.stress}`,
    entry.mood === undefined ? '' : `mood ${entry.mood}`,
    hooperText(entry),
    entry.illness === undefined || entry.illness === 'none' ? '' : ILLNESS_WORDS[entry.illness].toLowerCase(),
    painText(entry),
    ...(entry.redFlags ?? []).map((flag) => `red flag: ${RED_FLAG_WORDS[flag].toLowerCase()}`),
    entry.notes === undefined ? '' : `“${entry.notes}”`,
  ].filter((part) => part !== '');

const hoursAndMinutes = (durationS: number): string => {
  const minutes = Math.round(durationS / 60);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
};

type Wellness = Extract<LogEntry, { readonly kind: 'wellness' }>;

const wellnessParts = (entry: Wellness, { massUnit }: AthleteDetails): string[] =>
  [
    entry.bodyMassKg === undefined ? '' : `${massIn(massUnit, entry.bodyMassKg).toFixed(1)} ${massUnit}`,
    entry.bodyFatPercent === undefined ? '' : `${entry.bodyFatPercent.toFixed(1)} % fat`,
    entry.restingHr === undefined ? '' : `resting ${Math.round(entry.restingHr)} bpm`,
    entry.hrvMs === undefined ? '' : `HRV ${Math.round(entry.hrvMs)} ms`,
    entry.hrvScore === undefined ? '' : `HRV score ${roundTo(entry.hrvScore, 1)}`,
    entry.sleepS === undefined ? '' : `slept ${hoursAndMinutes(entry.sleepS)}`,
    entry.sleepScore === undefined ? '' : `sleep score ${Math.round(entry.sleepScore)}`,
    entry.readinessScore === undefined ? '' : `readiness ${roundTo(entry.readinessScore, 1)}`,
    entry.steps === undefined ? '' : counted(entry.steps, 'step'),
    entry.intakeKcal === undefined ? '' : `${count(Math.round(entry.intakeKcal))} kcal eaten`,
  ].filter((part) => part !== '');

const lineOf = (entry: LogEntry, details: AthleteDetails): string => {
  const unit = details.distanceUnit;
  switch (entry.kind) {
    case 'lift': {
      const sets = entry.sets.filter((set) => set.kind !== 'warmup').length;
      return `${entry.title}: ${counted(sets, 'set')}${loadText(entry, details)}${heaviest(entry, details)}`;
    }
    case 'run': {
      const far = entry.distanceM === undefined ? '' : ` ${distance(entry.distanceM, unit)} ${unit}`;
      const fast =
        entry.distanceM === undefined || entry.durationS === undefined || entry.distanceM === 0
          ? ''
          : ` in ${clock(entry.durationS)}, ${pace(entry.distanceM, entry.durationS, unit)} /${unit}`;
      const heart = entry.averageHr === undefined ? '' : `, ${Math.round(entry.averageHr)} bpm`;
      const felt = entry.rpe === undefined ? '' : `, RPE ${entry.rpe}`;
      const decoupled = entry.decouplingPct === undefined ? '' : `, decoupled ${roundTo(entry.decouplingPct, 1)} %`;
      return `${entry.title}:${far}${fast}${heart}${felt}${decoupled}`;
    }
    case 'other':
      return `${entry.sport}${entry.title === entry.sport ? '' : `: ${entry.title}`}${
        entry.durationS === undefined ? '' : `, ${clock(entry.durationS)}`
      }`;
    case 'test':
      return `Tested maximum: ${entry.exercise} ${load(entry.loadKg, details.massUnit)} ${details.massUnit}`;
    case 'healthReport': {
      const more = entry.isSubstantial ? ', substantial problem' : '';
      return `Weekly health questions: ${entry.score} of 100${more}${entry.notes === undefined ? '' : `, “${entry.notes}”`}`;
    }
    case 'wellness':
      return `${wellnessParts(entry, details).join(', ')} (${entry.source})`;
    case 'checkIn':
      return `Check-in: ${checkInParts(entry).join(', ')}`;
  }
};

/** One line of the log in words. */
export const EntryLine = ({ entry, details }: { readonly entry: LogEntry; readonly details: AthleteDetails }) => (
  <span>{lineOf(entry, details)}</span>
);
