import { createHash } from 'node:crypto';
import type { SoundChoice, TimeRange } from '#contracts/model';
import type { SpeakerHints } from '#domain';
import { GROUPING_RULES } from '#engines';

/** Everything that determines the voices in a chunk. */
export interface VoiceIdentity extends TimeRange {
  /** SHA-256 of the clip's bytes. */
  readonly sha256: string;
  /** `VoiceEngine.fingerprint` */
  readonly engine: string;
  readonly sound: SoundChoice;
}

/** The key of the stored voices of a chunk; equal inputs have equal keys, across tasks. */
export function voiceKey({ sha256, startMs, endMs, engine, sound }: VoiceIdentity): string {
  const { track, channel } = sound;
  return hashOf(['voices', sha256, startMs, endMs, engine, track, channel]);
}

/** The key of who speaks when. @param voices keys of the voices of all chunks, in order */
export function speakersKey(voices: readonly string[], hints: SpeakerHints): string {
  const { speakers = null, minSpeakers = null, maxSpeakers = null } = hints;
  return hashOf(['speakers', GROUPING_RULES, voices, speakers, minSpeakers, maxSpeakers]);
}

function hashOf(identity: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(identity)).digest('hex');
}
