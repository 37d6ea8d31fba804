import type { BackupPlace } from '../places/backup-place.port.ts';

const POOLS = 'blobs/';
const UNSEALED = 'plain';

/** Folder of the recordings that are sealed with a key, within a place. */
export function poolFolder(keyId: string | null): string {
  return `${POOLS}${keyId ?? UNSEALED}/`;
}

/** Path of a recording: `blobs/<key>/ab/abcdef…`, so that no folder has too many files. */
export function blobName(folder: string, sha256: string, suffix: string): string {
  return `${folder}${sha256.slice(0, 2)}/${sha256}${suffix}`;
}

/** The SHA-256 in the path of a recording; `null` for any other file. */
export function sha256In(name: string, suffix: string): string | null {
  const file = name.slice(name.lastIndexOf('/') + 1);
  const sha256 = file.slice(0, 64);
  return file === `${sha256}${suffix}` && /^[0-9a-f]{64}$/.test(sha256) ? sha256 : null;
}

/**
 * Removes all recordings of keys with which no backup is encrypted any more. Their own list is sealed
 * with a key that may be lost, so they go or stay as a whole.
 * @param keyIds of all backups that are kept, and of the next one
 */
export async function removeOtherPools(
  place: BackupPlace,
  keyIds: ReadonlySet<string | null>,
  signal: AbortSignal,
): Promise<void> {
  const kept = [...keyIds].map(poolFolder);
  for await (const { name } of place.list(POOLS)) {
    signal.throwIfAborted();
    if (!kept.some((folder) => name.startsWith(folder))) await place.remove(name);
  }
}
