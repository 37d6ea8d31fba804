import { accessSync, constants, mkdirSync, mkdtempSync, rmdirSync } from 'node:fs';
import path from 'node:path';
import { systemCode } from '#platform';
import { StartError } from '../supervisor/start-error.ts';

/** Folders of one instance. */
export interface DataFolder {
  readonly root: string;
  readonly logs: string;
  /** Files that are valid only while the instance runs: the lock and the process records. */
  readonly run: string;
}

/**
 * Creates the data folder and checks that it is writable.
 * @throws StartError with the reason when it is not
 */
export function prepareDataFolder(root: string): DataFolder {
  const folder = { root, logs: path.join(root, 'logs'), run: path.join(root, 'run') };
  try {
    mkdirSync(root, { recursive: true, mode: 0o755 });
    accessSync(root, constants.R_OK | constants.W_OK | constants.X_OK);
    rmdirSync(mkdtempSync(path.join(root, '.writable-')));
    for (const each of [folder.logs, folder.run]) mkdirSync(each, { recursive: true });
    accessSync(folder.run, constants.W_OK);
    return folder;
  } catch (cause) {
    throw new StartError(
      `The data folder ${root} cannot be written (${reasonOf(cause)}): make it writable for you, or set AFTERWORD_DATA_FOLDER to a writable folder.`,
    );
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'there is a file with that name',
  ENOSPC: 'the disk is full',
};

function reasonOf(cause: unknown): string {
  return REASONS[systemCode(cause) ?? ''] ?? String(cause);
}
