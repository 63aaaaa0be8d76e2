import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { zipFiles } from '../../src/browser/zipFiles.ts';

const FILES = [
  { fileName: '2026-W48 Duarte.pdf', bytes: new TextEncoder().encode('%PDF-1.7 one') },
  { fileName: '2026-W48 Kőszegi.pdf', bytes: new Uint8Array(70_000).fill(7) },
  { fileName: 'empty.pdf', bytes: new Uint8Array() },
];

/** The archive as its own headers say, entry by entry. */
const entriesOf = (zip: Buffer): { readonly name: string; readonly bytes: Buffer }[] => {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = zip.readUInt32LE(end + 16);
  return Array.from({ length: zip.readUInt16LE(end + 10) }, () => {
    const [size, nameLength, local] = [zip.readUInt32LE(at + 24), zip.readUInt16LE(at + 28), zip.readUInt32LE(at + 42)];
    const name = zip.subarray(at + 46, at + 46 + nameLength).toString('utf8');
    at += 46 + nameLength;
    const from = local + 30 + zip.readUInt16LE(local + 26);
    return { name, bytes: zip.subarray(from, from + size) };
  });
};

test('every file is in the archive under its name, byte for byte', () => {
  const entries = entriesOf(Buffer.from(zipFiles(FILES)));
  expect(entries.map(({ name }) => name)).toEqual(FILES.map(({ fileName }) => fileName));
  for (const [index, { bytes }] of entries.entries()) expect(bytes.equals(FILES[index]?.bytes ?? bytes)).toBe(true);
});

test('the same files give the same archive', () => {
  expect(Buffer.from(zipFiles(FILES)).equals(zipFiles(FILES))).toBe(true);
});

const hasPython = (() => {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

test.skipIf(!hasPython)('another program opens it and finds nothing wrong (skipped without python3)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ironstride-zip-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'sheets.zip');
  writeFileSync(path, zipFiles(FILES));
  execFileSync('python3', ['-m', 'zipfile', '-t', path], { stdio: 'pipe' });
  execFileSync('python3', ['-m', 'zipfile', '-e', path, folder], { stdio: 'pipe' });
  for (const { fileName, bytes } of FILES) expect(readFileSync(join(folder, fileName)).equals(bytes)).toBe(true);
});
