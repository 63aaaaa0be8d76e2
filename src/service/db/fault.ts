/** What may be the matter with the file or its disk, as far as an error's code says. */
export type Fault = 'damaged' | 'full' | 'readOnly' | 'busy' | 'disk';

const CODES: readonly (readonly [prefix: string, fault: Fault])[] = [
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_FULL', 'full'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['SQLITE_READONLY', 'readOnly'],
  ['EROFS', 'readOnly'],
  ['EACCES', 'readOnly'],
  ['EPERM', 'readOnly'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_IOERR', 'disk'],
  ['SQLITE_CANTOPEN', 'disk'],
  ['EIO', 'disk'],
];

/** `undefined`: the error is about something else, and most likely a bug. */
export const faultOf = (cause: unknown): Fault | undefined => {
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
  return code === undefined ? undefined : CODES.find(([prefix]) => code.startsWith(prefix))?.[1];
};

/** What a coach is told of damage: where it lies, as far as that is known. */
export const damageWords = (cause: unknown): string => {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return code.startsWith('SQLITE_NOTADB') ? 'its beginning is destroyed' : 'pages in it are destroyed';
};

/** The error's own short words, for a sentence in brackets. */
export const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
