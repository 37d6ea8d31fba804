import { AppError } from '#platform';

const NAME = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/;
const PREFIX = /^$|^[\w-][\w.-]*(\/[\w-][\w.-]*)*\/?$/;

/**
 * A name of a file within a place that cannot lead out of it: segments of `[A-Za-z0-9_.-]` that do not
 * begin with a dot, separated by `/`. Names come from manifests, too, so they are not trusted.
 * @throws AppError `backup_damaged`
 */
export function checkedName(name: string): string {
  return checked(NAME, name);
}

/**
 * The beginning of names, such as `backups/`, or nothing.
 * @throws AppError `backup_damaged`
 */
export function checkedPrefix(prefix: string): string {
  return checked(PREFIX, prefix);
}

function checked(pattern: RegExp, name: string): string {
  if (pattern.test(name)) return name;
  throw new AppError('backup_damaged', 'The backup names a file outside its place.', {
    details: { name },
  });
}
