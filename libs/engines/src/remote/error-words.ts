import { z } from 'zod';

/** What servers say of an error, besides its message, which may quote the request. */
const word = z.union([z.string(), z.number()]).nullish();
const errorSchema = z.object({ code: word, type: word, status: word });
const bodySchema = z.object({ error: z.union([errorSchema, z.string()]) });

const OVERLOADED = /\b429\b|rate.?limit|overloaded|exhausted|too.?many|capacity|\bbusy\b/iu;
const REFUSED = /content.?filter|safety/iu;

/** What an error of a server means for the request. */
export type ReportedKind = 'overloaded' | 'refused' | 'failed';

/**
 * The kind of the error that a body reports as `error`.
 * @returns `null` when it reports none
 */
export function kindOfBody(body: unknown): ReportedKind | null {
  const parsed = bodySchema.safeParse(body).data;
  return parsed === undefined ? null : kindOf(parsed.error);
}

/** The kind of an error by its own fields; `failed` when they say nothing. */
export function kindOfError(error: unknown): ReportedKind {
  return kindOf(errorSchema.safeParse(error).data ?? '');
}

function kindOf(error: z.output<typeof errorSchema> | string): ReportedKind {
  const words =
    typeof error === 'string' ? error : [error.code, error.type, error.status].join(' ');
  if (REFUSED.test(words)) return 'refused';
  return OVERLOADED.test(words) ? 'overloaded' : 'failed';
}
