import { AppError, systemCode } from '#platform';

const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);
const UNAVAILABLE: ReadonlySet<string> = new Set([
  ...['EROFS', 'EACCES', 'EPERM', 'EIO', 'ENOTDIR', 'ENOENT', 'EMFILE', 'ENFILE'],
]);

/**
 * An error of the file system while bytes are written, as one that clients and operators understand.
 * @returns the error itself when it is another one
 */
export function storageErrorOf(error: unknown): unknown {
  const code = systemCode(error) ?? '';
  if (FULL.has(code)) {
    return new AppError('storage_full', 'There is no room for the file; nothing was stored.', {
      cause: error,
    });
  }
  if (!UNAVAILABLE.has(code)) return error;
  const message = `The folder of recordings cannot be written (${code}); nothing was stored.`;
  return new AppError('storage_unavailable', message, { cause: error });
}
