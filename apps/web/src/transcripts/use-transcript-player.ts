import { computed, ref, watch, type ComputedRef, type Ref } from 'vue';
import type { Transcript, TranscriptTurn } from '../api/types.ts';
import { piecesOf } from './pieces.ts';
import { lastStartedAt } from './spoken-at.ts';
import { clipAt, isAudible, timelineOf, type TimelineEntry } from './timeline.ts';
import { usePlayer, type PlayerState, type Track } from './use-player.ts';

/** The playback position in the transcript; indexes are -1 for none. */
export interface HeardPlace {
  readonly clipId: string | null;
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
  /** Whether the page scrolls with the playback. */
  readonly follow: Ref<boolean>;
  /** Plays a turn from a position in its clip, in milliseconds. */
  readonly playTurn: (turn: TranscriptTurn, clipMs: number) => void;
  readonly seek: (positionMs: number) => void;
  readonly toggle: () => void;
  readonly setRate: (rate: number) => void;
}

const NOWHERE: HeardPlace = { clipId: null, segment: -1, word: -1, segmentId: null };

/** Plays the clips of a transcript one after another, and tracks the current word. */
export function useTranscriptPlayer(transcript: () => Transcript): TranscriptPlayer {
  const timeline = computed(() => timelineOf(transcript().turns));
  const { state, load, unload, playFrom, moveTo, toggle, setRate } = usePlayer((ended) =>
    playNext(ended),
  );
  const playTurn = (turn: TranscriptTurn, clipMs: number) => {
    const track = trackOf(transcript(), turn);
    if (track !== null && isAudible(turn)) playFrom(track, clipMs);
  };
  const playNext = ({ clipId }: Track) => {
    const turns = transcript().turns.filter(isAudible);
    const next = turns[turns.findIndex((turn) => turn.clipId === clipId) + 1];
    if (next !== undefined) playTurn(next, 0);
  };
  const seek = (positionMs: number) => {
    const target = clipAt(timeline.value, positionMs);
    const track = target === null ? null : trackOf(transcript(), target.turn);
    if (target !== null && track !== null) moveTo(track, target.positionMs);
  };
  watch(
    () => transcript().turns,
    (turns) => {
      // A clip that was deleted is not heard any longer.
      const isThere = turns.some(({ clipId }) => clipId === state.track?.clipId);
      if (state.track !== null && !isThere) unload();
      const first = turns.find(isAudible);
      const track = first === undefined ? null : trackOf(transcript(), first);
      if (state.track === null && track !== null) load(track);
    },
    { immediate: true },
  );
  const entry = computed(() =>
    timeline.value.find(({ turn }) => state.track !== null && turn.clipId === state.track.clipId),
  );
  const positionMs = computed(() => (entry.value?.startMs ?? 0) + state.positionMs);
  const durationMs = computed(() => timeline.value.at(-1)?.endMs ?? 0);
  const place = usePlace(state, () => entry.value?.turn);
  const follow = ref(true);
  const controls = { follow, playTurn, seek, toggle, setRate };
  return { state, timeline, positionMs, durationMs, place, ...controls };
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
  if (segment === undefined) return NOWHERE;
  const words = piecesOf(segment).flatMap((piece) => piece.word ?? []);
  const word = lastStartedAt(words, clipMs);
  return { clipId: turn.clipId, segment: index, word, segmentId: segment.id };
}
