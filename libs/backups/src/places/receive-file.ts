import fs, { type FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { PRIVATE_FILE } from './folder-files.ts';
import { abortError } from './place-errors.ts';

/** How often a file that is being written is touched, so that it is seen to have a live writer. */
const TOUCH_EVERY_MS = 60_000;

/**
 * Writes a new file, and syncs it.
 * @param bytes is read with back-pressure: the next bytes are read when the last ones are written
 * @param toError turns an error of the file into that of its place
 * @returns size in bytes
 * @throws the error of `bytes` as it is; the abort reason when `signal` is aborted
 */
export async function receiveFile(
  file: string,
  bytes: Readable,
  signal: AbortSignal,
  toError: (error: unknown) => Error,
): Promise<number> {
  const ofFile = async <Result>(work: Promise<Result>): Promise<Result> => {
    try {
      return await work;
    } catch (error) {
      throw toError(error);
    }
  };
  const stop = () => bytes.destroy(abortError(signal));
  signal.throwIfAborted();
  const handle = await ofFile(fs.open(file, 'wx', PRIVATE_FILE));
  const touching = setInterval(() => touch(handle), TOUCH_EVERY_MS);
  signal.addEventListener('abort', stop);
  let sizeBytes = 0;
  try {
    if (signal.aborted) stop();
    const chunks: AsyncIterable<Uint8Array> = bytes;
    for await (const chunk of chunks) {
      await ofFile(handle.writeFile(chunk));
      sizeBytes += chunk.length;
    }
    await ofFile(handle.sync());
    return sizeBytes;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
    clearInterval(touching);
    await ofFile(handle.close());
  }
}

/** Writing goes on if it fails. */
function touch(handle: FileHandle): void {
  const now = new Date();
  handle.utimes(now, now).catch(() => undefined);
}
