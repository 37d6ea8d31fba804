import type { ImportCounts } from '#contracts/model';
import type { TaskWarning } from '#contracts/tasks';

/** Says that the owner has had some of it before. */
export function alreadyThere({ alreadyThere: count }: ImportCounts): readonly TaskWarning[] {
  if (count === 0) return [];
  const things = count === 1 ? '1 thing was' : `${count} things were`;
  const message = `${things} there already, or in the bin, and left as they are.`;
  return [{ code: 'import_already_there', message }];
}
