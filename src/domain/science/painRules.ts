import { hasBadItem, hooperIndex, hooperLight, hooperZ, type Light } from '../wellness/hooper.ts';
import { ostrcScore, type OstrcVersion } from '../wellness/ostrc.ts';
import { painGate } from '../wellness/painGate.ts';
import { STRESS_REGIONS, stressLimit, substituteFor } from '../wellness/substitution.ts';
import { doseUnderLight, readinessLight, type Illness } from '../wellness/trafficLight.ts';
import { choice, flag, number, numbers, optional, text, words } from './fields.ts';
import { calculation, type ScienceRule } from './rule.ts';

const VERSIONS: readonly OstrcVersion[] = ['original', 'H2'];
const ILLNESSES: readonly Illness[] = ['none', 'aboveNeck', 'feverOrBelowNeck'];
const LIGHTS: readonly Light[] = ['green', 'amber', 'red'];

const pain = (label: string, example: number) => number({ label, unit: '0–10', from: 0, to: 10, example });
const change = (label: string) => number({ label, unit: '−10 to 10', from: -10, to: 10, example: 0 });
const item = (label: string, example: number) => number({ label, unit: '1–7', from: 1, to: 7, isWhole: true, example });

const OSTRC_OUTSIDE =
  'Four answers, each by its index from 0: the first and last have 0 to 3, the others 0 to 4 (H2: all 0 to 3). One answer alone is enough in H2 when it is 0 or 3.';

/** The original has no end after one answer, so one answer alone can only be H2. */
const versionOf = (answers: readonly number[], version: OstrcVersion | undefined): OstrcVersion =>
  version ?? (answers.length === 1 ? 'H2' : 'original');

const answers = numbers({
  label: 'Index of each answer (participation, volume, performance, pain)',
  from: 0,
  to: 4,
  isWhole: true,
  example: [1, 2, 1, 2],
});

