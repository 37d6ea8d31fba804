import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmdirSync,
} from 'node:fs';
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
    makeRoot(root);
    accessSync(root, constants.R_OK | constants.W_OK | constants.X_OK);
    rmdirSync(mkdtempSync(path.join(root, '.writable-')));
    for (const each of [folder.logs, folder.run]) mkdirSync(each, { recursive: true });
    for (const each of PRIVATE) closeToOthers(path.join(root, each), 0o700);
    accessSync(folder.run, constants.W_OK);
    return folder;
  } catch (cause) {
    throw new StartError(
      `The data folder ${root} cannot be written (${reasonOf(cause)}): make it writable for you, or set AFTERWORD_DATA_FOLDER to a writable folder.`,
    );
  }
}

/** Folders with what people said, or what they are told by. PostgreSQL closes its own. */
const PRIVATE = ['blobs', 'logs', 'run', 'exports', 'snapshots', 'backups', 'temporal'];

/** Root runs PostgreSQL as another user, who must come through the folder but may not list it. */
function makeRoot(root: string): void {
  const isRoot = process.getuid?.() === 0;
  const before = process.umask(isRoot ? 0o022 : 0o077);
  mkdirSync(root, { recursive: true });
  process.umask(before);
  closeToOthers(root, isRoot ? 0o711 : 0o700);
}

/** Also closes the folders of installations that were open to every user of the machine. */
function closeToOthers(folder: string, mode: number): void {
  if (!existsSync(folder)) return;
  try {
    chmodSync(folder, mode);
  } catch (error) {
    // Some file systems have no modes, and a mounted folder may be of somebody else.
    if (systemCode(error) !== 'EPERM' && systemCode(error) !== 'ENOTSUP') throw error;
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
