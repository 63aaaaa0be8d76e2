import { crc32 } from 'node:zlib';

export interface ZippedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

const LOCAL_HEADER = 0x04_03_4b_50;
const CENTRAL_HEADER = 0x02_01_4b_50;
const END_OF_DIRECTORY = 0x06_05_4b_50;
const VERSION = 20;
/** File names are UTF-8. */
const UTF8_FLAG = 0x08_00;
/** 1 January 1980, the first day there is: the same files give the same archive. */
const FIRST_DAY = 0x00_21;

interface Entry {
  readonly name: Buffer;
  readonly bytes: Uint8Array;
  readonly crc: number;
  readonly at: number;
}

/** What the local and the central header say alike: version, flags, no compression, no time, sum, sizes, length of the name. */
const writeCommon = (header: Buffer, at: number, { name, bytes, crc }: Entry): void => {
  header.writeUInt16LE(VERSION, at);
  header.writeUInt16LE(UTF8_FLAG, at + 2);
  header.writeUInt16LE(FIRST_DAY, at + 8);
  header.writeUInt32LE(crc, at + 10);
  header.writeUInt32LE(bytes.length, at + 14);
  header.writeUInt32LE(bytes.length, at + 18);
  header.writeUInt16LE(name.length, at + 22);
};

const localHeader = (entry: Entry): Buffer => {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(LOCAL_HEADER, 0);
  writeCommon(header, 4, entry);
  return Buffer.concat([header, entry.name]);
};

const centralHeader = (entry: Entry): Buffer => {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(CENTRAL_HEADER, 0);
  header.writeUInt16LE(VERSION, 4);
  writeCommon(header, 6, entry);
  header.writeUInt32LE(entry.at, 42);
  return Buffer.concat([header, entry.name]);
};

/** Files in one archive, as they are: a PDF is compressed already. */
export const zipFiles = (files: readonly ZippedFile[]): Uint8Array => {
  const parts: Uint8Array[] = [];
  const entries: Entry[] = [];
  let at = 0;
  for (const { fileName, bytes } of files) {
    const entry: Entry = { name: Buffer.from(fileName, 'utf8'), bytes, crc: crc32(bytes), at };
    const header = localHeader(entry);
    entries.push(entry);
    parts.push(header, bytes);
    at += header.length + bytes.length;
  }
  const directory = Buffer.concat(entries.map(centralHeader));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_OF_DIRECTORY, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
};
