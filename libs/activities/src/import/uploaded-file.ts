import { AppError } from '#platform';
import type { ImportFolder } from '#store';

/**
 * Path of an uploaded file on this machine.
 * @throws AppError `import_gone`
 */
export async function uploadedFile(
  { importFolder }: { readonly importFolder: ImportFolder },
  sha256: string,
): Promise<string> {
  if ((await importFolder.sizeOf(sha256)) !== null) return importFolder.localPath(sha256);
  throw new AppError('import_gone', 'The uploaded file is not in its folder.');
}
