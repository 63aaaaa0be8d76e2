import type { Pattern } from '../exercises/exercise.ts';
import { liftLimit } from '../placement/liftLimit.ts';
import type { WeekKind } from '../programs/program.ts';
import type { CheckRule } from './checkRule.ts';
import { forAthlete } from './checkRule.ts';
import type { CheckContext } from './context.ts';
import { isJump, isLower, lowerHardSetsOf } from './dose.ts';
import type { Remark } from './finding.ts';
import { placedWeeks, sessionsIn, slotsIn, slotsInWeek, type PlacedSlot, type PlacedWeek } from './places.ts';

const isPlan = ({ template }: CheckContext): boolean => template?.kind !== 'addition';

/** What a runner's week needs (§9), and what each is called. */
const NEEDS: readonly { readonly name: string; readonly isMet: (slot: PlacedSlot) => boolean }[] = [
  { name: 'a squat or a lunge', isMet: ({ exercise }) => isOf(exercise.pattern, 'squat', 'lunge') },
  { name: 'a hinge', isMet: ({ exercise }) => isOf(exercise.pattern, 'hinge') },
  { name: 'calf work', isMet: ({ exercise }) => isOf(exercise.pattern, 'calf') },
  {
    name: 'one leg at a time',
    isMet: ({ exercise }) => exercise.isUnilateral && (isLower(exercise) || isJump(exercise)),
  },
  { name: 'a push or a pull', isMet: ({ exercise }) => isOf(exercise.pattern, 'push', 'pull') },
  { name: 'the trunk', isMet: ({ exercise }) => isOf(exercise.pattern, 'trunk', 'carry') },
];

const isOf = (pattern: Pattern, ...patterns: readonly Pattern[]): boolean => patterns.includes(pattern);

/** Weeks in which a runner's week is asked for whole. */
const FULL_KINDS: readonly WeekKind[] = ['start', 'build'];

const coverage: CheckRule = {
  id: 'pattern-missing',
  name: 'Pattern missing',
  what: 'A week has a squat or lunge, a hinge, calf work, one-legged work, a push or pull, and the trunk.',
  why: 'Our own rule; the patterns are those the method begins with. Deload weeks and additions need not have all.',
  rule: 'R2.3',
  needs: 'program',
  check: (context) =>
    placedWeeks(context.program).flatMap((placed): Remark[] => {
      const slots = slotsInWeek(placed, context);
      if (!isPlan(context) || slots.length === 0 || !FULL_KINDS.includes(placed.week.kind)) return [];
      const missing = NEEDS.filter(({ isMet }) => !slots.some(isMet)).map(({ name }) => name);
      if (missing.length === 0) return [];
      return [{ severity: 'warning', week: placed.ordinal, reason: `The week lacks ${missing.join(', ')}` }];
    }),
};

/** Weeks that count towards the next deload: the start is light, and a taper or a race is easier by itself [D]. */
const LOADING: readonly WeekKind[] = ['build', 'test'];
const MOST_LOADING_WEEKS = 6;

/** From 40 years on a deload comes a week sooner (R8.6). */
const mostLoadingWeeks = ({ athlete }: CheckContext, { week }: PlacedWeek): number => {
  const rails = athlete?.guardRailsOn(week.startsOn) ?? [];
  return MOST_LOADING_WEEKS - Math.max(0, ...rails.map(({ effects }) => effects.moreDeloads ?? 0));
};

const noDeload: CheckRule = {
  id: 'no-deload',
  name: 'No easier week',
  what: 'No more than six weeks follow each other without a deload, five from 40 years on; the light start weeks are not counted.',
  why: 'Our own rule, after common practice: every fourth week, every sixth at the latest.',
  rule: 'R2.6',
  needs: 'program',
  check: (context) => {
    let weeks = 0;
    return placedWeeks(context.program).flatMap((placed): Remark[] => {
      const { kind, sessions } = placed.week;
      if (LOADING.includes(kind) && sessions.length > 0) weeks += 1;
      else if (kind !== 'start') weeks = 0;
      const most = mostLoadingWeeks(context, placed);
      if (weeks <= most) return [];
      return [{ severity: 'warning', week: placed.ordinal, reason: `More than ${most} weeks without a deload` }];
    });
  },
};

