import { z } from 'zod';
import { idSchema, ownerIdSchema, timestampSchema } from '../api/common.schema.ts';
import { CERTAINTIES } from '../model/facts.ts';
import { SIGNIFICANCES } from '../model/language.ts';
import { LEFT_OUT_REASONS } from '../model/summary-evidence.ts';
import { DEFAULT_TEMPLATE, SUMMARY_TEMPLATES } from '../model/summary-forms.ts';
import { SUMMARY_LANGUAGES } from '../model/summary-languages.ts';
import { headOf } from './file-head.ts';

const point = {
  text: z.string(),
  turnIds: z.array(z.string()),
  /** Segments of recorded turns. Exports of earlier versions have none; their points name turns. */
  segments: z
    .array(z.strictObject({ turnId: z.string(), segmentId: z.string(), startMs: z.number().int() }))
    .exactOptional(),
};
const pointSchema = z.strictObject(point);
/** Omitted where the engine has stated none. */
const certainty = z.enum(CERTAINTIES).optional();

const content = {
  overview: z.string(),
  /** Who took part; of minutes only. */
  attendees: z.array(z.string()).exactOptional(),
  /** Exports of earlier versions have none. */
  topics: z.array(z.string()).exactOptional(),
  keyPoints: z.array(pointSchema),
  decisions: z.array(z.strictObject({ ...point, certainty })),
  actionItems: z.array(
    z.strictObject({
      ...point,
      who: z.string().nullable(),
      when: z.string().nullable(),
      certainty,
    }),
  ),
};

const template = z.enum(SUMMARY_TEMPLATES);
const language = z.enum(SUMMARY_LANGUAGES).nullable();

export const exportedSummarySchema = z.strictObject({
  id: idSchema('summary'),
  conversationId: idSchema('conversation'),
  /** Revision of the text that was summarised. */
  revision: z.number().int(),
  ...content,
  turnCount: z.number().int(),
  engine: z.string(),
  /** What was left out, and how much of the text it draws on. Exports of earlier versions do not tell. */
  evidence: z
    .strictObject({
      leftOut: z.partialRecord(z.enum(LEFT_OUT_REASONS), z.number().int()),
      coverage: z.strictObject({
        turnsCited: z.number().int(),
        turnCount: z.number().int(),
        textShare: z.number(),
        thirds: z.tuple([z.number().int(), z.number().int(), z.number().int()]),
      }),
    })
    .nullable()
    .default(null),
  template: template.default(DEFAULT_TEMPLATE),
  language: language.default(null),
  createdAt: timestampSchema,
});
export type ExportedSummary = z.output<typeof exportedSummarySchema>;

/** What a person has made of a summary, all of it. */
export const exportedSummaryEditSchema = z.strictObject({
  id: idSchema('summaryEdit'),
  /** The summary that was edited. It may no longer exist. */
  base: z.strictObject({
    summaryId: idSchema('summary'),
    revision: z.number().int(),
    engine: z.string(),
    turnCount: z.number().int(),
    template,
    language,
    createdAt: timestampSchema,
  }),
  /** Null where a person has taken the newest summary again. */
  content: z.strictObject(content).nullable(),
  editedAt: timestampSchema,
});
export type ExportedSummaryEdit = z.output<typeof exportedSummaryEditSchema>;

/** `summaries.json`: all summaries of a conversation, oldest first, and what people have made of them. */
export const exportedSummariesSchema = z.strictObject({
  ...headOf('summaries'),
  summaries: z.array(exportedSummarySchema),
  /** Exports of earlier versions have none. */
  edits: z.array(exportedSummaryEditSchema).default([]),
});

export const exportedMemorySchema = z.strictObject({
  id: idSchema('memory'),
  ownerId: ownerIdSchema,
  conversationId: idSchema('conversation').nullable(),
  exchangeId: idSchema('exchange').nullable(),
  narrative: z.string(),
  /** Null when it is read from the conversation. */
  priorDialogue: z.array(z.strictObject({ speaker: z.string(), text: z.string() })).nullable(),
  significance: z.literal(SIGNIFICANCES).nullable(),
  /** Exports of earlier versions have none. */
  significanceValue: z.number().nullable().default(null),
  reason: z.string().nullable(),
  engine: z.string().nullable(),
  rubricVersion: z.string().nullable(),
  scoredAt: timestampSchema.nullable(),
  pinned: z.boolean(),
  autoPinned: z.boolean(),
  decidedByPerson: z.boolean(),
  createdAt: timestampSchema,
  editedAt: timestampSchema.nullable(),
  /** When its conversation was deleted without it. */
  keptAt: timestampSchema.optional(),
  /** What people have replaced, oldest first. */
  earlierNarratives: z.array(
    z.strictObject({ narrative: z.string(), replacedAt: timestampSchema }),
  ),
});
export type ExportedMemory = z.output<typeof exportedMemorySchema>;

/** `memories.json`: the memories of a conversation, or of an owner those of no conversation. */
export const exportedMemoriesSchema = z.strictObject({
  ...headOf('memories'),
  memories: z.array(exportedMemorySchema),
});

/** A line of `events.jsonl`: the change log of what is exported, without the work of exports. */
export const exportedEventSchema = z.strictObject({
  sequence: z.number().int(),
  type: z.string(),
  ownerId: ownerIdSchema,
  conversationId: z.string().nullable(),
  taskId: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
  createdAt: timestampSchema,
});
