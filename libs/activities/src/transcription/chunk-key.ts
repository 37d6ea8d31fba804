import { createHash } from 'node:crypto';
import type { SoundChoice } from '#contracts/model';

/** Everything that determines the result of decoding a chunk. */
export interface ChunkIdentity {
  /** SHA-256 of the clip's bytes. */
  readonly sha256: string;
  readonly startMs: number;
  readonly endMs: number;
  /** `SpeechEngine.fingerprint` */
  readonly engine: string;
  readonly language: string | null;
  /** What of the recording is listened to. */
  readonly sound: SoundChoice;
}

/** The key of the stored result of a chunk; equal inputs have equal keys, across tasks. */
export function chunkKey(chunk: ChunkIdentity): string {
  const { sha256, startMs, endMs, engine, language, sound } = chunk;
  const { track, channel } = sound;
  const identity = JSON.stringify([sha256, startMs, endMs, engine, language, track, channel]);
  return createHash('sha256').update(identity).digest('hex');
}
