import type { Importer } from './importer.ts';
import { normaliseHeading } from './headings.ts';
import { fail } from '../kernel/result.ts';

interface KnownOther {
  readonly format: string;
  readonly name: string;
  readonly knownBy: string;
  readonly isHeading: (names: readonly string[]) => boolean;
  /** What it is, and which file of the same app to choose instead. */
  readonly found: string;
  readonly expected: string;
}

/** A file that is recognised and holds nothing for an athlete's log: refused by name, so that it is not read as something else. */
export const refusingImporter = ({ format, name, knownBy, isHeading, found, expected }: KnownOther): Importer => ({
  format,
  name,
  knownBy,
  matches: (heading) => isHeading(heading.slice(0, 40).map(normaliseHeading)),
  read: (table) => fail({ reason: 'unknownFormat', line: table.headingLine, found, expected }),
});
