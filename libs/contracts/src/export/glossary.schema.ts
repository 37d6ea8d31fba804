import { z } from 'zod';

/**
 * An entry of a glossary. The term alone has nothing that it sounds like, and is for all languages; exports
 * of earlier versions have no others.
 */
export const exportedEntrySchema = z.union([
  z.string(),
  z.strictObject({
    term: z.string(),
    soundsLike: z.array(z.string()),
    /** ISO 639; null for all. */
    language: z.string().nullable(),
  }),
]);
