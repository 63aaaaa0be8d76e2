import { useCallback, useEffect, useRef } from 'react';
import { errorText } from '../../contract/errorText.ts';
import type { FileRefusal } from '../../domain/imports/draft.ts';
import { tooLarge } from '../../domain/imports/fileKind.ts';
import { useHistoryWalk } from '../app/useHistoryWalk.ts';
import { useWatchedFolder, type WatchedFile } from '../app/watchedFolder.ts';
import { useCommand } from '../client/useCommand.ts';
import { counted } from '../format.ts';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import { isBeingFetched, MOST_FILES, namedApart, type DeskFile } from './deskFiles.ts';
import type { ImportDesk } from './useImportDesk.ts';

/** Written again, it is another file. */
const keyOf = ({ path, sizeBytes, writtenAt }: WatchedFile): string => `${path}|${sizeBytes}|${writtenAt}`;

const NOT_READABLE: FileRefusal = {
  reason: 'notText',
  found: 'a file in the watched folder that may not be read',
  expected: 'leave to read it; look at who may open it',
};

const refusalOf = ({ trouble, sizeBytes }: WatchedFile): FileRefusal | undefined => {
  if (trouble === 'tooLarge') return tooLarge(sizeBytes);
  return trouble === 'notReadable' ? NOT_READABLE : undefined;
};

const deskFile = (file: WatchedFile, name: string): DeskFile => {
  const { path, name: fileName, folder, sizeBytes } = file;
  const refusal = refusalOf(file);
  return {
    name,
    choices: {},
    folder,
    // A file that cannot be read is known by its name and size.
    watched: { path, fileName, sizeBytes, ...(refusal === undefined ? {} : { hash: '' }) },
    ...(refusal === undefined ? {} : { refusal }),
  };
};

/** Brings new files of the watched folder to the desk by themselves, each once, as far as there is room. */
export const useWatchedQueue = (desk: Pick<ImportDesk, 'files' | 'enqueue' | 'edit' | 'remove'>): void => {
  const { look, lookAgain } = useWatchedFolder();
  const { files, enqueue, edit, remove } = desk;
  const brought = useRef<ReadonlySet<string>>(new Set());
  /** Gone or being written after all when they were fetched: the next look tells. */
  const missed = useRef(new Set<string>());
  const lastLook = useRef(look);
  useEffect(lookAgain, [lookAgain]);

  const fetch = useCallback(
    async (named: readonly { readonly file: WatchedFile; readonly name: string }[]): Promise<void> => {
      const paths = named.flatMap(({ file }) => (refusalOf(file) === undefined ? [file.path] : []));
      if (paths.length === 0) return;
      const reply = await client.imports.pickUp({ paths });
      const picked = new Map(reply.ok ? reply.value.files.map((one) => [one.path, one.picked]) : []);
      for (const { file, name } of named.filter((one) => paths.includes(one.file.path))) {
        const found = picked.get(file.path);
        if (found === undefined) {
          missed.current.add(keyOf(file));
          remove([name]);
        } else {
          const { token, hash, sizeBytes } = found;
          edit(name, (before) =>
            before.watched === undefined
              ? before
              : { ...before, token, watched: { ...before.watched, hash, sizeBytes } },
          );
        }
      }
      if (!reply.ok) tell({ tone: 'problem', text: errorText(reply.error) });
      else if (missed.current.size > 0) lookAgain();
    },
    [edit, remove, lookAgain],
  );

  useEffect(() => {
    if (look === undefined) return;
    if (lastLook.current !== look) {
      lastLook.current = look;
      brought.current = new Set([...brought.current].filter((key) => !missed.current.has(key)));
      missed.current.clear();
    }
    const present = look.files.filter(({ trouble }) => trouble !== 'beingWritten');
    const keys = new Set(present.map(keyOf));
    const known = new Set([...brought.current].filter((key) => keys.has(key)));
    const fresh = present.filter((file) => !known.has(keyOf(file)));
    const freshPaths = new Set(fresh.map(({ path }) => path));
    const older = files.filter(({ watched }) => watched !== undefined && freshPaths.has(watched.path));
    const room = MOST_FILES - files.length + older.length;
    const taken = fresh.slice(0, Math.max(0, room));
    brought.current = new Set([...known, ...taken.map(keyOf)]);
    if (taken.length === 0) return;
    remove(older.map(({ name }) => name));
    const staying = files.filter((file) => !older.includes(file));
    const names = namedApart(
      taken.map(({ name }) => name),
      staying,
    );
    const named = taken.map((file, index) => ({ file, name: names[index] ?? file.name }));
    enqueue(named.map(({ file, name }) => deskFile(file, name)));
    void fetch(named);
  }, [look, files, enqueue, remove, fetch]);
};

/** Takes files off the desk by hand; those of the watched folder are not offered again, unless that is undone. */
export const useTakeOff = (desk: Pick<ImportDesk, 'files' | 'remove'>): ((names: readonly string[]) => void) => {
  const { run } = useCommand(client.imports.leaveOut);
  const { undo } = useHistoryWalk();
  const { files, remove } = desk;
  return useCallback(
    (names) => {
      const going = files.filter((file) => names.includes(file.name) && !isBeingFetched(file));
      const leaving = going.flatMap(({ watched }) =>
        watched?.hash === undefined
          ? []
          : [{ name: watched.fileName, sizeBytes: watched.sizeBytes, hash: watched.hash }],
      );
      const [first] = leaving;
      remove(going.map(({ name }) => name));
      if (first === undefined) return;
      void run({ files: leaving }).then((reply) => {
        if (!reply.ok) return;
        const what = leaving.length === 1 ? first.name : counted(leaving.length, 'file');
        tell({
          tone: 'done',
          text: `${what} left out: not offered again, and still in the folder.`,
          action: { label: 'Undo', run: () => void undo() },
        });
      });
    },
    [files, remove, run, undo],
  );
};
