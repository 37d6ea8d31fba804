import type { ImportCounts } from '#contracts/model';
import type { TaskWarning } from '#contracts/tasks';

/** Says that the owner has had some of it before. */
export function alreadyThere({ alreadyThere: count }: ImportCounts): readonly TaskWarning[] {
  if (count === 0) return [];
  const things = count === 1 ? '1 thing was' : `${count} things were`;
  const message = `${things} there already, or in the bin, and left as they are.`;
  return [{ code: 'import_already_there', message }];
}

/** @param files recordings and documents whose bytes are not what was uploaded */
export function missingFiles(files: number): readonly TaskWarning[] {
  if (files === 0) return [];
  const what = files === 1 ? '1 recording or document' : `${files} recordings or documents`;
  const message = `The export was made without the right bytes of ${what}; the rest was imported.`;
  return [{ code: 'import_file_missing', message }];
}

/** @param count decisions and reports that are about facts which are not in the export */
export function leftOut(count: number): readonly TaskWarning[] {
  if (count === 0) return [];
  const what = count === 1 ? '1 decision or report was' : `${count} decisions and reports were`;
  const message = `${what} about facts that are not in the export, and left out.`;
  return [{ code: 'import_part_left_out', message }];
}

/** A recording that was uploaded with an export, which has its own. */
export function unusedRecording(fileName: string): readonly TaskWarning[] {
  const message = `The recording ${fileName} was not imported: an export has its recordings in itself.`;
  return [{ code: 'import_recording_unused', message }];
}
