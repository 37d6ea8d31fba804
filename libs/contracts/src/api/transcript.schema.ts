import { z } from 'zod';
import { TRANSCRIPT_TEXT_FORMATS } from '../model/transcript-formats.ts';
import { TASK_STATES } from '../tasks/task-states.ts';
import { idSchema, timestampSchema } from './common.schema.ts';
import { speakerSchema } from './clip.schema.ts';
import { turnTextSchema } from './turn-text.schema.ts';

/** Formats of a transcript: JSON, or one of the text formats. */
const TRANSCRIPT_FORMATS = ['json', ...TRANSCRIPT_TEXT_FORMATS] as const;
export type TranscriptFormat = (typeof TRANSCRIPT_FORMATS)[number];

/** The layers of a segment's text, from the lowest to the highest. */
export const TEXT_LAYERS = ['raw', 'corrected', 'edited'] as const;
export type TextLayer = (typeof TEXT_LAYERS)[number];

export const transcriptQuerySchema = z
  .object({ format: z.enum(TRANSCRIPT_FORMATS).default('json') })
  .meta({ id: 'TranscriptQuery' });
export type TranscriptQuery = z.output<typeof transcriptQuerySchema>;

export const transcriptWordSchema = z
  .object({
    startMs: z.number().int(),
    endMs: z.number().int(),
    text: z.string(),
    confidence: z.number().min(0).max(1).describe('Probability, as the engine states it.'),
    overlap: z
      .literal(true)
      .exactOptional()
      .describe('Where two voices speak at once: it may be a word of somebody else.'),
  })
  .meta({ id: 'TranscriptWord' });

export const textLayersSchema = z
  .object({
    raw: z.string().describe('As typed, or as transcribed by the engine.'),
    corrected: z.string().nullable().describe('Null when nothing was corrected.'),
    edited: z.string().nullable().describe('As edited by a person; null without an edit.'),
  })
  .meta({ id: 'TextLayers' });

export const transcriptSegmentSchema = z
  .object({
    id: idSchema('segment'),
    startMs: z.number().int().describe('From the start of the clip; 0 in a typed turn.'),
    endMs: z.number().int(),
    text: z.string().describe('The highest layer present: edited, corrected or raw.'),
    layer: z.enum(TEXT_LAYERS),
    layers: textLayersSchema,
    refusedChanges: z
      .number()
      .int()
      .describe('How many changes its latest correction was refused; `corrections` says why.'),
    confidence: z.number().min(0).max(1),
    language: z
      .string()
      .nullable()
      .describe(
        'ISO 639-1, as which it was heard, detected for each chunk of a recording unless the task names one. Null when it was typed, transcribed by an earlier version, or imported from where it was not known.',
      ),
    words: z.array(transcriptWordSchema),
  })
  .meta({ id: 'TranscriptSegment' });

export const transcriptTurnSchema = z
  .object({
    turnId: idSchema('turn'),
    exchangeId: idSchema('exchange'),
    clipId: idSchema('clip')
      .nullable()
      .describe(
        'The recording in which the turn is heard; several turns that were imported may share one. Null when the turn was typed.',
      ),
    recordingId: idSchema('clip')
      .nullable()
      .describe(
        'The clip that was uploaded. Turns with the same one are the channels or tracks of one recording, or were imported with it, and begin together.',
      ),
    speaker: speakerSchema,
    durationMs: z.number().int().nullable(),
    taskState: z.enum(TASK_STATES).nullable(),
    earlierVersions: z
      .number()
      .int()
      .describe('Number of earlier versions of its text that are kept.'),
    segments: z.array(transcriptSegmentSchema),
  })
  .meta({ id: 'TranscriptTurn' });

/** Everything that was said in a conversation, turn by turn. */
export const transcriptSchema = z
  .object({
    conversationId: idSchema('conversation'),
    title: z.string(),
    ownerId: z.string(),
    tags: z.array(z.string()),
    revision: z.number().int(),
    createdAt: timestampSchema,
    complete: z
      .boolean()
      .describe('False while a turn is being transcribed, or when its transcription has failed.'),
    turns: z.array(transcriptTurnSchema),
  })
  .meta({ id: 'Transcript' });
export type Transcript = z.output<typeof transcriptSchema>;
export type TranscriptTurn = z.output<typeof transcriptTurnSchema>;
export type TranscriptSegment = z.output<typeof transcriptSegmentSchema>;

/** Body of `PATCH /conversations/{id}/segments/{segmentId}`. */
export const editSegmentSchema = z
  .object({
    text: turnTextSchema()
      .nullable()
      .describe('The text to show instead; null removes the edit.')
      .meta({ example: 'Kaito starts the launch on Monday.' }),
  })
  .strict()
  .meta({ id: 'EditSegment' });
export type EditSegment = z.output<typeof editSegmentSchema>;

/** Answer to an edit. */
export const editedSegmentSchema = z
  .object({
    revision: z.number().int().describe('Of the conversation, including the edit.'),
    segment: transcriptSegmentSchema,
  })
  .meta({ id: 'EditedSegment' });
export type EditedSegment = z.output<typeof editedSegmentSchema>;
