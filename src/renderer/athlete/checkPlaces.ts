/** The document id of a slot's row, by which a finding is jumped to. */
export const slotId = (sessionId: number, label: string): string => `slot-${sessionId}-${label}`;
