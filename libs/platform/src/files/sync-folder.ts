import { open } from 'node:fs/promises';

/** A rename, and a new folder, survive a power failure only after the folder above was synced. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
