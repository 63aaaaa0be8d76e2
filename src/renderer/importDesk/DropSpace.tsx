import { useEffect, type ReactNode } from 'react';
import { DropZone, type DropItem } from 'react-aria-components';
import type { DroppedFile } from './deskFiles.ts';
import styles from './ImportScreen.module.css';

interface DropSpaceProps {
  readonly onFiles: (files: readonly DroppedFile[]) => void;
  readonly children: ReactNode;
}

/** Files among what was dropped; folders are opened, and what they are called is kept; other things are passed over. */
const filesIn = async (
  items: AsyncIterable<DropItem> | Iterable<DropItem>,
  folders: readonly string[] = [],
): Promise<DroppedFile[]> => {
  const files: DroppedFile[] = [];
  for await (const item of items) {
    if (item.kind === 'file') files.push(inFolder(await item.getFile(), folders));
    else if (item.kind === 'directory') files.push(...(await filesIn(item.getEntries(), [...folders, item.name])));
  }
  return files;
};

const inFolder = (file: File, folders: readonly string[]): DroppedFile =>
  folders.length === 0 ? { file } : { file, folder: folders.join('/').slice(-300) };

/** A file that misses the space must not be opened by the window in place of the application. */
const useNoStrayDrops = (): void => {
  useEffect(() => {
    const refuse = (event: DragEvent): void => event.preventDefault();
    globalThis.addEventListener('dragover', refuse);
    globalThis.addEventListener('drop', refuse);
    return () => {
      globalThis.removeEventListener('dragover', refuse);
      globalThis.removeEventListener('drop', refuse);
    };
  }, []);
};

/** The whole screen takes files, dropped or pasted. */
export const DropSpace = ({ onFiles, children }: DropSpaceProps) => {
  useNoStrayDrops();
  return (
    <DropZone
      aria-label="Drop or paste CSV files"
      className={styles['space'] ?? ''}
      getDropOperation={() => 'copy'}
      onDrop={(event) => {
        void filesIn(event.items).then(onFiles);
      }}
    >
      {children}
    </DropZone>
  );
};
