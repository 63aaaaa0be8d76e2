import { useCallback, useEffect, useRef, useState } from 'react';
import { errorText } from '../../contract/errorText.ts';
import type { Progress } from '../../contract/derive.ts';
import { MAX_FILE_BYTES, tooLarge } from '../../domain/imports/fileKind.ts';
import { tell } from '../kit/notices.ts';
import { client, uploadFile } from '../wire.ts';
import {
  askedFiles,
  MOST_FILES,
  namedApart,
  type Choices,
  type DeskFile,
  type DroppedFile,
  type ImportPreview,
  type PreviewOrder,
  type Target,
} from './deskFiles.ts';

/** How the files on the desk read, as far as that is known. */
export interface DeskReading {
  readonly preview?: ImportPreview | undefined;
  /** While the files are being read, again or for the first time. */
  readonly progress?: Progress | undefined;
  readonly failure?: string | undefined;
}

/** Typing a new athlete's name must not read the files at every letter. */
const PAUSE_MS = 250;

/** Reads the files whenever something about them changes; an older reading that is still on its way is stopped. */
const useReading = (files: readonly DeskFile[], forAll: Target | undefined): DeskReading & { again: () => void } => {
  const [reading, setReading] = useState<DeskReading>({});
  const [turn, setTurn] = useState(0);
  const asked = JSON.stringify(askedFiles(files, forAll));
  useEffect(() => {
    const order = JSON.parse(asked) as PreviewOrder;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      if (order.files.length === 0) return setReading({});
      setReading(({ preview }) => ({ preview, progress: { done: 0, total: order.files.length, doing: '' } }));
      const reply = await client.imports.preview(order, {
        signal: stop.signal,
        onProgress: (progress) => {
          if (!stop.signal.aborted) setReading(({ preview }) => ({ preview, progress }));
        },
      });
      if (stop.signal.aborted) return undefined;
      return setReading(({ preview }) =>
        reply.ok ? { preview: reply.value } : { preview, failure: errorText(reply.error) },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked, turn]);
  const again = useCallback(() => setTurn((last) => last + 1), []);
  return { ...reading, again };
};

/** Sends one file across; what cannot be sent says why. */
const sent = async (file: File): Promise<Pick<DeskFile, 'token' | 'refusal'>> => {
  if (file.size > MAX_FILE_BYTES) return { refusal: tooLarge(file.size) };
  try {
    return { token: await uploadFile(file) };
  } catch {
    return {
      refusal: {
        reason: 'notText',
        found: 'a file that could not be opened',
        expected: 'a file that is still in its place and is not open for writing elsewhere; drop it again',
      },
    };
  }
};

/** A file that is whose all are. */
const withoutOwner = (file: DeskFile): DeskFile => {
  const { target: _target, ...rest } = file;
  return rest;
};

/** The files on the desk: dropped, sent across, read, answered. Nothing is imported by any of this. */
export const useImportDesk = (firstTarget: Target | undefined) => {
  const [files, setFiles] = useState<readonly DeskFile[]>([]);
  const [forAll, setForAll] = useState<Target | undefined>(firstTarget);
  const latest = useRef(files);
  useEffect(() => {
    latest.current = files;
  }, [files]);
  const reading = useReading(files, forAll);

  const edit = useCallback((name: string, change: (file: DeskFile) => DeskFile): void => {
    setFiles((all) => all.map((file) => (file.name === name ? change(file) : file)));
  }, []);

  const enqueue = useCallback((coming: readonly DeskFile[]): void => {
    latest.current = [...latest.current, ...coming];
    setFiles((all) => [...all, ...coming]);
  }, []);

  const remove = useCallback((names: readonly string[]): void => {
    setFiles((all) => all.filter((file) => !names.includes(file.name)));
  }, []);

  const add = useCallback(
    async (dropped: readonly DroppedFile[]): Promise<void> => {
      const room = MOST_FILES - latest.current.length;
      const taken = dropped.slice(0, room);
      if (taken.length < dropped.length) {
        tell({
          tone: 'problem',
          text: `One import takes ${MOST_FILES} files. ${dropped.length - taken.length} were left out; import these first, then drop the rest.`,
        });
      }
      const names = namedApart(
        taken.map(({ file }) => file.name),
        latest.current,
      );
      const added = taken.flatMap(({ folder }, index): DeskFile[] => {
        const name = names[index];
        return name === undefined ? [] : [{ name, choices: {}, ...(folder === undefined ? {} : { folder }) }];
      });
      enqueue(added);
      for (const [index, { file }] of taken.entries()) {
        const name = names[index];
        if (name === undefined) continue;
        const outcome = await sent(file);
        edit(name, (before) => ({ ...before, ...outcome }));
      }
    },
    [edit, enqueue],
  );

  return {
    files,
    forAll,
    reading,
    add,
    setForAll,
    enqueue,
    edit,
    remove,
    choose: (name: string, choices: Choices) =>
      edit(name, (file) => ({ ...file, choices: { ...file.choices, ...choices } })),
    giveTo: (name: string, target: Target | undefined) =>
      edit(name, (file) => (target === undefined ? withoutOwner(file) : { ...file, target })),
    giveAllTo: setForAll,
  };
};

export type ImportDesk = ReturnType<typeof useImportDesk>;
