import { z } from 'zod';
import { idSchema, timestampSchema } from '../api/common.schema.ts';

const milliseconds = z.number().int();
const label = z.string().min(1);
/** Of float32. */
const VALUE_BYTES = 4;
/** Base64 of 4,096 values; no network has as many. */
const LONGEST_EMBEDDING = 22_000;

/** What a person has decided about a speaker: a name, or whose passages are. */
export const exportedSpeakerChangeSchema = z.strictObject({
  id: idSchema('speakerChange'),
  from: z.string(),
  to: z.string(),
  /** Whom a name is for: labels of voices, and names that were given with turns. */
  bases: z.array(label),
  /** The recording of which passages were given to somebody; null for a name. */
  clipId: idSchema('clip').nullable(),
  passages: z
    .array(z.strictObject({ startMs: milliseconds, endMs: milliseconds, label }))
    .nullable(),
  /** The label that the passages have then. */
  toLabel: label.nullable(),
  createdAt: timestampSchema,
  undoneAt: timestampSchema.nullable(),
});
export type ExportedSpeakerChange = z.output<typeof exportedSpeakerChangeSchema>;

/** A voice that a person has named. */
export const exportedVoiceProfileSchema = z.strictObject({
  id: idSchema('voiceProfile'),
  clipId: idSchema('clip'),
  voiceLabel: label,
  name: z.string().min(1),
  /** The network and its version. */
  engine: z.string(),
  /** The middle of the voice, of length 1: little-endian float32 in base64. */
  embedding: z.base64().max(LONGEST_EMBEDDING).refine(isEmbedding, 'is no embedding'),
  windowCount: z.number().int().min(1),
  createdAt: timestampSchema,
});
export type ExportedVoiceProfile = z.output<typeof exportedVoiceProfileSchema>;

/** A name of which a person has said that a voice does not have it. */
export const exportedRejectedNameSchema = z.strictObject({
  voiceLabel: label,
  name: z.string().min(1),
  createdAt: timestampSchema,
});
export type ExportedRejectedName = z.output<typeof exportedRejectedNameSchema>;

/** Whether it is a vector with a direction. */
function isEmbedding(base64: string): boolean {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length === 0 || bytes.length % VALUE_BYTES !== 0) return false;
  const values = Array.from({ length: bytes.length / VALUE_BYTES }, (_, at) =>
    bytes.readFloatLE(at * VALUE_BYTES),
  );
  return values.every(Number.isFinite) && values.some((value) => value !== 0);
}
