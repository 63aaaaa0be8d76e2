import { useEffect, type ReactNode } from 'react';
import { DropZone, type DropItem } from 'react-aria-components';
import styles from './ImportScreen.module.css';

interface DropSpaceProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

/** Files among what was dropped; folders are opened, other things passed over. */
const filesIn = async (items: AsyncIterable<DropItem> | Iterable<DropItem>): Promise<File[]> => {
  const files: File[] = [];
  for await (const item of items) {
    if (item.kind === 'file') files.push(await item.getFile());
    else if (item.kind === 'directory') files.push(...(await filesIn(item.getEntries())));
  }
  return files;
};

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
