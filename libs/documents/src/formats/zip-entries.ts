import type { DocumentBytes } from './document-reader.ts';

/** A file in a zip archive. */
export interface ZipEntry {
  readonly name: string;
  readonly packedBytes: number;
  /** As the archive declares it. */
  readonly unpackedBytes: number;
  /** Of its header in the archive. */
  readonly offset: number;
}

/** The end record: its mark, its size, and the longest comment that may follow it. */
const END_MARK = 0x06054b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;

const ENTRY_MARK = 0x02014b50;
const ENTRY_BYTES = 46;

/**
 * The files of a zip archive by its directory, without unpacking anything.
 * @returns null when the bytes are no whole zip archive
 */
export function zipEntries(bytes: DocumentBytes): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = endRecord(view);
  if (end === null) return null;
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  while (at + ENTRY_BYTES <= end && view.getUint32(at, true) === ENTRY_MARK) {
    const nameBytes = view.getUint16(at + 28, true);
    const nameStart = at + ENTRY_BYTES;
    const name = new TextDecoder().decode(bytes.subarray(nameStart, nameStart + nameBytes));
    entries.push({
      name,
      packedBytes: view.getUint32(at + 20, true),
      unpackedBytes: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = nameStart + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries.length === 0 ? null : entries;
}

function endRecord(view: DataView): number | null {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT_BYTES); at -= 1) {
    if (view.getUint32(at, true) === END_MARK) return at;
  }
  return null;
}
