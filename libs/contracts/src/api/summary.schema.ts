import { z } from 'zod';
import { CERTAINTIES } from '../model/facts.ts';
import { ACTION_ITEM_STATES } from '../model/language.ts';
import { LEFT_OUT_REASONS } from '../model/summary-evidence.ts';
import { SUMMARY_LANGUAGES } from '../model/summary-languages.ts';
import { idSchema, timestampSchema } from './common.schema.ts';
import { summaryTemplateSchema } from './summary-style.schema.ts';

/** A segment of a recording that a point of a summary is based on. */
export const citedSegmentSchema = z
  .object({
    turnId: idSchema('turn'),
    segmentId: idSchema('segment').describe(
      'It may no longer exist: a recording that is transcribed again has other segments.',
    ),
    startMs: z.number().int().describe('Where it is heard: from the start of the clip.'),
  })
  .meta({ id: 'CitedSegment' });

const pointShape = {
  text: z.string(),
  turnIds: z.array(z.string()).describe('The turns that it is based on, in order.'),
  segments: z
    .array(citedSegmentSchema)
    .describe(
      'The segments of recorded turns that it is based on, in order. Typed turns are in `turnIds` only.',
    ),
};

export const summaryPointSchema = z.object(pointShape).meta({ id: 'SummaryPoint' });

const certainty = z
  .enum(CERTAINTIES)
  .describe(
    '`certain`: it was stated, promised or accepted; `possible`: it was only meant, proposed or asked for.',
  );

export const decisionSchema = z.object({ ...pointShape, certainty }).meta({ id: 'Decision' });

export const actionItemSchema = z
  .object({
    ...pointShape,
    certainty,
    who: z
      .string()
      .nullable()
      .describe('Who is responsible for it; null when the conversation does not say.'),
    when: z
      .string()
      .nullable()
      .describe('When it is due, in the words of the conversation; null when it does not say.'),
  })
  .meta({ id: 'ActionItem' });

const actionItemState = z
  .enum(ACTION_ITEM_STATES)
  .describe('`open`, or what a person has decided: `done`, or `removed`, which is not listed.');

/** An action item in the list of a conversation. */
export const listedActionItemSchema = z
  .object({
    ...actionItemSchema.shape,
    id: z.string().describe('Identifies the item within its conversation.'),
    state: actionItemState,
  })
  .meta({ id: 'ListedActionItem' });
export type ListedActionItem = z.output<typeof listedActionItemSchema>;

/** The action items of a conversation with what people have decided of them. */
export const actionItemListSchema = z
  .object({ items: z.array(listedActionItemSchema) })
  .meta({ id: 'ActionItemList' });
export type ActionItemList = z.output<typeof actionItemListSchema>;

export const markActionItemSchema = z
  .strictObject({ state: actionItemState })
  .meta({ id: 'MarkActionItem' });
export type MarkActionItem = z.output<typeof markActionItemSchema>;

/** What was left out of a summary. */
const leftOutSchema = z
  .object({
    count: z.number().int().describe('Number of statements.'),
    reasons: z
      .partialRecord(z.enum(LEFT_OUT_REASONS), z.number().int())
      .describe(
        '`name`, `number`, `date`: one that is not said where it is spoken of; `negation`: the opposite is said; `not_said`: nothing of the kind is.',
      ),
  })
  .meta({ id: 'LeftOutStatements' });

/** How much of a conversation its summary draws on. */
const coverageSchema = z
  .object({
    turnsCited: z.number().int(),
    turnCount: z.number().int(),
    textShare: z
      .number()
      .describe('Share of the text in cited segments and typed turns, from 0 to 1.'),
    thirds: z
      .tuple([z.number().int(), z.number().int(), z.number().int()])
      .describe('Number of points that cite the first, second and last third of the text.'),
  })
  .meta({ id: 'SummaryCoverage' });

/** What a summary was made from, and by what. */
const madeShape = {
  id: idSchema('summary'),
  revision: z.number().int().describe('Revision of the text that was summarised.'),
  engine: z.string(),
  createdAt: timestampSchema,
};

/** Summary of a conversation at one revision of its text. */
export const summarySchema = z
  .object({
    ...madeShape,
    conversationId: idSchema('conversation'),
    current: z.boolean().describe('Whether the text is unchanged since then.'),
    template: summaryTemplateSchema,
    language: z
      .enum(SUMMARY_LANGUAGES)
      .nullable()
      .describe('Of the conversation and of the summary; null when it is another or unknown.'),
    overview: z.string(),
    attendees: z.array(z.string()).describe('Who took part; in minutes only.'),
    topics: z.array(z.string()),
    keyPoints: z.array(summaryPointSchema),
    decisions: z.array(decisionSchema),
    actionItems: z.array(actionItemSchema),
    turnCount: z.number().int().describe('Number of turns covered: all that had text at the time.'),
    leftOut: leftOutSchema
      .nullable()
      .describe(
        'What the engine stated and the conversation does not bear out. Null for edited summaries, and for those of earlier versions.',
      ),
    coverage: coverageSchema.nullable().describe('Null where `leftOut` is.'),
    editedAt: timestampSchema
      .nullable()
      .describe('When a person last edited it; null for a summary as it was made.'),
    newer: z
      .object(madeShape)
      .nullable()
      .describe('A summary that was made after the one that was edited; null for none.'),
    taskId: idSchema('task'),
  })
  .meta({ id: 'Summary' });
export type Summary = z.output<typeof summarySchema>;
