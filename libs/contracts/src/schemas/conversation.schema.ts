import { z } from 'zod';
import {
  DEFAULT_OWNER_ID,
  idSchema,
  ownerIdSchema,
  pageOf,
  pageQuerySchema,
  timestampSchema,
  typedTextSchema,
} from './common.schema.ts';
import { clipSchema } from './clip.schema.ts';

/** Body of `POST /conversations`. */
export const createConversationSchema = z
  .object({
    title: typedTextSchema(200)
      .default('Untitled conversation')
      .meta({ example: 'Launch planning' }),
    tags: z.array(typedTextSchema(50)).max(20).default([]),
    ownerId: ownerIdSchema.default(DEFAULT_OWNER_ID),
  })
  .strict()
  .meta({ id: 'CreateConversation' });
export type CreateConversation = z.output<typeof createConversationSchema>;

/** A conversation as lists show it. */
export const conversationSchema = z
  .object({
    id: idSchema('conversation'),
    ownerId: ownerIdSchema,
    title: z.string(),
    tags: z.array(z.string()),
    revision: z.number().int().describe('Grows with every change of the text.'),
    clipCount: z.number().int(),
    createdAt: timestampSchema,
    updatedAt: timestampSchema,
  })
  .meta({ id: 'Conversation' });
export type Conversation = z.output<typeof conversationSchema>;

/** A conversation with its clips, in their order. */
export const conversationDetailSchema = conversationSchema
  .extend({ clips: z.array(clipSchema) })
  .meta({ id: 'ConversationDetail' });
export type ConversationDetail = z.output<typeof conversationDetailSchema>;

export const conversationPageSchema = pageOf(conversationSchema).meta({ id: 'ConversationPage' });
export type ConversationPage = z.output<typeof conversationPageSchema>;

/** Query of `GET /conversations`; the newest come first. */
export const conversationQuerySchema = pageQuerySchema
  .extend({ ownerId: ownerIdSchema.optional() })
  .meta({ id: 'ConversationQuery' });
export type ConversationQuery = z.output<typeof conversationQuerySchema>;
