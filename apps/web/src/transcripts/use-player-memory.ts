import { onBeforeUnmount, onMounted, watch } from 'vue';
import { remember, remembered } from '../shared/use-remembered.ts';
import { heardIn, speedIn, withHeard, type HeardUpTo } from './player-memory.ts';
import type { Player } from './use-player.ts';

/** How often the position is stored while it plays. */
const STORE_INTERVAL_MS = 2000;

/** What the browser remembers of the player. */
export interface PlayerMemory {
  /** Where the conversation was heard last; null for never. */
  readonly heardUpTo: HeardUpTo | null;
}

/** Stores the position of each conversation, and the speed of the person, in the browser. */
export function usePlayerMemory(conversationId: string, player: Player): PlayerMemory {
  const { state, setRate } = player;
  const heard = () => heardIn(remembered('heard'));
  const heardUpTo = heard().find(([id]) => id === conversationId)?.[1] ?? null;
  setRate(speedIn(remembered('speed')));
  watch(
    () => state.rate,
    (rate) => remember('speed', String(rate)),
  );
  const store = () => {
    const { track, positionMs } = state;
    if (track === null || positionMs === 0) return;
    const upTo = { clipId: track.clipId, positionMs };
    remember('heard', JSON.stringify(withHeard(heard(), conversationId, upTo)));
  };
  let storedAtMs = 0;
  watch(
    () => [state.positionMs, state.playing],
    ([, playing]) => {
      const nowMs = Date.now();
      if (playing && nowMs - storedAtMs < STORE_INTERVAL_MS) return;
      storedAtMs = nowMs;
      store();
    },
  );
  onMounted(() => window.addEventListener('pagehide', store));
  onBeforeUnmount(() => {
    window.removeEventListener('pagehide', store);
    store();
  });
  return { heardUpTo };
}
