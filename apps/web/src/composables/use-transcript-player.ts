import { computed, ref, watch, type ComputedRef, type Ref } from 'vue';
import type { Transcript, TranscriptTurn } from '../api/types.ts';
import { lastStartedAt } from '../logic/spoken-at.ts';
import { piecesOf } from '../logic/pieces.ts';
import { usePlayer, type Player, type Track } from './use-player.ts';

/** What is being heard; the numbers are -1 where nothing is. */
export interface HeardPlace {
  readonly clipId: string | null;
  readonly segment: number;
  readonly word: number;
  /** Id of the segment, which is also its id in the document. */
  readonly segmentId: string | null;
}

/** A player that knows the words it plays. */
export interface TranscriptPlayer extends Player {
  readonly place: ComputedRef<HeardPlace>;
  /** Whether the page scrolls along. */
  readonly follow: Ref<boolean>;
  readonly playTurn: (turn: TranscriptTurn, atMs: number) => void;
}

const NOWHERE: HeardPlace = { clipId: null, segment: -1, word: -1, segmentId: null };

/** Plays the clips of a transcript one after the other, and follows the words. */
export function useTranscriptPlayer(transcript: () => Transcript): TranscriptPlayer {
  const turns = computed(() => transcript().turns.filter(isAudible));
  const player = usePlayer((ended) => playNext(ended));
  const playTurn = (turn: TranscriptTurn, atMs: number) => {
    const track = trackOf(transcript(), turn);
    if (track !== null) player.playFrom(track, atMs);
  };
  const playNext = ({ clipId }: Track) => {
    const next = turns.value[turns.value.findIndex((turn) => turn.clipId === clipId) + 1];
    if (next !== undefined) playTurn(next, 0);
  };
  watch(
    turns,
    ([first]) => {
      const track = first === undefined ? null : trackOf(transcript(), first);
      if (player.state.track === null && track !== null) player.load(track);
    },
    { immediate: true },
  );
  // The position changes with every frame, the place a few times a second: the old object is kept
  // while it says the same, so that the words are drawn anew only when they must.
  const place = computed<HeardPlace>((old) => {
    if (!player.state.playing && player.state.positionMs === 0) return NOWHERE;
    const turn = turns.value.find(({ clipId }) => clipId === player.state.track?.clipId);
    const heard = turn === undefined ? NOWHERE : placeIn(turn, player.state.positionMs);
    return old?.segmentId === heard.segmentId && old.word === heard.word ? old : heard;
  });
  const follow = ref(true);
  return { ...player, place, follow, playTurn };
}

function isAudible(turn: TranscriptTurn): boolean {
  return turn.clipId !== null && turn.taskState === 'completed';
}

function trackOf({ conversationId }: Transcript, turn: TranscriptTurn): Track | null {
  const { clipId, speaker } = turn;
  if (clipId === null) return null;
  const url = `/conversations/${conversationId}/clips/${clipId}/audio`;
  return { clipId, url, label: speaker };
}

function placeIn(turn: TranscriptTurn, atMs: number): HeardPlace {
  const index = lastStartedAt(turn.segments, atMs);
  const segment = turn.segments[index];
  if (segment === undefined) return NOWHERE;
  const words = piecesOf(segment.text, segment.words).pieces.map((piece) => piece.word);
  const word = lastStartedAt(words, atMs);
  return { clipId: turn.clipId, segment: index, word, segmentId: segment.id };
}
