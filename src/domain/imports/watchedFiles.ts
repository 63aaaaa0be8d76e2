/** As many files as are offered at once: as many as one import takes. */
export const MOST_OFFERED = 200;

/** A folder with more in it is no place for exports: somebody's whole disk, perhaps. */
export const MOST_WATCHED = 20_000;

/** Beginnings and ends of the names of files that are not there for anybody: hidden ones, locks of open documents. */
const HIDDEN = /^(?:\.|~\$)/u;
const TABLE = /\.(?:csv|tsv|txt)$/iu;
const UNFINISHED = ['.part', '.crdownload', '.download', '.partial', '.tmp'] as const;

export const isHiddenName = (name: string): boolean => HIDDEN.test(name);

/** Whether a file of this name may be an export. What else lies in the folder is passed over. */
export const isTableName = (name: string): boolean => TABLE.test(name) && !isHiddenName(name);

/** Whether a file is there only while another one is loaded down. */
export const isUnfinishedName = (name: string): boolean => UNFINISHED.some((end) => name.endsWith(end));

/** Whether a browser is still loading the file down: it then has another file beside it. */
export const isLoadingDown = (name: string, beside: ReadonlySet<string>): boolean =>
  UNFINISHED.some((end) => beside.has(`${name}${end}`));
