import { writeSync } from 'node:fs';

const PAUSE_MS = 2;

/** Never notified: a wait on it is a pause. */
const pause = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

/**
 * Writes a text, and waits as long as the other side does not read. `process.stdout` would
 * instead collect in memory what has not been read.
 * @param file descriptor of a pipe
 */
export function writeWhole(file: number, text: string): void {
  let bytes = Buffer.from(text);
  while (bytes.length > 0) bytes = bytes.subarray(writeSome(file, bytes));
}

function writeSome(file: number, bytes: Buffer): number {
  try {
    return writeSync(file, bytes);
  } catch (error) {
    const isFull = error instanceof Error && 'code' in error && error.code === 'EAGAIN';
    if (!isFull) throw error;
    Atomics.wait(pause, 0, 0, PAUSE_MS);
    return 0;
  }
}
