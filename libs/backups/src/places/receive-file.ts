import fs, { type FileHandle } from 'node:fs/promises';
import { PRIVATE_FILE } from './folder-files.ts';

/** How often a file that is being written is touched, so that it is seen to have a live writer. */
const TOUCH_EVERY_MS = 60_000;

/**
 * Writes a new file, and syncs it.
 * @param bytes is read with back-pressure: the next bytes are read when the last ones are written
 * @param toError turns an error of the file into that of its place
 * @returns size in bytes
 * @throws the error of `bytes` as it is
 */
export async function receiveFile(
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  toError: (error: unknown) => Error,
): Promise<number> {
  const ofFile = async <Result>(work: Promise<Result>): Promise<Result> => {
    try {
      return await work;
    } catch (error) {
      throw toError(error);
    }
  };
  const handle = await ofFile(fs.open(file, 'wx', PRIVATE_FILE));
  const touching = setInterval(() => touch(handle), TOUCH_EVERY_MS);
  let sizeBytes = 0;
  try {
    for await (const chunk of bytes) {
      await ofFile(handle.writeFile(chunk));
      sizeBytes += chunk.length;
    }
    await ofFile(handle.sync());
    return sizeBytes;
  } finally {
    clearInterval(touching);
    await ofFile(handle.close());
  }
}

/** Writing goes on if it fails. */
function touch(handle: FileHandle): void {
  const now = new Date();
  handle.utimes(now, now).catch(() => undefined);
}
