import type { Dirent } from 'node:fs';
import fs, { type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder, systemCode } from '#platform';
import type { PlacedFile } from './backup-place.port.ts';

/** Mode of files that only their owner may read. */
export const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;

/** Makes a folder and those above it, durably, for its owner only. */
export async function makeFolder(folder: string): Promise<void> {
  await syncNewFolders(folder, await makeFolderSoon(folder));
}

/**
 * Moves a file to another folder, durably. The folder is made immediately before, since it may be
 * removed as soon as it is empty.
 * @throws ENOENT when it was removed in between
 */
export async function moveFile(from: string, to: string): Promise<void> {
  const folder = path.dirname(to);
  const topmost = await makeFolderSoon(folder);
  await fs.rename(from, to);
  await syncFolder(folder);
  await syncNewFolders(folder, topmost);
}

/** @returns the topmost folder that was made; `null` if it was there */
async function makeFolderSoon(folder: string): Promise<string | null> {
  return (await fs.mkdir(folder, { recursive: true, mode: PRIVATE_FOLDER })) ?? null;
}

async function syncNewFolders(folder: string, topmost: string | null): Promise<void> {
  if (topmost === null) return;
  for (let made = folder; made.length >= topmost.length; made = path.dirname(made)) {
    await syncFolder(path.dirname(made));
  }
}

/** Opens a file. The size is that of the opened file, even if it is replaced meanwhile. */
export async function openToRead(
  file: string,
): Promise<{ readonly handle: FileHandle; readonly sizeBytes: number }> {
  const handle = await fs.open(file, 'r');
  try {
    return { handle, sizeBytes: (await handle.stat()).size };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Removes a folder and those above it, as long as they are empty, but never `root`. */
export async function removeEmptyFolders(folder: string, root: string): Promise<void> {
  for (let empty = folder; empty !== root; empty = path.dirname(empty)) {
    try {
      await fs.rmdir(empty);
    } catch (error) {
      if (systemCode(error) === 'ENOENT') continue;
      if (['ENOTEMPTY', 'EEXIST'].includes(systemCode(error) ?? '')) return;
      throw error;
    }
  }
}

/**
 * All files below a folder, a folder at a time. What is removed meanwhile is left out.
 * @param root names are relative to it
 * @param start path of the folder within `root`: empty, or with a `/` at its end
 */
export async function* walkFiles(root: string, start: string): AsyncGenerator<PlacedFile, void> {
  for await (const entry of entriesOf(path.join(root, start))) {
    const name = `${start}${entry.name}`;
    if (entry.isDirectory()) yield* walkFiles(root, `${name}/`);
    if (!entry.isFile()) continue;
    const stat = await orAbsent(fs.stat(path.join(root, name)));
    if (stat) yield { name, sizeBytes: stat.size };
  }
}

async function* entriesOf(folder: string): AsyncGenerator<Dirent, void> {
  const opened = await orAbsent(fs.opendir(folder));
  if (opened) yield* opened;
}

async function orAbsent<Result>(work: Promise<Result>): Promise<Result | null> {
  try {
    return await work;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}
