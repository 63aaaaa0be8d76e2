import { gunzipSync, gzipSync } from 'node:zlib';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import { unreadable, type PackFailure } from './readExport.ts';

/** Looked for only when something is sealed or opened: every start would pay for it else. */
const age = () => import('age-encryption');

/** Files larger than that are not opened; a hundred athletes of ten years are a tenth of it. */
export const MOST_PACK_BYTES = 512 * 1024 * 1024;
const MOST_UNPACKED_BYTES = 1024 * 1024 * 1024;

const SEALED = 'age-encryption.org/v1\n';

/** The same passphrase whatever keyboard has put its accents together. */
const asTyped = (passphrase: string): string => passphrase.normalize('NFC');

/**
 * An export as one file: compressed, and with a passphrase sealed as a standard age file (scrypt with the library's own work factor,
 * ChaCha20-Poly1305), which the `age` tool opens too. Nothing of it touches the disk unsealed.
 */
export const sealed = async (text: Buffer, passphrase: string | undefined): Promise<Uint8Array> => {
  const packed = gzipSync(text);
  if (passphrase === undefined) return packed;
  const { Encrypter } = await age();
  const encrypter = new Encrypter();
  encrypter.setPassphrase(asTyped(passphrase));
  return encrypter.encrypt(packed);
};

const isSealed = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, SEALED.length)).toString('latin1') === SEALED;

const opened = async (bytes: Uint8Array, passphrase: string | undefined): Promise<Result<Uint8Array, PackFailure>> => {
  if (!isSealed(bytes)) return ok(bytes);
  if (passphrase === undefined || passphrase === '') return fail({ tag: 'PassphraseNeeded' });
  const { Decrypter } = await age();
  const decrypter = new Decrypter();
  decrypter.addPassphrase(asTyped(passphrase));
  try {
    return ok(await decrypter.decrypt(bytes));
  } catch (cause) {
    // The library says by its words alone which of the two it was.
    const isWrong = cause instanceof Error && cause.message.startsWith('no identity matched');
    return fail(isWrong ? { tag: 'PassphraseWrong' } : unreadable('damaged'));
  }
};

const unpacked = (bytes: Uint8Array): Result<Buffer, PackFailure> => {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return ok(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  try {
    return ok(gunzipSync(bytes, { maxOutputLength: MOST_UNPACKED_BYTES }));
  } catch (cause) {
    const isTooLarge = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    return fail(unreadable(isTooLarge ? 'tooLarge' : 'damaged'));
  }
};

/** The text of an export again. A file that was not sealed needs no passphrase. */
export const unsealed = async (
  bytes: Uint8Array,
  passphrase: string | undefined,
): Promise<Result<Buffer, PackFailure>> => {
  const found = await opened(bytes, passphrase);
  return found.ok ? unpacked(found.value) : found;
};
