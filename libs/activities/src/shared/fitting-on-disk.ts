import { AppError, systemCode } from '#platform';

/**
 * Does work that writes files.
 * @param code of the error when the disk is full
 * @throws AppError `code` when the disk is full; otherwise what the work throws
 */
export async function fittingOnDisk<Result>(
  code: 'export_space_missing' | 'import_space_missing',
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (!isFull(cause)) throw cause;
    throw new AppError(code, 'The disk is full.', { cause });
  }
}

function isFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes(systemCode(error) ?? '');
}
