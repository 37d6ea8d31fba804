import type { VoiceWindow } from '#contracts/model';
import { cosine, meanDirection, unit } from './unit-vectors.ts';

/** A shorter sound says too little of a voice: four windows are about four seconds of speech. */
export const FEWEST_WINDOWS = 4;

/** Windows of a voice begin that long after each other. */
export const WINDOW_STEP_MS = 750;

/**
 * Least cosine at which a name is suggested: above every pair of two committed voices (at most 0.41). `npm run eval --
 * voices` shows how many false suggestions and missed voices that means.
 */
export const LEAST_COSINE = 0.45;

/**
 * The cosine at which it is taken to be as likely one voice as two: the default threshold that is known of the Chinese
 * sister of the network.
 */
const EVEN_COSINE = 0.31;
/**
 * How fast certainty grows with the cosine. Less than half of what would fit the committed voices: they are few, and recorded
 * with little noise.
 */
const STEEPNESS = 12;
/** Nothing is certain about a voice. */
const MOST_CERTAIN = 0.99;

/** A voice that somebody has named. */
export interface VoiceProfile {
  readonly id: string;
  readonly name: string;
  /** The network; embeddings of two networks have nothing in common. */
  readonly engine: string;
  readonly embedding: Float32Array;
}

/** A voice of a conversation that has no name. */
export interface UnnamedVoice {
  readonly voiceLabel: string;
  readonly engine: string;
  readonly windows: readonly VoiceWindow[];
}

/** A name that a voice may have. */
export interface VoiceSuggestion {
  readonly voiceLabel: string;
  readonly name: string;
  readonly profileId: string;
  /** Between 0 and 1. */
  readonly certainty: number;
}

/** A name that somebody has said a voice does not have. */
export interface RejectedName {
  readonly voiceLabel: string;
  readonly name: string;
}

/** The middle of a voice, of length 1; `null` where too little of it was heard. */
export function voiceCentroid(windows: readonly VoiceWindow[]): Float32Array | null {
  if (windows.length < FEWEST_WINDOWS) return null;
  return meanDirection(windows.map(({ embedding }) => unit(embedding)));
}

/**
 * How certain it is that two voices are one, as a logistic function of the cosine of their middles.
 * @param similarity the cosine
 */
export function voiceCertainty(similarity: number): number {
  return Math.min(MOST_CERTAIN, 1 / (1 + Math.exp(-STEEPNESS * (similarity - EVEN_COSINE))));
}

/**
 * The names that voices may have: for each the one whose profile is most alike, if it is alike enough and nobody has
 * said otherwise.
 * @param profiles of the owner; several may have one name
 */
export function suggestNames(
  voices: readonly UnnamedVoice[],
  profiles: readonly VoiceProfile[],
  rejected: readonly RejectedName[],
): readonly VoiceSuggestion[] {
  return voices.flatMap(({ voiceLabel, engine, windows }) => {
    const centroid = voiceCentroid(windows);
    if (centroid === null) return [];
    const isRejected = (name: string) =>
      rejected.some((each) => each.voiceLabel === voiceLabel && each.name === name);
    const [best] = profiles
      .filter((profile) => profile.engine === engine && !isRejected(profile.name))
      .map(({ id, name, embedding }) => ({ id, name, alike: cosine(centroid, embedding) }))
      .sort((a, b) => b.alike - a.alike);
    if (best === undefined || best.alike < LEAST_COSINE) return [];
    const certainty = Math.round(voiceCertainty(best.alike) * 100) / 100;
    return [{ voiceLabel, name: best.name, profileId: best.id, certainty }];
  });
}
