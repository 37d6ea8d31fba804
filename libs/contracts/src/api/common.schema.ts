import { z } from 'zod';
import { ID_PREFIXES, type IdKind } from '../model/ids.ts';
import { TASK_PRIORITIES } from '../model/priorities.ts';

/** Schema of an id of one kind, such as `cnv_01jd…` (a lower-case ULID after the prefix). */
export function idSchema(kind: IdKind) {
  return idOfSchema([kind]);
}

/** Schema of an id of one of some kinds. */
export function idOfSchema(kinds: readonly [IdKind, ...IdKind[]]) {
  const prefixes = kinds.map((kind) => ID_PREFIXES[kind]);
  const [prefix] = prefixes;
  return z
    .string()
    .regex(
      new RegExp(`^${oneOf(prefixes)}_[0-9a-hjkmnp-tv-z]{26}$`),
      `must look like ${prefixes.map((each) => `${each}_…`).join(' or ')}`,
    )
    .meta({ example: `${prefix}_01jd3k4m5n6p7q8r9s0t1v2w3x` });
}

/** A regular expression for one of some words. */
function oneOf(words: readonly string[]): string {
  return words.length === 1 ? String(words[0]) : `(?:${words.join('|')})`;
}

/** Text that a person typed: 1 to `maxLength` characters, with surrounding white space removed. */
export function typedTextSchema(maxLength: number) {
  return storableTextSchema().max(maxLength);
}

/** The same of any length. */
export function storableTextSchema() {
  return z.string().trim().min(1).refine(isStorable, 'contains characters that are not valid text');
}

/** PostgreSQL stores neither the null character nor unpaired surrogates. */
function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/** A point in time, ISO 8601 in UTC. There is no year 0 in PostgreSQL. */
export const timestampSchema = z.iso
  .datetime()
  .refine((time) => !time.startsWith('0000'), 'must be of the year 1 or later')
  .meta({ example: '2026-11-22T09:30:00.000Z' });

/** The owner of the data: a user or a bot. */
export const ownerIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9._@-]{1,80}$/, 'must be 1 to 80 letters, digits or . _ @ -')
  .meta({ example: 'ada' });

/** Priority of the work. Without one, the caller is assumed to wait for the result. */
export const prioritySchema = z
  .enum(TASK_PRIORITIES)
  .describe('`interactive` by default; `batch` work waits behind all interactive work.');

/** Query parameters that every list accepts. */
export const pageQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z
    .string()
    .max(200)
    .refine(isStorable, 'contains characters that are not valid text')
    .optional()
    .describe('`nextCursor` of the previous page.'),
});

/** Query of a list whose pages end with the id of an item. */
export function pageQueryOf(kind: IdKind) {
  return pageQuerySchema.extend({
    cursor: idSchema(kind).optional().describe('`nextCursor` of the previous page.'),
  });
}

/** Query of a list without filters. */
export type PageQuery = z.output<typeof pageQuerySchema>;

/** Builds the schema of a page from the schema of its items. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    nextCursor: z
      .string()
      .nullable()
      .describe('Send it as `cursor` to get the next page; null on the last page.'),
  });
}
