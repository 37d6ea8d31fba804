import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Reads a file into memory of its own, so that a parser may take that over. */
export function fileBytes(path: string): Uint8Array<ArrayBuffer> {
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(fstatSync(file).size);
    let length = 0;
    let count = -1;
    while (length < bytes.length && count !== 0) {
      count = readSync(file, bytes, length, bytes.length - length, null);
      length += count;
    }
    return length === bytes.length ? bytes : bytes.slice(0, length);
  } finally {
    closeSync(file);
  }
}
