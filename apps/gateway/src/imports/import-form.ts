import { uploadImportSchema, type UploadImport } from '#contracts/api';
import type { Config } from '#platform';
import type { UploadForm } from '../http/uploads/upload-form.ts';

/** The form with which a file is uploaded that is to be imported. */
export function importForm({ imports }: Config): UploadForm<UploadImport> {
  return {
    noun: 'A file to import',
    fields: uploadImportSchema,
    limitBytes: imports.maxBytes,
    secondFile: 'recording',
    unnamed: 'import',
    errors: { missing: 'import_missing', empty: 'import_empty', tooLarge: 'import_too_large' },
  };
}
