import { z } from 'zod';
import { idSchema, ownerIdSchema, timestampSchema } from '../api/common.schema.ts';
import {
  CORRECTION_REFUSALS,
  CORRECTION_RULES,
  SPAN_OUTCOMES,
  TRANSCRIPT_STYLES,
} from '../model/corrections.ts';
import { CERTAINTIES } from '../model/facts.ts';
import { ACTION_ITEM_MARKS } from '../model/language.ts';
import {
  exportedRejectedNameSchema,
  exportedSpeakerChangeSchema,
  exportedVoiceProfileSchema,
} from './speakers.schema.ts';
import { exportedSummaryStyleSchema } from './summary-style.schema.ts';
import { headOf } from './file-head.ts';
import { exportedEntrySchema } from './glossary.schema.ts';
import { sha256Schema } from './manifest.schema.ts';
import { exportedLanguageSchema } from './spoken-language.schema.ts';

const milliseconds = z.number().int();
const confidence = z.number();

/** A word that an engine heard, with its time from the start of the clip. */
const wordSchema = z.strictObject({
  startMs: milliseconds,
  endMs: milliseconds,
  text: z.string(),
  confidence,
  /** Where two voices speak at once; left out elsewhere, and by version 1. */
  overlap: z.literal(true).exactOptional(),
});

/** A timed text with its layers: `raw` as it was heard or typed, and what replaced it. */
const layeredTextSchema = z.strictObject({
  ...{ startMs: milliseconds, endMs: milliseconds },
  ...{ raw: z.string(), corrected: z.string().nullable(), edited: z.string().nullable() },
  confidence,
  words: z.array(wordSchema),
});

export const exportedExchangeSchema = z.strictObject({
  id: idSchema('exchange'),
  createdAt: timestampSchema,
});
export type ExportedExchange = z.output<typeof exportedExchangeSchema>;

export const exportedTurnSchema = z.strictObject({
  id: idSchema('turn'),
  exchangeId: idSchema('exchange'),
  speaker: z.string(),
  /** The label that its voice got; left out when no voice told who speaks, and by version 1. */
  voiceLabel: z.string().exactOptional(),
  /** The name that was given with it, where somebody has decided on another one. */
  givenSpeaker: z.string().exactOptional(),
  createdAt: timestampSchema,
});
export type ExportedTurn = z.output<typeof exportedTurnSchema>;

export const exportedClipSchema = z.strictObject({
  id: idSchema('clip'),
  turnId: idSchema('turn'),
  /** As it was uploaded. */
  fileName: z.string(),
  /** Where the recording is, from the folder of the conversation. */
  path: z.string(),
  sizeBytes: z.number().int(),
  sha256: sha256Schema,
  durationMs: milliseconds.nullable(),
  container: z.string().nullable(),
  codec: z.string().nullable(),
  channels: z.number().int().nullable(),
  sampleRateHz: z.number().int().nullable(),
  createdAt: timestampSchema,
});
export type ExportedClip = z.output<typeof exportedClipSchema>;

export const exportedSegmentSchema = layeredTextSchema.extend({
  id: idSchema('segment'),
  turnId: idSchema('turn'),
  clipId: idSchema('clip').nullable(),
  position: z.number().int(),
  /** ISO 639-1, as which it was heard; left out when that is not known, and by version 1. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .exactOptional(),
});
export type ExportedSegment = z.output<typeof exportedSegmentSchema>;

export const exportedCorrectionSchema = z.strictObject({
  segmentId: idSchema('segment'),
  position: z.number().int(),
  engine: z.string(),
  /** The rule that allowed it; null when it was refused. */
  rule: z.enum(CORRECTION_RULES).nullable(),
  /** Exports of earlier versions have changes that were taken, and do not tell where. */
  outcome: z.enum(SPAN_OUTCOMES).optional(),
  reason: z.enum(CORRECTION_REFUSALS).nullable().optional(),
  startIndex: z.number().int().nullable().optional(),
  endIndex: z.number().int().nullable().optional(),
  before: z.string(),
  after: z.string(),
  createdAt: timestampSchema,
});
export type ExportedCorrection = z.output<typeof exportedCorrectionSchema>;

/** An earlier text of a turn. */
export const exportedVersionSchema = z.strictObject({
  id: idSchema('version'),
  turnId: idSchema('turn'),
  clipId: idSchema('clip').nullable(),
  /** Last revision that had this text. */
  revision: z.number().int(),
  /** Each says who spoke, where turns of several speakers have become one. */
  segments: z.array(layeredTextSchema.extend({ speaker: z.string().exactOptional() })),
  createdAt: timestampSchema,
});
export type ExportedVersion = z.output<typeof exportedVersionSchema>;

/** An action item that a person has ticked or removed, as it was then. */
export const exportedItemMarkSchema = z.strictObject({
  /** The first turn that the item rests on. */
  turnId: idSchema('turn'),
  mark: z.enum(ACTION_ITEM_MARKS),
  text: z.string(),
  who: z.string().nullable(),
  when: z.string().nullable(),
  /** Omitted where the engine has stated none. */
  certainty: z.enum(CERTAINTIES).optional(),
  markedAt: timestampSchema,
});
export type ExportedItemMark = z.output<typeof exportedItemMarkSchema>;

/**
 * `conversation.json`: a conversation with all of its text. Each element of a list is a line of its
 * own, so that a reader need not hold the whole file.
 */
export const exportedConversationSchema = z.strictObject({
  ...headOf('conversation'),
  conversation: z.strictObject({
    id: idSchema('conversation'),
    ownerId: ownerIdSchema,
    projectId: idSchema('project').nullable(),
    title: z.string(),
    tags: z.array(z.string()),
    glossary: z.array(exportedEntrySchema),
    /** That of its project or installation when it is null or left out. */
    transcriptStyle: z.enum(TRANSCRIPT_STYLES).nullable().optional(),
    /** Left out when nothing is set. Exports from before it was added have none. */
    spokenLanguage: exportedLanguageSchema.exactOptional(),
    summaryStyle: exportedSummaryStyleSchema,
    revision: z.number().int(),
    /** Exports of earlier versions do not tell. */
    archivedAt: timestampSchema.nullable().optional(),
    createdAt: timestampSchema,
    updatedAt: timestampSchema,
  }),
  exchanges: z.array(exportedExchangeSchema),
  turns: z.array(exportedTurnSchema),
  clips: z.array(exportedClipSchema),
  segments: z.array(exportedSegmentSchema),
  corrections: z.array(exportedCorrectionSchema),
  versions: z.array(exportedVersionSchema),
  /** Exports of earlier versions have none. */
  actionItemMarks: z.array(exportedItemMarkSchema).optional(),
  /** What people have decided about speakers, oldest first. Exports of version 1 have none, as of what follows. */
  speakerChanges: z.array(exportedSpeakerChangeSchema).optional(),
  voiceProfiles: z.array(exportedVoiceProfileSchema).optional(),
  rejectedNames: z.array(exportedRejectedNameSchema).optional(),
});
export type ExportedConversation = z.output<typeof exportedConversationSchema>;
