import { z } from 'zod';
import { GLOSSARY_LEVELS, MOST_GLOSSARY_ENTRIES, MOST_SOUNDS_LIKE } from '../model/glossaries.ts';
import {
  idSchema,
  ownerIdSchema,
  pageOf,
  pageQueryOf,
  timestampSchema,
  typedTextSchema,
} from './common.schema.ts';
import { SPOKEN_LANGUAGES } from '../model/spoken-languages.ts';

const CODES: ReadonlySet<string> = new Set(SPOKEN_LANGUAGES);
const LONGEST_TERM = 100;

/** What a glossary belongs to. */
export const glossaryLevelSchema = z.enum(GLOSSARY_LEVELS);

/** Id of an owner, a project or a conversation. */
export const glossarySubjectSchema = ownerIdSchema.describe(
  'Id of the owner, project or conversation.',
);

/** Identifies an entry within its glossary. */
export const glossaryEntryIdSchema = z
  .string()
  .regex(/^gle_[0-9a-f]{24}$/)
  .meta({ example: 'gle_5f0a6b1c2d3e4f5061728394' });

const entryFields = {
  term: typedTextSchema(LONGEST_TERM)
    .describe('A name or term in its correct spelling.')
    .meta({ example: 'Kaito' }),
  soundsLike: z
    .array(typedTextSchema(LONGEST_TERM))
    .max(MOST_SOUNDS_LIKE)
    .describe('Other spellings in which it was heard; corrections replace them by the term.')
    .meta({ example: ['Kyto', 'key toe'] }),
  language: z
    .string()
    .refine((code) => CODES.has(code), 'must be a known code of ISO 639-1')
    .nullable()
    .describe('Only for texts in this language, as ISO 639-1; null for all.')
    .meta({ example: null }),
};

/** An entry as it is sent. */
export const setGlossaryEntrySchema = z
  .strictObject({
    ...entryFields,
    soundsLike: entryFields.soundsLike.default([]),
    language: entryFields.language.default(null),
  })
  .meta({ id: 'SetGlossaryEntry' });
export type SetGlossaryEntry = z.output<typeof setGlossaryEntrySchema>;

/** Body of `POST /glossaries/{level}/{id}/entries`. */
export const addGlossaryEntriesSchema = z
  .strictObject({ entries: z.array(setGlossaryEntrySchema).min(1).max(MOST_GLOSSARY_ENTRIES) })
  .meta({ id: 'AddGlossaryEntries' });
export type AddGlossaryEntries = z.output<typeof addGlossaryEntriesSchema>;

/** An entry of a glossary. */
export const glossaryEntrySchema = z
  .object({
    id: z
      .string()
      .describe('Identifies the entry within its glossary; that of another term is another one.'),
    term: z.string(),
    soundsLike: z.array(z.string()),
    language: z.string().nullable(),
  })
  .meta({ id: 'GlossaryEntry' });
export type GlossaryEntryView = z.output<typeof glossaryEntrySchema>;

/** The glossary of an owner, a project or a conversation. */
export const glossarySchema = z
  .object({
    level: glossaryLevelSchema,
    id: z.string().describe('Id of the owner, project or conversation.'),
    ownerId: ownerIdSchema,
    entries: z.array(glossaryEntrySchema),
    changedAt: timestampSchema.nullable().describe('Null for one that was never changed.'),
  })
  .meta({ id: 'Glossary' });
export type Glossary = z.output<typeof glossarySchema>;

/** An entry by which a conversation is corrected, with the glossary that it is from. */
export const effectiveEntrySchema = glossaryEntrySchema
  .extend({ level: glossaryLevelSchema.describe('Of the glossary that has the entry.') })
  .meta({ id: 'EffectiveGlossaryEntry' });

/** The glossary by which a conversation is corrected. */
export const effectiveGlossarySchema = z
  .object({ entries: z.array(effectiveEntrySchema) })
  .meta({ id: 'EffectiveGlossary' });
export type EffectiveGlossary = z.output<typeof effectiveGlossarySchema>;

/** A conversation that was corrected before its glossary was changed. */
export const outdatedConversationSchema = z
  .object({
    conversationId: idSchema('conversation'),
    title: z.string(),
    passages: z
      .number()
      .int()
      .describe('Segments in which a form of an entry is that was not corrected.'),
  })
  .meta({ id: 'OutdatedConversation' });
export type OutdatedConversation = z.output<typeof outdatedConversationSchema>;

export const outdatedConversationPageSchema = pageOf(outdatedConversationSchema).meta({
  id: 'OutdatedConversationPage',
});
export type OutdatedConversationPage = z.output<typeof outdatedConversationPageSchema>;

/** Query of `GET /glossaries/{level}/{id}/outdated`; newest conversations first. */
export const outdatedConversationQuerySchema = pageQueryOf('conversation').meta({
  id: 'OutdatedConversationQuery',
});
export type OutdatedConversationQuery = z.output<typeof outdatedConversationQuerySchema>;
