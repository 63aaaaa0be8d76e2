/** Files cross the wire in pieces of this size, so that nobody has to hold a large one. */
export const UPLOAD_PIECE_BYTES = 8 * 1024 * 1024;
