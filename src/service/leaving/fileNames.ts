import { reasonOf } from '../db/fault.ts';
import type { Failure } from '../../domain/kernel/failure.ts';

/** What the system says of a file that could not be written. Anything else is not about the file, and is thrown on. */
export const notWritten = (path: string, cause: unknown): Extract<Failure, { tag: 'FileNotWritten' }> => {
  const isOfTheSystem = cause instanceof Error && 'code' in cause && /^E[A-Z]+$/u.test(String(cause.code));
  if (!isOfTheSystem) throw cause;
  return { tag: 'FileNotWritten', path, reason: reasonOf(cause) };
};

/** A name of a person as the name of a file or a folder: what some system does not allow in one is a hyphen. */
export const fileNameOf = (name: string): string => {
  const plain = name
    // oxlint-disable-next-line no-control-regex
    .replaceAll(/[<>:"/\\|?*\u0000-\u001F]/gu, '-')
    .replace(/^[.\s]+|[.\s]+$/gu, '')
    .slice(0, 80)
    .trim();
  const isReserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu.test(plain);
  return plain === '' || isReserved ? `athlete ${plain}`.trim() : plain;
};
