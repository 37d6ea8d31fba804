import { uploadImportSchema, type UploadImport } from '#contracts/api';
import type { TaskSettings } from '#contracts/tasks';
import type { Config } from '#platform';
import type { UploadForm } from '../http/uploads/upload-form.ts';

/** With what the recordings of an import are transcribed; nothing if its form chooses nothing. */
export function settingsOf({ engine, language }: UploadImport): {
  readonly settings?: TaskSettings;
} {
  if (engine === undefined && language === undefined) return {};
  const ofEngine = engine === undefined ? {} : { engine };
  return { settings: { ...ofEngine, ...(language === undefined ? {} : { language }) } };
}

/**
 * The form with which a file is uploaded that is to be imported.
 * @param check refuses settings of transcriptions that no engine meets
 */
export function importForm(
  { imports }: Config,
  check: (settings: TaskSettings | undefined) => void,
): UploadForm<UploadImport> {
  return {
    noun: 'A file to import',
    fields: uploadImportSchema,
    check: (fields) => check(settingsOf(fields).settings),
    limitBytes: imports.maxBytes,
    secondFile: 'recording',
    unnamed: 'import',
    errors: { missing: 'import_missing', empty: 'import_empty', tooLarge: 'import_too_large' },
  };
}
