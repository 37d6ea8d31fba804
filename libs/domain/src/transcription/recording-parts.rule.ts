import type { AudioTrack, SoundChoice } from '#contracts/model';
import type { ChannelChoice } from '#contracts/tasks';

/** How the tracks and channels of a recording become turns. */
export interface PartsChoice {
  readonly channels?: ChannelChoice;
  /** Number of the only track to listen to, from 1. */
  readonly track?: number;
  readonly tracks?: 'all';
}

/** The tracks of a recording, and the one that is heard if none is chosen. */
export interface RecordedTracks {
  readonly track: number;
  readonly tracks: readonly AudioTrack[];
}

/** A track or channel of a recording that becomes a turn of its own. Numbers count from 1. */
export interface RecordingPart {
  readonly track: number;
  /** `null` mixes all channels of the track. */
  readonly channel: number | null;
}

/**
 * The parts of a recording that become turns, in the order of the file. Tracks that cannot be decoded
 * are none.
 */
export function recordingParts(
  choice: PartsChoice,
  { track, tracks }: RecordedTracks,
): readonly RecordingPart[] {
  const all = choice.tracks === 'all' && choice.track === undefined;
  const chosen = choice.track ?? track;
  const heard = tracks.filter(({ codec, number }) => codec !== null && (all || number === chosen));
  return heard.flatMap(({ number, channels }): readonly RecordingPart[] => {
    if (choice.channels !== 'separate') return [{ track: number, channel: null }];
    return Array.from({ length: channels }, (_, n) => ({ track: number, channel: n + 1 }));
  });
}

/** What the turn of an uploaded recording listens to: the first of its parts. */
export function firstPart({ channels, track, tracks }: PartsChoice): SoundChoice {
  return {
    track: track ?? (tracks === 'all' ? 'first' : null),
    channel: channels === 'separate' ? 1 : null,
  };
}

/**
 * The name of the speaker of a part.
 * @param speaker who speaks in the recording, as its upload says
 * @param parts all parts of the recording, of which some are of the same track
 */
export function speakerOfPart(
  speaker: string,
  { track, channel }: RecordingPart,
  parts: readonly RecordingPart[],
): string {
  const oneTrack = parts.every((part) => part.track === track);
  const places = [
    ...(oneTrack ? [] : [`track ${track}`]),
    ...(channel === null ? [] : [`channel ${channel}`]),
  ];
  return places.length === 0 ? speaker : `${speaker} (${places.join(', ')})`;
}