const EARLY_WEEKS = 4;
const LARGEST_RISE = 1.2;
const LARGEST_RISE_SETS = 2;

const earlyJump: CheckRule = {
  id: 'jump-in-the-first-weeks',
  name: 'Jump in the first four weeks',
  what: 'In the first four weeks the hard sets for the legs rise by no more than a fifth and two sets, unless a second session comes in.',
  why: 'Our own rule: start small and build.',
  rule: 'R2.11',
  needs: 'program',
  check: (context) => {
    let fullest: { readonly sets: number; readonly sessions: number } | undefined;
    return placedWeeks(context.program)
      .slice(0, EARLY_WEEKS)
      .flatMap((placed): Remark[] => {
        const before = fullest;
        const sets = lowerHardSetsOf(slotsInWeek(placed, context));
        const sessions = placed.week.sessions.length;
        if (placed.week.kind === 'deload') return [];
        if (before === undefined || sets > before.sets) fullest = { sets, sessions };
        if (before === undefined || sessions > before.sessions) return [];
        if (sets <= before.sets * LARGEST_RISE || sets <= before.sets + LARGEST_RISE_SETS) return [];
        return [
          { severity: 'warning', week: placed.ordinal, reason: `${before.sets} → ${sets} hard sets for the legs` },
        ];
      });
  },
};

/** Sessions with a lift for the legs: jumps and upper body are free. */
const lowerSessions = (placed: PlacedWeek, context: CheckContext): number =>
  sessionsIn(placed).filter((session) => slotsIn(session, context).some(({ exercise }) => isLower(exercise))).length;

const frequency: CheckRule = {
  id: 'frequency-over-phase',
  name: 'Too often for the phase',
  what: 'The legs are lifted for at most three times a week in preparation, twice in build, once in season and taper, or as often as you have set; once in a start week and the week of a race. Once more in season is a note.',
  why: 'One session a week kept squat strength for 13 weeks of season after 12 weeks of two (Rønnestad 2010); most trials in which runners gained used two or three (Balsalobre-Fernández 2016). The limits are our own.',
  rule: 'R2.12',
  needs: 'program',
  check: (context) =>
    placedWeeks(context.program).flatMap((placed): Remark[] => {
      const { phase, ordinal, week } = placed;
      const sessions = isPlan(context) ? lowerSessions(placed, context) : 0;
      const { most, where } = liftLimit({ phase, kind: week.kind }, context.hours?.legLifts);
      if (sessions <= most) return [];
      const severity = phase === 'season' && sessions === most + 1 ? 'note' : 'warning';
      const reason = `${sessions} sessions for the legs${where === '' ? '' : ` ${where}`}: ${most} at most`;
      return [{ severity, week: ordinal, reason }];
    }),
};

const RUNNING_RISE_PCT = 10;

const withRunning: CheckRule = {
  id: 'frequency-with-more-running',
  name: 'More lifting with more running',
  what: 'No session is added in a week in which the running rises by more than a tenth.',
  why: 'Our own rule: a rise of running is one lever for the legs by itself.',
  rule: 'R2.11',
  needs: 'athlete',
  check: forAthlete(({ program }, { runRisePct }) => {
    let before: number | undefined;
    return placedWeeks(program).flatMap(({ ordinal, week }): Remark[] => {
      const previous = before;
      if (week.kind !== 'deload') before = week.sessions.length;
      const rise = runRisePct.get(week.startsOn) ?? 0;
      if (previous === undefined || week.sessions.length <= previous || rise <= RUNNING_RISE_PCT) return [];
      const reason = `${previous} → ${week.sessions.length} sessions while running rises by ${Math.round(rise)} %`;
      return [{ severity: 'warning', week: ordinal, reason }];
    });
  }),
};

/** A week, and a week against those before. */
export const WEEK_RULES: readonly CheckRule[] = [coverage, noDeload, earlyJump, frequency, withRunning];
