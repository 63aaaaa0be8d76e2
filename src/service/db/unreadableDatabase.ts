import { faultOf, reasonOf, type Fault } from './fault.ts';

const sentence = (file: string, fault: Fault | undefined, cause: unknown): string => {
  switch (fault) {
    case 'busy':
      return `${file} is being used by another program. Close it there first; nothing was changed.`;
    case 'readOnly':
      return `${file} may not be written: the file, its folder or its disk is read-only. Nothing was changed. Give Ironstride leave to write there, or copy the file into a folder of your own and open that one.`;
    case 'full':
      return `There is no room left on the disk of ${file}. Nothing was changed. Make room and start Ironstride again.`;
    case 'disk':
      return `${file} could not be opened: the disk or folder did not answer as it should (${reasonOf(cause)}). Nothing was changed.`;
    case 'damaged':
    case undefined:
      return `${file} is not a database that Ironstride can read (${reasonOf(cause)}).`;
  }
};

/** The file is there, but it cannot be worked on: it is another program's, damaged, read-only, locked or its disk full. */
export class UnreadableDatabase extends Error {
  readonly fault: Fault | undefined;
  constructor(file: string, cause: unknown) {
    const fault = cause instanceof UnreadableDatabase ? cause.fault : faultOf(cause);
    super(cause instanceof UnreadableDatabase ? cause.message : sentence(file, fault, cause), {
      cause: cause instanceof UnreadableDatabase ? cause.cause : cause,
    });
    this.name = 'UnreadableDatabase';
    this.fault = fault;
  }
}
