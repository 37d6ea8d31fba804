import { z } from 'zod';
import { TRANSCRIPT_STYLES } from '../model/corrections.ts';
import { MOST_GLOSSARY_ENTRIES } from '../model/glossaries.ts';
import { DEFAULT_OWNER_ID } from '../model/ids.ts';
import {
  idSchema,
  ownerIdSchema,
  pageOf,
  pageQueryOf,
  timestampSchema,
  typedTextSchema,
} from './common.schema.ts';
import { clipSchema } from './clip.schema.ts';
import { spokenLanguageSchema } from './engine.schema.ts';
import { setSummaryStyleSchema, summaryStyleSchema } from './summary-style.schema.ts';
import { TASK_STATES } from '../tasks/task-states.ts';

const glossarySchema = z
  .array(typedTextSchema(100))
  .max(MOST_GLOSSARY_ENTRIES)
  .describe(
    'Names and terms in their correct spelling; corrections use it. Terms that it has already keep what they sound like (see `/glossaries`).',
  )
  .meta({ example: ['Kaito', 'Project Heron'] });

/** What corrections do with fillers, stutters and false starts. */
export const transcriptStyleSchema = z
  .enum(TRANSCRIPT_STYLES)
  .nullable()
  .describe(
    'What corrections do with fillers ("um"), stutters and false starts: `clean` takes them out, `verbatim` keeps every one. Null for the style of the project, or else of the installation.',
  );

/** What is spoken in the recordings of a conversation. */
const ownLanguageSchema = spokenLanguageSchema
  .nullable()
  .describe(
    'What is spoken in its recordings, as ISO 639-1; `auto` to detect it. Null for the language of the project, or else of the owner or the installation. It holds for recordings that are added from then on.',
  );

const titleSchema = typedTextSchema(200).meta({ example: 'Launch planning' });
const tagsSchema = z.array(typedTextSchema(50)).max(20);

/** Body of `POST /conversations`. */
export const createConversationSchema = z
  .object({
    title: titleSchema.default('Untitled conversation'),
    tags: tagsSchema.default([]),
    glossary: glossarySchema.default([]),
    transcriptStyle: transcriptStyleSchema.default(null),
    spokenLanguage: ownLanguageSchema.default(null),
    projectId: idSchema('project').nullable().default(null),
    ownerId: ownerIdSchema.default(DEFAULT_OWNER_ID),
  })
  .strict()
  .meta({ id: 'CreateConversation' });
export type CreateConversation = z.output<typeof createConversationSchema>;

/** Body of `PATCH /conversations/{id}`: fields that are left out stay unchanged. */
export const changeConversationSchema = z
  .object({
    title: titleSchema,
    tags: tagsSchema,
    glossary: glossarySchema,
    summaryStyle: setSummaryStyleSchema,
    projectId: idSchema('project').nullable().describe('Null takes it out of its project.'),
    transcriptStyle: transcriptStyleSchema,
    spokenLanguage: ownLanguageSchema,
    archived: z.boolean().describe('Whether it is put away: lists hide it, and searches find it.'),
  })
  .partial()
  .strict()
  .meta({ id: 'ChangeConversation' });
export type ChangeConversation = z.output<typeof changeConversationSchema>;

/** A conversation. */
export const conversationSchema = z
  .object({
    id: idSchema('conversation'),
    ownerId: ownerIdSchema,
    projectId: idSchema('project').nullable(),
    title: z.string(),
    tags: z.array(z.string()),
    glossary: z.array(z.string()).describe('The terms of its own glossary.'),
    transcriptStyle: transcriptStyleSchema,
    spokenLanguage: ownLanguageSchema,
    summaryStyle: summaryStyleSchema,
    revision: z.number().int().describe('Increases with every change of the text.'),
    summaryRevision: z
      .number()
      .int()
      .nullable()
      .describe('Revision of the latest summary; null before the first one.'),
    exchangeCount: z.number().int(),
    clipCount: z.number().int(),
    archivedAt: timestampSchema
      .nullable()
      .describe('When it was put away; null for one in the list.'),
    transcriptRemovedAt: timestampSchema
      .nullable()
      .describe('When a rule of retention has removed what was said; null while it is there.'),
    createdAt: timestampSchema,
    updatedAt: timestampSchema,
  })
  .meta({ id: 'Conversation' });
export type Conversation = z.output<typeof conversationSchema>;

/** A conversation with its clips, in order. */
export const conversationDetailSchema = conversationSchema
  .extend({ clips: z.array(clipSchema) })
  .meta({ id: 'ConversationDetail' });
export type ConversationDetail = z.output<typeof conversationDetailSchema>;

/** Where words of a search were said. */
export const foundPassageSchema = z
  .object({
    turnId: idSchema('turn'),
    segmentId: idSchema('segment'),
    speaker: z.string(),
    startMs: z
      .number()
      .int()
      .nullable()
      .describe('From the start of the recording; null for typed text.'),
    excerpt: z.string().describe('What was said there, shortened around the words.'),
  })
  .meta({ id: 'FoundPassage' });
export type FoundPassage = z.output<typeof foundPassageSchema>;

/** A conversation as returned in lists. */
export const listedConversationSchema = conversationSchema
  .extend({
    workState: z
      .enum(TASK_STATES)
      .nullable()
      .describe(
        'State of the work on it: that of an open task if there is one, else that of a task that needs attention. Null when it has no tasks.',
      ),
    found: foundPassageSchema
      .nullable()
      .describe(
        'The passage with most words of the search. Null without a search, and when its words are in the title and the tags only.',
      ),
  })
  .meta({ id: 'ListedConversation' });
export type ListedConversation = z.output<typeof listedConversationSchema>;

export const conversationPageSchema = pageOf(listedConversationSchema).meta({
  id: 'ConversationPage',
});
export type ConversationPage = z.output<typeof conversationPageSchema>;

/** Query of `GET /conversations`; newest first. */
export const conversationQuerySchema = pageQueryOf('conversation')
  .extend({
    ownerId: ownerIdSchema.optional(),
    projectId: idSchema('project').optional(),
    search: typedTextSchema(200)
      .optional()
      .describe(
        'Words that all occur in the title, the tags or what was said; those that were put away are found too.',
      ),
    archived: z
      .enum(['true', 'false'])
      .transform((text) => text === 'true')
      .optional()
      .describe('Whether those that are put away are listed; by default the others.'),
  })
  .meta({ id: 'ConversationQuery' });
export type ConversationQuery = z.output<typeof conversationQuerySchema>;
