import type { PlainDate } from '../../src/domain/kernel/plainDate.ts';

/** The day that every bench stands at. */
export const TODAY = '2026-11-23' as PlainDate;
