import type { DraftWellness } from './draft.ts';
import type { TableReading } from './tableReading.ts';
import { passOver } from './importer.ts';

/** What was measured, without when and where it stands. */
export type Measured = Omit<DraftWellness, 'importKey' | 'line' | 'measuredOn' | 'timeOfDay'>;

const hasValue = ({ importKey: _key, line: _line, measuredOn: _day, timeOfDay: _time, ...measured }: DraftWellness) =>
  Object.values(measured).some((value) => value !== undefined);

/** Measurements that hold something, one a key: a second one of the same key is left out, and it is said. */
export const keptWellness = (reading: TableReading, read: readonly DraftWellness[]): DraftWellness[] => {
  const lines = new Map<string, number>();
  return read.filter((measurement) => {
    const { importKey, line } = measurement;
    if (!hasValue(measurement)) {
      passOver(reading.notes, 'row without a value');
      return false;
    }
    const before = lines.get(importKey);
    lines.set(importKey, before ?? line);
    if (before === undefined) return true;
    const [column = 0] = reading.plan.startColumns;
    reading.notes.problems.push({
      line,
      field: (reading.table.heading[column] ?? '').trim(),
      found: 'a second measurement of the same time',
      expected: `one measurement a time; line ${before} is taken`,
    });
    return false;
  });
};
