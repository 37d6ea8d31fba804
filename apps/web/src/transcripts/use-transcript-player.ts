import { computed, ref, watch, type ComputedRef, type Ref } from 'vue';
import type { Transcript, TranscriptTurn } from '../api/types.ts';
import { piecesOf } from './pieces.ts';
import { lastStartedAt } from './spoken-at.ts';
import {
  clipAt,
  hasTimes,
  heardTurn,
  isAudible,
  timelineOf,
  type TimelineEntry,
} from './timeline.ts';
import type { HeardUpTo } from './player-memory.ts';
import { usePlayerMemory } from './use-player-memory.ts';
import { usePlayer, type Player, type PlayerState, type Track } from './use-player.ts';

/** The playback position in the transcript; indexes are -1 for none. */
export interface HeardPlace {
  /** The turn that is heard. */
  readonly turnId: string | null;
  readonly segment: number;
  readonly word: number;
  /** Id of the segment, which is also the id of its DOM element. */
  readonly segmentId: string | null;
}

/** Plays a whole conversation as one recording. Times are milliseconds from its start. */
export interface TranscriptPlayer {
  readonly state: Readonly<PlayerState>;
  readonly timeline: ComputedRef<readonly TimelineEntry[]>;
  readonly positionMs: ComputedRef<number>;
  readonly durationMs: ComputedRef<number>;
  readonly place: ComputedRef<HeardPlace>;
  /** Who is heard. */
  readonly speaker: ComputedRef<string>;
  /** Whether the page scrolls with the playback. */
  readonly follow: Ref<boolean>;
  /** Plays a turn from a position in its clip, in milliseconds. */
  readonly playTurn: (turn: TranscriptTurn, clipMs: number) => void;
  /** Moves to a position in the clip of a turn, in milliseconds, and plays on if it was playing. */
  readonly moveToTurn: (turn: TranscriptTurn, clipMs: number) => void;
  readonly seek: (positionMs: number) => void;
  readonly toggle: () => void;
  readonly setRate: (rate: number) => void;
}

/** What is left of a recording when it counts as heard to its end. */
const END_MS = 3000;

const NOWHERE: HeardPlace = { turnId: null, segment: -1, word: -1, segmentId: null };

/**
 * Plays the clips of a transcript one after another, and tracks the current word. The position in the
 * conversation and the speed outlast the page.
 *
 * @param transcript - The transcript.
 * @param isKept - Whether the recording of a turn is still there.
 */
export function useTranscriptPlayer(
  transcript: () => Transcript,
  isKept: (turn: TranscriptTurn) => boolean,
): TranscriptPlayer {
  const canPlay = (turn: TranscriptTurn) => isAudible(turn) && isKept(turn);
  const timeline = computed(() => timelineOf(transcript().turns));
  const player = usePlayer((ended) => turnsPlayed.playNext(ended));
  const { state, load, unload, toggle, setRate } = player;
  const { heardUpTo } = usePlayerMemory(transcript().conversationId, player);
  const turnsPlayed = playbackOf(transcript, canPlay, player);
  const { playTurn, moveToTurn } = turnsPlayed;
  const seek = (positionMs: number) => {
    const target = clipAt(timeline.value, positionMs, canPlay);
    if (target !== null) moveToTurn(target.turn, target.positionMs);
  };
  /** Loads what was heard last, or the first recording. */
  const begin = (turns: Transcript['turns']) => {
    const audible = turns.filter(canPlay);
    const last = audible.find(({ clipId }) => clipId === heardUpTo?.clipId);
    if (last !== undefined && heardUpTo !== null && isUnheard(last, heardUpTo)) {
      moveToTurn(last, heardUpTo.positionMs);
    }
    const track = audible[0] === undefined ? null : trackOf(transcript(), audible[0]);
    if (state.track === null && track !== null) load(track);
  };
  watch(
    () => transcript().turns,
    (turns) => {
      // A clip that was deleted or removed is not heard any longer.
      const isThere = turns.some((turn) => turn.clipId === state.track?.clipId && canPlay(turn));
      if (state.track !== null && !isThere) unload();
      if (state.track === null) begin(turns);
    },
    { immediate: true },
  );
  const entry = computed(() =>
    timeline.value.find(({ turn }) => state.track !== null && turn.clipId === state.track.clipId),
  );
  const positionMs = computed(() => (entry.value?.startMs ?? 0) + state.positionMs);
  const durationMs = computed(() => timeline.value.at(-1)?.endMs ?? 0);
  const heard = computed(() => {
    const clipId = state.track?.clipId;
    const turns = transcript().turns.filter((turn) => turn.clipId === clipId);
    return clipId === undefined ? undefined : heardTurn(turns, state.positionMs);
  });
  const place = usePlace(state, () => heard.value);
  const speaker = computed(() => heard.value?.speaker ?? '');
  const follow = ref(true);
  const controls = { follow, playTurn, moveToTurn, seek, toggle, setRate };
  return { state, timeline, positionMs, durationMs, place, speaker, ...controls };
}

/** Plays turns, each in its clip. */
function playbackOf(
  transcript: () => Transcript,
  canPlay: (turn: TranscriptTurn) => boolean,
  { playFrom, moveTo }: Pick<Player, 'playFrom' | 'moveTo'>,
) {
  const withTrack = (then: (track: Track, clipMs: number) => void) => {
    return (turn: TranscriptTurn, clipMs: number) => {
      const track = trackOf(transcript(), turn);
      if (track !== null && canPlay(turn)) then(track, clipMs);
    };
  };
  const playTurn = withTrack(playFrom);
  const playNext = ({ clipId }: Track) => {
    const turns = transcript().turns.filter(canPlay);
    const next = turns[turns.findLastIndex((turn) => turn.clipId === clipId) + 1];
    if (next !== undefined) playTurn(next, 0);
  };
  return { playTurn, playNext, moveToTurn: withTrack(moveTo) };
}

/** Whether more than the last moments of a turn are left; otherwise it begins anew. */
function isUnheard({ durationMs }: TranscriptTurn, { positionMs }: HeardUpTo): boolean {
  return positionMs < (durationMs ?? 0) - END_MS;
}

function trackOf(
  { conversationId }: Transcript,
  { clipId, speaker }: TranscriptTurn,
): Track | null {
  if (clipId === null) return null;
  const url = `/conversations/${conversationId}/clips/${clipId}/audio`;
  return { clipId, url, label: speaker };
}

/**
 * The position changes with every frame, the place a few times a second. The object is reused while
 * it is equal, so that the words are rendered only when the place changes.
 */
function usePlace(
  state: Readonly<PlayerState>,
  turn: () => TranscriptTurn | undefined,
): ComputedRef<HeardPlace> {
  return computed<HeardPlace>((old) => {
    const heard = turn();
    const started = state.playing || state.positionMs > 0;
    if (heard === undefined || !started) return NOWHERE;
    const place = placeIn(heard, state.positionMs);
    return old?.segmentId === place.segmentId && old.word === place.word ? old : place;
  });
}

function placeIn(turn: TranscriptTurn, clipMs: number): HeardPlace {
  const index = lastStartedAt(turn.segments, clipMs);
  const segment = turn.segments[index];
  if (segment === undefined || !hasTimes(turn)) return NOWHERE;
  const words = piecesOf(segment).flatMap((piece) => piece.word ?? []);
  const word = lastStartedAt(words, clipMs);
  return { turnId: turn.turnId, segment: index, word, segmentId: segment.id };
}
