import { z } from 'zod';
import { MOST_SOUNDS_LIKE } from '../model/glossaries.ts';
import { PASSAGE_OUTCOMES } from '../model/replacements.ts';
import {
  idSchema,
  ownerIdSchema,
  pageOf,
  pageQueryOf,
  timestampSchema,
  typedTextSchema,
} from './common.schema.ts';
import { glossaryLevelSchema, glossarySubjectSchema } from './glossary.schema.ts';
import { TASK_STATES } from '../tasks/task-states.ts';

const LONGEST_FORM = 100;

/** Body of `POST /replacements`. */
export const previewReplacementSchema = z
  .strictObject({
    level: glossaryLevelSchema.describe(
      'In which conversations: all of an owner or a project, or one.',
    ),
    id: glossarySubjectSchema,
    term: typedTextSchema(LONGEST_FORM)
      .describe('What is written instead.')
      .meta({ example: 'Kaito' }),
    forms: z
      .array(typedTextSchema(LONGEST_FORM))
      .max(MOST_SOUNDS_LIKE)
      .default([])
      .describe('What is replaced: whole words, in any case.')
      .meta({ example: ['Kyto'] }),
    capitals: z
      .boolean()
      .default(false)
      .describe('Whether the term is replaced too, where only its capitals differ.'),
  })
  .refine(({ forms, capitals }) => forms.length > 0 || capitals, {
    message: 'must not be empty, unless capitals are replaced',
    path: ['forms'],
  })
  .meta({ id: 'PreviewReplacement' });
export type PreviewReplacement = z.output<typeof previewReplacementSchema>;

const count = z.number().int();

const runSchema = z.object({ taskId: idSchema('task'), state: z.enum(TASK_STATES) }).nullable();

/** A replacement of words in what was said: its preview, and what has become of it. */
export const replacementSchema = z
  .object({
    id: idSchema('replacement'),
    ownerId: ownerIdSchema,
    level: glossaryLevelSchema,
    scopeId: z.string().describe('Id of the owner, project or conversation.'),
    term: z.string(),
    forms: z.array(z.string()),
    capitals: z.boolean(),
    conversationCount: count.describe(
      'Conversations with a passage; those in the bin do not count.',
    ),
    passageCount: count,
    counts: z
      .object({
        pending: count.describe('As in the preview.'),
        replaced: count.describe('Have the new text, as an edit by a person.'),
        changed: count.describe('Were another text than in the preview, and were left alone.'),
        undone: count.describe('Are as they were before.'),
        kept: count.describe(
          'Were changed after they were replaced, so the undoing left them alone.',
        ),
      })
      .describe('Passages by what has become of them.'),
    applied: runSchema.describe('The task that replaces; null before it is asked for.'),
    undone: runSchema.describe('The task that takes all of it back; null before it is asked for.'),
    createdAt: timestampSchema,
  })
  .meta({ id: 'Replacement' });
export type Replacement = z.output<typeof replacementSchema>;

/** A passage of a replacement. */
export const replacementPassageSchema = z
  .object({
    conversationId: idSchema('conversation'),
    title: z.string().describe('Of the conversation.'),
    turnId: idSchema('turn'),
    segmentId: idSchema('segment'),
    speaker: z.string(),
    before: z.string(),
    after: z.string(),
    outcome: z.enum(PASSAGE_OUTCOMES),
  })
  .meta({ id: 'ReplacementPassage' });
export type ReplacementPassage = z.output<typeof replacementPassageSchema>;

export const replacementPassagePageSchema = pageOf(replacementPassageSchema).meta({
  id: 'ReplacementPassagePage',
});
export type ReplacementPassagePage = z.output<typeof replacementPassagePageSchema>;

/** Query of `GET /replacements/{id}/passages`, in order of their segments. */
export const replacementPassageQuerySchema = pageQueryOf('segment').meta({
  id: 'ReplacementPassageQuery',
});
export type ReplacementPassageQuery = z.output<typeof replacementPassageQuerySchema>;
