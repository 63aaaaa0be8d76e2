/**
 * Bytes of a page of a new file. A large import writes half as many, and a set with a long note still stands beside others: a row
 * of which more than a quarter of a page would be filled takes pages of its own.
 */
export const PAGE_BYTES = 8192;

/** Bytes of a page of files begun by earlier versions, which keep theirs. */
export const EARLIER_PAGE_BYTES = 4096;
