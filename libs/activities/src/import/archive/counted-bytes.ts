import type { BackupProgress } from '#backups';

/** Counts the bytes of a stream, and stops when the work is to stop. */
export async function* countedBytes(
  stream: AsyncIterable<Buffer>,
  { signal, onBytes }: BackupProgress,
): AsyncGenerator<Buffer> {
  for await (const chunk of stream) {
    signal.throwIfAborted();
    onBytes(chunk.length);
    yield chunk;
  }
}
