import { z } from 'zod';
import { RENAME_OUTCOMES } from '../model/speaker-renames.ts';
import { TASK_STATES } from '../tasks/task-states.ts';
import { speakerSchema } from './clip.schema.ts';
import { idSchema, ownerIdSchema, pageOf, pageQueryOf, timestampSchema } from './common.schema.ts';

/** Body of `POST /speaker-renames`. */
export const previewSpeakerRenameSchema = z
  .strictObject({
    ownerId: ownerIdSchema.describe('In whose conversations.'),
    from: speakerSchema.describe('What somebody is called there now.'),
    to: speakerSchema.describe('What they are called from then on.').meta({ example: 'Ada King' }),
  })
  .refine(({ from, to }) => from !== to, { message: 'must be another name', path: ['to'] })
  .meta({ id: 'PreviewSpeakerRename' });
export type PreviewSpeakerRename = z.output<typeof previewSpeakerRenameSchema>;

const count = z.number().int();

const runSchema = z.object({ taskId: idSchema('task'), state: z.enum(TASK_STATES) }).nullable();

/** A renaming in all conversations of an owner: its preview, and what has become of it. */
export const speakerRenameSchema = z
  .object({
    id: idSchema('speakerRename'),
    ownerId: ownerIdSchema,
    from: z.string(),
    to: z.string(),
    conversationCount: count.describe(
      'Conversations in which somebody had the name; those in the bin do not count.',
    ),
    counts: z
      .object({
        pending: count.describe('As in the preview.'),
        renamed: count.describe('Have the new name, as a decision by a person.'),
        taken: count.describe('Somebody else there has the new name, so they are left alone.'),
        gone: count.describe('Nobody there had the old name any more.'),
        undone: count.describe('Are as they were before.'),
      })
      .describe('Conversations by what has become of them.'),
    applied: runSchema.describe('The task that renames; null before it is asked for.'),
    undone: runSchema.describe('The task that takes all of it back; null before it is asked for.'),
    createdAt: timestampSchema,
  })
  .meta({ id: 'SpeakerRename' });
export type SpeakerRename = z.output<typeof speakerRenameSchema>;

/** A conversation of a renaming. */
export const renamedConversationSchema = z
  .object({
    conversationId: idSchema('conversation'),
    title: z.string(),
    outcome: z.enum(RENAME_OUTCOMES),
  })
  .meta({ id: 'RenamedConversation' });
export type RenamedConversation = z.output<typeof renamedConversationSchema>;

export const renamedConversationPageSchema = pageOf(renamedConversationSchema).meta({
  id: 'RenamedConversationPage',
});
export type RenamedConversationPage = z.output<typeof renamedConversationPageSchema>;

/** Query of `GET /speaker-renames/{id}/conversations`, in order of their ids. */
export const renamedConversationQuerySchema = pageQueryOf('conversation').meta({
  id: 'RenamedConversationQuery',
});
export type RenamedConversationQuery = z.output<typeof renamedConversationQuerySchema>;
