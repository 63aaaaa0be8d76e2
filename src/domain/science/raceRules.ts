import { ageGrade, gradeBand, GRADED_DISTANCES, gradedDistanceM } from '../running/ageGrade.ts';
import { criticalSpeed } from '../running/criticalSpeed.ts';
import { PACE_NAMES, riegelS, speedAtShareMps, timeForVdot, TRAINING_SHARES, vdotOf } from '../running/vdot.ts';
import { choice, number, rows } from './fields.ts';
import { metres, seconds } from './runFields.ts';
import { calculation, type ScienceRule } from './rule.ts';

/** Seconds a kilometre takes at a speed. */
const paceS = (speedMps: number | undefined): number | undefined =>
  speedMps === undefined ? undefined : 1000 / speedMps;

const trainingPaces = (vdot: number) => {
  const paces = Object.entries(TRAINING_SHARES).map(([name, part]) => [name, paceS(speedAtShareMps(vdot, part))]);
  return paces.every(([, pace]) => pace !== undefined) ? Object.fromEntries(paces) : undefined;
};

/** §4: what races and hardest efforts tell of an athlete. */
export const RACE_RULES: readonly ScienceRule[] = [
  {
    rule: 'R4.8',
    name: 'VDOT and paces',
    formula:
      'Oxygen = −4.60 + 0.182258 v + 0.000104 v² (v in m/min); share held for t minutes = 0.8 + 0.1894393 e^(−0.012778 t) + 0.2989558 e^(−0.1932605 t); VDOT = oxygen / share, for 3.5 to 230 min. Riegel: time × (distance / distance)^1.06.',
    units: 'ml per kg and min; s',
    source: 'Daniels & Gilbert 1979; Riegel 1981. The shares of the paces approximate tables',
    evidence: 'verified',
    calculations: [
      calculation({
        title: 'VDOT of a race',
        fields: { m: metres('Distance', 10_000), sec: seconds('Time', 2400) },
        outside: 'It holds for races of 3.5 to 230 minutes.',
        answer: ({ m, sec }) => vdotOf(m, sec),
      }),
      calculation({
        title: 'Time for a VDOT',
        fields: {
          vdot: number({ label: 'VDOT', from: 20, to: 90, example: 50 }),
          m: metres('Distance', 42_195),
        },
        result: { unit: 's' },
        outside: 'It holds for times of 3.5 to 230 minutes.',
        answer: ({ vdot, m }) => timeForVdot(vdot, m),
      }),
      calculation({
        title: 'Training paces',
        fields: { vdot: number({ label: 'VDOT', from: 20, to: 90, example: 50 }) },
        result: {
          unit: 's per km',
          parts: PACE_NAMES,
        },
        answer: ({ vdot }) => trainingPaces(vdot),
      }),
      calculation({
        title: 'Another distance, by Riegel',
        fields: {
          m: metres('Distance', 10_000),
          sec: seconds('Time', 2400),
          toM: metres('Other distance', 21_097.5),
        },
        result: { unit: 's' },
        answer: ({ m, sec, toM }) => riegelS(m, sec, toM),
      }),
    ],
  },
  {
    rule: 'R4.9',
    name: 'Critical speed',
    formula:
      'Distance = critical speed × time + reserve, by least squares over 2 to 4 hardest efforts of 2 to 20 min. Not believed with a reserve below 50 or above 500 m or outside 1.8 to 6.8 m/s.',
    units: 'm/s, m',
    evidence: 'convention',
    calculations: [
      calculation({
        title: 'From hardest efforts',
        fields: {
          pts: rows(
            'Efforts',
            [
              { label: 'metres', above: 0, to: 20_000 },
              { label: 'seconds', from: 120, to: 1200 },
            ],
            [
              [1600, 320],
              [5000, 1100],
            ],
          ),
        },
        result: { parts: { cs: 'Critical speed, m/s', D: 'Reserve, m' } },
        outside: 'Two to four efforts of 2 to 20 minutes that come to what a runner has.',
        answer: ({ pts }) => {
          const found = criticalSpeed(pts.map(([distanceM = 0, durationS = 0]) => ({ distanceM, durationS })));
          return found === undefined ? undefined : { cs: found.speedMps, D: found.reserveM };
        },
      }),
    ],
  },
  {
    rule: 'R4.10',
    name: 'Age grade',
    formula:
      'Open standard / factor of the age = standard; age grade = standard / time. Between two distances the standards lie on a line over the logarithm of the distance. 90 world, 80 national, 70 regional, 60 local class.',
    units: 's, per cent',
    source: 'Road standards of 2025 (Jones & Bernhard), approved by USATF MLDR, public domain (CC0)',
    evidence: 'verified',
    needsAgeFactors: true,
    calculations: [
      calculation({
        title: 'Age grade of a time',
        fields: {
          sex: choice('Sex', ['M', 'F'], 'M'),
          age: number({ label: 'Age in full years', from: 5, to: 110, isWhole: true, example: 45 }),
          dist: choice('Distance', GRADED_DISTANCES, '10 km'),
          sec: seconds('Time', 2310),
        },
        result: {
          parts: {
            F: 'Factor',
            oc: 'Open standard, s',
            std: 'Standard of the age, s',
            pct: 'Age grade, %',
            graded: 'Graded time, s',
          },
        },
        outside: 'The table has no factor for that age.',
        answer: ({ sex, age, dist, sec }, { ageFactors }) => {
          const distanceM = gradedDistanceM(dist);
          if (distanceM === undefined || ageFactors === undefined) return undefined;
          const grade = ageGrade(ageFactors, {
            sex: sex === 'M' ? 'male' : 'female',
            ageYears: age,
            distanceM,
            durationS: sec,
          });
          if (grade === undefined) return undefined;
          return {
            F: grade.factor,
            oc: grade.openS,
            std: grade.standardS,
            pct: grade.percent,
            graded: grade.gradedS,
          };
        },
      }),
      calculation({
        title: 'What an age grade means',
        fields: { percent: number({ label: 'Age grade', unit: '%', above: 0, to: 200, example: 74 }) },
        outside: 'Below 60 % it has no name.',
        answer: ({ percent }) => gradeBand(percent),
      }),
    ],
  },
];
