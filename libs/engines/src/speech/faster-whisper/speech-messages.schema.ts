import { z } from 'zod';

const milliseconds = z.number().int().nonnegative();
const probability = z.number().min(0).max(1);

const word = z.object({
  startMs: milliseconds,
  endMs: milliseconds,
  text: z.string(),
  confidence: probability,
});

const segment = z.object({
  startMs: milliseconds,
  endMs: milliseconds,
  text: z.string(),
  words: z.array(word),
  confidence: probability,
  language: z.string().exactOptional(),
});

/** Everything that determines a transcript; the process reports it once its model is loaded. */
export const engineDetailsSchema = z.record(z.string(), z.union([z.string(), z.number()]));

/** One message of the speech process: one line of its standard output. */
export const speechMessageSchema = z.discriminatedUnion('event', [
  z.object({ event: z.literal('ready'), details: engineDetailsSchema }),
  z.object({ event: z.literal('unavailable'), message: z.string() }),
  z.object({ event: z.literal('beat') }),
  z.object({ event: z.literal('alive'), id: z.number() }),
  z.object({ event: z.literal('segment'), id: z.number(), segment }),
  z.object({ event: z.literal('result'), id: z.number(), value: z.unknown() }),
  z.object({ event: z.literal('error'), id: z.number(), code: z.string(), message: z.string() }),
  z.object({ event: z.literal('cancelled'), id: z.number() }),
]);

/** The answer to `probe`. */
export const probeSchema = z.object({
  container: z.string(),
  codec: z.string(),
  channels: z.number().int(),
  sampleRateHz: z.number().int(),
  durationMs: milliseconds.nullable(),
  hasVideo: z.boolean(),
  track: z.number().int(),
  tracks: z.array(
    z.object({
      number: z.number().int(),
      codec: z.string().nullable(),
      channels: z.number().int(),
      language: z.string().nullable(),
      title: z.string().nullable(),
    }),
  ),
  channelsUnrelated: z.boolean(),
});

/** The answer to `plan`. */
export const stretchSchema = z.object({
  chunks: z.array(
    z.object({ startMs: milliseconds, endMs: milliseconds, overlapsPrevious: z.boolean() }),
  ),
  nextFromMs: milliseconds.nullable(),
  readToMs: milliseconds,
  truncated: z.boolean(),
  hasMoreBytes: z.boolean(),
});

/** The answer to `transcribe`; the segments are sent before it, one message each. */
export const transcribedSchema = z.object({
  language: z.string(),
  otherLanguage: z.string().nullable(),
});

/** The answer to `encode`; `audio` is in base64. */
export const encodedSchema = z.object({ audio: z.base64(), durationMs: milliseconds });

const timeRange = z.object({ startMs: milliseconds, endMs: milliseconds });

/** The answer to `voices`; `embeddings` is little-endian float32 in base64, one after the other. */
export const voicesSchema = z.object({
  regions: z.array(timeRange),
  overlaps: z.array(timeRange),
  windows: z.array(timeRange),
  embeddingSize: z.number().int().positive(),
  embeddings: z.string(),
});

export type EngineDetails = z.output<typeof engineDetailsSchema>;
export type SpeechMessage = z.output<typeof speechMessageSchema>;
/** A message that belongs to one call. */
export type CallMessage = Extract<SpeechMessage, { id: number }>;