/** §8: pain, health problems, wellness. Nothing here is a diagnosis. */
export const PAIN_RULES: readonly ScienceRule[] = [
  {
    rule: 'R8.1',
    name: 'Pain gate',
    formula:
      'Pain above 5 during: stop. More than 1 worse next morning: a fifth less load and one set less. Up to 2, no worse next morning or over the week: progress. Else hold. Any red flag: stop and see a clinician. For tendon and kneecap complaints that a clinician has cleared; not for bone stress, tears or nerve signs.',
    units: 'pain 0 to 10',
    source: 'Pain up to 5 that is gone by next morning: Thomeé 1997; Silbernagel 2007, Am J Sports Med 35:897–906',
    evidence: 'verified',
    calculations: [
      calculation({
        title: 'What does the pain allow?',
        fields: {
          during: pain('Worst during', 4),
          nextMorning: change('Next morning, against before'),
          weekTrend: change('This week, against last'),
          redFlag: optional(flag('A red flag')),
        },
        answer: (v) =>
          painGate({
            during: v.during,
            nextMorningChange: v.nextMorning,
            weekTrend: v.weekTrend,
            hasRedFlag: v.redFlag,
          }),
      }),
    ],
  },
  {
    rule: 'R8.2',
    name: 'Severity of a health problem (OSTRC)',
    formula:
      'Original: 0, 8, 17, 25 for participation and pain; 0, 6, 13, 19, 25 for volume and performance; sum 0 to 100. H2: 0, 8, 17, 25 for all four, ended by the first answer when it is 0 (score 0) or 3 (score 100). Substantial: cannot take part, or volume or performance moderately reduced or more.',
    units: 'score 0 to 100',
    source: 'Four questions, sum and substantial problem: Clarsen, Myklebust & Bahr 2013, Br J Sports Med 47:495–502',
    evidence: 'verified',
    calculations: [
      calculation({
        title: 'OSTRC severity score',
        fields: { idx: answers, version: optional(choice('Version', VERSIONS, 'original')) },
        result: { unit: 'of 100' },
        outside: OSTRC_OUTSIDE,
        answer: ({ idx, version }) => ostrcScore(idx, versionOf(idx, version))?.score,
      }),
      calculation({
        title: 'OSTRC score and what follows',
        fields: { answers, version: optional(choice('Version', VERSIONS, 'original')) },
        result: { parts: { score: 'Score', isSubstantial: 'Substantial problem', action: 'What follows' } },
        outside: OSTRC_OUTSIDE,
        answer: ({ answers: given, version }) => ostrcScore(given, versionOf(given, version)),
      }),
    ],
  },
  {
    rule: 'R8.3',
    name: 'Wellness (Hooper index)',
    formula:
      'Sum of sleep, fatigue, stress and soreness, each 1 (very good) to 7 (very bad). Against the athlete’s own last 28 days: z = (x − mean) / max(SD, 1.5), from 10 days on. Amber from 1, red from 2; one item of 6 or more is amber.',
    units: 'points 4 to 28; z in standard deviations',
    source: 'Hooper & Mackinnon 1995. The limits are ours',
    evidence: 'verified',
    calculations: [
      calculation({
        title: 'Hooper index',
        fields: {
          sleep: item('Sleep', 3),
          fatigue: item('Fatigue', 4),
          stress: item('Stress', 2),
          soreness: item('Soreness', 3),
        },
        result: { parts: { index: 'Index, 4 to 28', hasBadItem: 'One item of 6 or more' } },
        answer: (items) => ({ index: hooperIndex(items), hasBadItem: hasBadItem(items) }),
      }),
      calculation({
        title: 'Hooper index against the athlete’s own days',
        fields: {
          index: number({ label: 'Index today', from: 4, to: 28, example: 13 }),
          mean: number({ label: 'Mean of 28 days', from: 4, to: 28, example: 10.4 }),
          sd: number({ label: 'Standard deviation', from: 0, to: 24, example: 1.9 }),
          days: number({ label: 'Days with an answer', from: 0, to: 28, isWhole: true, example: 28 }),
        },
        result: { parts: { z: 'z', light: 'Light' } },
        outside: 'It takes 10 days with an answer.',
        answer: ({ index, ...baseline }) => {
          const z = hooperZ(index, baseline);
          return z === undefined ? undefined : { z, light: hooperLight(z) };
        },
      }),
    ],
  },
  {
    rule: 'R8.4',
    name: 'Traffic light for today’s lift',
    formula:
      'The worst row wins. Amber: pain 3–5, leg soreness 4–6, Hooper z 1–2, sleep 5–6.5 h, a cold without fever, running amber. Red: pain above 5 or a red flag, soreness 7, z 2, sleep below 5 h, fever, running red. One amber: a set less and 7.5 % off; two: half the sets and 10 % off; red: no lower-body loading.',
    units: 'pain and soreness 0 to 10; hours; any one unit of mass',
    evidence: 'design',
    calculations: [
      calculation({
        title: 'Today’s light, and the lift under it',
        fields: {
          pain: optional(pain('Pain in the region', 1)),
          redFlag: optional(flag('A red flag')),
          soreness: optional(pain('Leg soreness', 4)),
          hooperZ: optional(number({ label: 'Hooper z', from: -20, to: 20, example: 0.3 })),
          sleep: optional(number({ label: 'Sleep', unit: 'h', from: 0, to: 24, example: 7 })),
          illness: optional(choice('Illness', ILLNESSES, 'none')),
          running: optional(choice('Running', LIGHTS, 'green')),
          sets: number({ label: 'Sets planned', from: 1, to: 20, isWhole: true, example: 3 }),
          load: number({ label: 'Load planned', above: 0, to: 1000, example: 105 }),
          step: number({ label: 'Smallest step', above: 0, to: 50, example: 2.5 }),
        },
        result: { parts: { light: 'Light', because: 'Because of', sets: 'Sets', load: 'Load' } },
        answer: (v) => {
          const today = readinessLight({
            pain: v.pain,
            hasRedFlag: v.redFlag,
            soreness: v.soreness,
            hooperZ: v.hooperZ,
            sleepH: v.sleep,
            illness: v.illness,
            running: v.running,
          });
          const because = today.because.map(({ row, light }) => `${row} ${light}`);
          return { light: today.light, because, ...doseUnderLight({ sets: v.sets, load: v.load }, today, v.step) };
        },
      }),
    ],
  },
  {
    rule: 'R8.5',
    name: 'Swap that spares a painful region',
    formula:
      'Most stress of the region: pain to 2 → 3, to 4 → 2, to 5 → 1, above → 0. Same pattern, equipment at hand, no harder. Distance = 2 × (1 − shared muscles) + difference of level + 0.5 other family + 0.25 other way of loading + 0.25 one leg instead of two; the smallest wins.',
    units: 'stress 0 to 3; pain 0 to 10',
    evidence: 'design',
    needsLibrary: true,
    calculations: [
      calculation({
        title: 'Exercise to do instead',
        fields: {
          id: text('Exercise (its key)', 'sq_back'),
          region: choice(
            'Region (K knee, A ankle and calf, H hamstring, G groin, L low back, I impact)',
            STRESS_REGIONS,
            'K',
          ),
          limit: number({ label: 'Most stress', from: 0, to: 3, isWhole: true, example: 1 }),
          equipment: words('Equipment', [
            'barbell',
            'rack',
            'box',
            'bench',
            'db',
            'kb',
            'machine',
            'smith',
            'step',
            'belt',
          ]),
        },
        outside: 'There is no such exercise, or none that spares the region with this equipment: leave it out today.',
        answer: ({ id, region, limit, equipment }, { exercises }) => {
          const original = exercises.find(({ key }) => key === id);
          if (original === undefined) return undefined;
          return substituteFor(original, exercises, { region, limit, equipment })?.key;
        },
      }),
      calculation({
        title: 'Most stress at a pain',
        fields: { pain: pain('Pain', 4) },
        result: { unit: 'of 3' },
        answer: (v) => stressLimit(v.pain),
      }),
    ],
  },
  {
    rule: 'R8.6',
    name: 'Special groups',
    formula:
      'Under 18: supervised, technique first, no test of the maximum. New to lifting: RPE 7.5 at most for 8 weeks. From 50: 72 hours between lower-body lifts, in season twice a week or a third set. In pregnancy only when a clinician has cleared it.',
    units: 'RPE, hours',
    evidence: 'design',
    calculations: [],
  },
];
