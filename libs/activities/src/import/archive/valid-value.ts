import type { z } from 'zod';
import { invalidArchive } from './archive-error.ts';

/** The largest whole number of a column. */
const LARGEST = 2_147_483_647;
/** Numbers that may be larger. */
const LARGE = new Set(['sizeBytes', 'bytes', 'amount', 'value', 'minorUnits', 'sequence']);

/**
 * A value of a file, checked by its schema and by what the database can store.
 * @throws AppError `import_archive_invalid`
 */
export function validValue<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  path: string,
): z.output<Schema> {
  const found = schema.safeParse(value);
  if (!found.success) {
    const [issue] = found.error.issues;
    const place = issue === undefined ? '' : ` (${issue.path.join('.')}: ${issue.message})`;
    throw invalidArchive(`The file ${path} does not follow the format${place}.`);
  }
  if (isStorable(value, '')) return found.data;
  throw invalidArchive(`The file ${path} holds a text or number that cannot be stored.`);
}

/** PostgreSQL stores neither the null character nor unpaired surrogates. */
function isStorable(value: unknown, name: string): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (typeof value === 'number') return LARGE.has(name) || Math.abs(value) <= LARGEST;
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(
    ([key, inner]) => isStorable(key, '') && isStorable(inner, key),
  );
}
