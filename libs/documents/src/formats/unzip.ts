import { inflateRawSync } from 'node:zlib';
import type { DocumentBytes } from './document-reader.ts';
import type { ZipEntry } from './zip-entries.ts';

const HEADER_BYTES = 30;
const STORED = 0;

/**
 * Unpacks a file of a zip archive.
 * @throws Error when it is damaged, or larger than the archive declares
 */
export function unzip(bytes: DocumentBytes, entry: ZipEntry): Buffer {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const nameBytes = view.getUint16(entry.offset + 26, true);
  const extraBytes = view.getUint16(entry.offset + 28, true);
  const start = entry.offset + HEADER_BYTES + nameBytes + extraBytes;
  const packed = bytes.subarray(start, start + entry.packedBytes);
  const isStored = view.getUint16(entry.offset + 8, true) === STORED;
  // Node.js refuses a limit of 0.
  const maxOutputLength = Math.max(1, entry.unpackedBytes);
  return isStored ? Buffer.from(packed) : inflateRawSync(packed, { maxOutputLength });
}
