import type { ColumnMapping } from '../../domain/imports/columnMapping.ts';
import type { FileRefusal, ImportDraft } from '../../domain/imports/draft.ts';
import { readMapped } from '../../domain/imports/mappedFile.ts';
import { columnsWith } from '../../domain/imports/columnMapping.ts';
import { dateOrderOf, readPrintedDate } from '../../domain/imports/dateTimes.ts';
import type { TableSample } from '../../domain/imports/tableSample.ts';
import type { Result } from '../../domain/kernel/result.ts';
import { clock, distance, fullDay, load } from '../format.ts';

/** Reads the sample as the whole file will be read. */
export const readSample = (sample: TableSample, mapping: ColumnMapping): Result<ImportDraft, FileRefusal> =>
  readMapped(
    {
      delimiter: sample.delimiter,
      isKnown: false,
      heading: sample.heading,
      headingLine: sample.headingLine,
      records: sample.rows.map((cells, index) => ({ line: sample.lines[index] ?? 0, cells })),
      problems: [],
      passedOver: {},
    },
    mapping,
    { choices: {}, zoneOffset: undefined },
  );

const joined = (parts: readonly (string | undefined | false)[]): string =>
  parts.filter((part) => part !== undefined && part !== false && part !== '').join(' · ');

const setWords = (draft: ImportDraft): string[] =>
  draft.sessions.flatMap(({ performedOn, title, sets }) =>
    sets.map(({ exercise, loadKg, reps, durationS, distanceM, rpe, kind }) =>
      joined([
        fullDay(performedOn),
        title,
        exercise,
        loadKg !== undefined && `${load(loadKg, 'kg')} kg`,
        reps !== undefined && `${reps} reps`,
        durationS !== undefined && clock(durationS),
        distanceM !== undefined && `${distance(distanceM, 'km')} km`,
        rpe !== undefined && `RPE ${rpe}`,
        kind !== 'work' && kind,
      ]),
    ),
  );

const activityWords = (draft: ImportDraft): string[] =>
  draft.activities.map(({ performedOn, timeOfDay, sport, isRun, title, distanceM, movingS, elapsedS, averageHr }) => {
    const durationS = movingS ?? elapsedS;
    return joined([
      fullDay(performedOn),
      timeOfDay?.slice(0, 5),
      isRun ? sport : `${sport} (no run)`,
      title,
      distanceM !== undefined && `${distance(distanceM, 'km')} km`,
      durationS !== undefined && clock(durationS),
      averageHr !== undefined && `${averageHr} bpm`,
    ]);
  });

const wellnessWords = (draft: ImportDraft): string[] =>
  draft.wellness.map(({ measuredOn, bodyMassKg, bodyFatPercent, restingHr, hrvMs, sleepS }) =>
    joined([
      fullDay(measuredOn),
      bodyMassKg !== undefined && `${load(bodyMassKg, 'kg')} kg`,
      bodyFatPercent !== undefined && `${bodyFatPercent} % fat`,
      restingHr !== undefined && `resting ${restingHr} bpm`,
      hrvMs !== undefined && `HRV ${hrvMs} ms`,
      sleepS !== undefined && `slept ${clock(sleepS)}`,
    ]),
  );

const personWords = (draft: ImportDraft): string[] =>
  draft.athletes.map(({ name, email, sex, birthYear, groups }) =>
    joined([name, email, sex, birthYear !== undefined && `born ${birthYear}`, groups.join(', ')]),
  );

/** What the rows of a draft become, one line each, in the order of the file. */
export const rowWords = (draft: ImportDraft): string[] => [
  ...setWords(draft),
  ...activityWords(draft),
  ...wellnessWords(draft),
  ...personWords(draft),
];

const DATE_ROLES = ['date', 'start', 'day'] as const;

/** Up to five dates of the sample that may be read either way; none when they themselves say which part is the day. */
export const openDates = (sample: TableSample, mapping: ColumnMapping): string[] => {
  const [column] = DATE_ROLES.flatMap((role) => columnsWith(mapping, role));
  if (column === undefined) return [];
  const rows = mapping.hasHeading ? sample.rows : [sample.heading, ...sample.rows];
  const dates = rows.map((cells, index) => {
    const found = cells[column] ?? '';
    return { line: index, found, printed: readPrintedDate(found) };
  });
  const { status } = dateOrderOf(dates);
  if (status !== 'unproved' && status !== 'contradictory') return [];
  const numeric = dates.filter(({ printed }) => printed.kind === 'numeric').map(({ found }) => found.trim());
  return [...new Set(numeric)].slice(0, 5);
};
