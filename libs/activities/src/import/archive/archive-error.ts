import { AppError, systemCode } from '#platform';

/** Paths in an export have the titles of conversations and the names of files. */
const NAMED = { confidential: true };

/** The error for a file that is no export, or a damaged one. @param cause what the reader says */
export function invalidArchive(message: string, cause?: unknown): AppError {
  return new AppError('import_archive_invalid', message, { ...NAMED, cause });
}

/** The error for an export of which something was changed. */
export function changedArchive(message: string): AppError {
  return new AppError('import_archive_changed', message, NAMED);
}

/** The error for an export that is over a limit. */
export function tooLargeArchive(message: string): AppError {
  return new AppError('import_archive_too_large', message, NAMED);
}

/**
 * Does work that reads a zip file.
 * @throws AppError `import_archive_invalid` for what the reader of zip files finds wrong; errors of the
 * disk and of ours as they are
 */
export async function readingArchive<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError || !(error instanceof Error)) throw error;
    const code = systemCode(error);
    if (error.name === 'AbortError' || (code !== null && !code.startsWith('Z_'))) throw error;
    throw invalidArchive(
      `The zip file cannot be read: ${error.message.replace(/\.+$/, '')}.`,
      error,
    );
  }
}
