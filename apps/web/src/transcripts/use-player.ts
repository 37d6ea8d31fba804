import { onScopeDispose, reactive } from 'vue';
import { audioProblem } from '../api/audio-problem.ts';
import type { PageProblem } from '../api/problem.ts';

/** A playable clip. */
export interface Track {
  readonly clipId: string;
  readonly url: string;
  readonly label: string;
}

/** The state of the player. Times are milliseconds of the clip. */
export interface PlayerState {
  track: Track | null;
  positionMs: number;
  durationMs: number;
  playing: boolean;
  rate: number;
  /** The browser could not play the clip. */
  unplayable: boolean;
  /** What the gateway says of that; null when it sends the clip. */
  problem: PageProblem | null;
}

/** Plays the clips of a conversation, one at a time. */
export interface Player {
  readonly state: Readonly<PlayerState>;
  /** Loads a clip without playing it. */
  readonly load: (track: Track) => void;
  /** Stops, and forgets the clip. */
  readonly unload: () => void;
  readonly playFrom: (track: Track, positionMs: number) => void;
  /** Seeks to a position, and continues to play if it was playing. */
  readonly moveTo: (track: Track, positionMs: number) => void;
  readonly toggle: () => void;
  readonly setRate: (rate: number) => void;
}

const NOTHING: Readonly<PlayerState> = {
  ...{ track: null, positionMs: 0, durationMs: 0, playing: false, rate: 1 },
  ...{ unplayable: false, problem: null },
};

/**
 * @param onTrackEnd - Called when a clip has been played to its end.
 */
export function usePlayer(onTrackEnd: (track: Track) => void): Player {
  const audio = new Audio();
  audio.preload = 'metadata';
  const state = reactive<PlayerState>({ ...NOTHING });
  listen(audio, state, onTrackEnd);
  const seek = (positionMs: number) => {
    state.positionMs = positionMs;
    audio.currentTime = positionMs / 1000;
  };
  const load = (track: Track) => {
    if (state.track?.clipId === track.clipId) return;
    Object.assign(state, { track, positionMs: 0, durationMs: 0, unplayable: false, problem: null });
    audio.src = track.url;
    audio.playbackRate = state.rate;
  };
  // A failure also fires the element's `error` event, which the listener handles.
  const play = () => void audio.play().catch(() => undefined);
  const unload = () => {
    Object.assign(state, { track: null, positionMs: 0, durationMs: 0 });
    empty(audio);
  };
  return {
    state,
    load,
    unload,
    moveTo: (track, positionMs) => {
      const { playing } = state;
      load(track);
      seek(positionMs);
      if (playing) play();
    },
    playFrom: (track, positionMs) => {
      load(track);
      seek(positionMs);
      play();
    },
    toggle: () => (audio.paused ? play() : audio.pause()),
    setRate: (rate) => {
      state.rate = rate;
      audio.defaultPlaybackRate = rate;
      audio.playbackRate = rate;
    },
  };
}

function listen(audio: HTMLAudioElement, state: PlayerState, onTrackEnd: (track: Track) => void) {
  let frame = 0;
  const follow = () => {
    state.positionMs = audio.currentTime * 1000;
    if (state.playing) frame = requestAnimationFrame(follow);
  };
  const setPlaying = (playing: boolean) => {
    state.playing = playing;
    cancelAnimationFrame(frame);
    follow();
  };
  audio.addEventListener('playing', () => setPlaying(true));
  audio.addEventListener('pause', () => setPlaying(false));
  audio.addEventListener('seeked', follow);
  audio.addEventListener('durationchange', () => {
    state.durationMs = Number.isFinite(audio.duration) ? audio.duration * 1000 : 0;
  });
  audio.addEventListener('error', () => {
    state.unplayable = true;
    setPlaying(false);
    void explain(state);
  });
  audio.addEventListener('ended', () => {
    setPlaying(false);
    if (state.track !== null) onTrackEnd(state.track);
  });
  onScopeDispose(() => {
    cancelAnimationFrame(frame);
    empty(audio);
  });
}

async function explain(state: PlayerState): Promise<void> {
  const { track } = state;
  if (track === null) return;
  const problem = await audioProblem(track.url);
  if (state.track?.clipId === track.clipId) state.problem = problem;
}

function empty(audio: HTMLAudioElement): void {
  audio.pause();
  audio.removeAttribute('src');
  audio.load();
}
