import { createContext, useContext } from 'react';
import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';

export type FolderLook = OutputOf<Contract['imports']['lookInFolder']>;
export type WatchedFile = FolderLook['files'][number];

/** What is known of the folder in which this computer looks for new files. */
export interface WatchedFolder {
  /** Absent: none is watched. */
  readonly path?: string | undefined;
  /** What lay in it at the last look. */
  readonly look?: FolderLook | undefined;
  /** Why it could not be looked into. */
  readonly failure?: string | undefined;
  readonly lookAgain: () => void;
}

export const WatchedFolderContext = createContext<WatchedFolder>({ lookAgain: () => undefined });

export const useWatchedFolder = (): WatchedFolder => useContext(WatchedFolderContext);

/** New files in it, those included that are not listed. */
export const newFilesIn = ({ look }: WatchedFolder): number => (look === undefined ? 0 : look.files.length + look.more);
