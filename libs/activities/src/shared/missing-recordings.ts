import type { TaskWarning } from '#contracts/tasks';

/** How many hashes a warning names. */
const NAMED = 3;

/**
 * The warning that the bytes of recordings are missing.
 * @param missing their SHA-256
 * @param where continues the sentence that begins with "The bytes of 2 recordings are"
 * @returns none when nothing is missing
 */
export function missingRecordings(
  missing: readonly string[],
  where: (hashes: string) => string,
): readonly TaskWarning[] {
  if (missing.length === 0) return [];
  const recordings = missing.length === 1 ? '1 recording' : `${missing.length} recordings`;
  const hashes = `SHA-256 ${missing.slice(0, NAMED).join(', ')}`;
  const message = `The bytes of ${recordings} are ${where(hashes)}`;
  return [{ code: 'backup_blob_missing', message }];
}
