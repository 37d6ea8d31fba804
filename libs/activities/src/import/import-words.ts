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

/** @param decisions what people have decided about facts */
export function leftOut(decisions: number): readonly TaskWarning[] {
  if (decisions === 0) return [];
  const what = decisions === 1 ? '1 decision' : `${decisions} decisions`;
  const message = `${what} of people were about facts that are no longer in the export; they were left out.`;
  return [{ code: 'import_part_left_out', message }];
}
