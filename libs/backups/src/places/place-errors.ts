import { AppError } from '#platform';

/** @param reason completes "The place of the backups, …, cannot be used: …"; no secrets */
export function placeUnavailable(label: string, reason: string): AppError {
  return new AppError(
    'backup_place_unavailable',
    `The place of the backups, ${label}, cannot be used: ${reason}.`,
    { details: { place: label, reason } },
  );
}

/** There is no space left in a place. */
export function placeFull(label: string): AppError {
  const message = `There is no space left in the place of the backups, ${label}.`;
  return new AppError('backup_place_full', message, { details: { place: label } });
}

/** A file that should be in a place is not there. */
export function fileMissing(label: string, name: string): AppError {
  return new AppError('backup_damaged', `${name} is missing in ${label}.`, {
    details: { place: label, name },
  });
}
