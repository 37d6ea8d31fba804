import { onBeforeUnmount, onMounted } from 'vue';
import type { TranscriptPlayer } from './use-transcript-player.ts';

const STEP_MS = 5000;

/** What people type into, or choose from: all keys are theirs. */
const FIELDS =
  'textarea, select, [contenteditable=""], [contenteditable="true"], [role="region"], ' +
  'input:not([type="range"], [type="checkbox"], [type="radio"], [type="button"], [type="submit"])';
/** Space presses these. A time stamp is played by Enter, so that Space always pauses. */
const PRESSED =
  'button:not([data-moment]), summary, label, input[type="checkbox"], input[type="radio"], ' +
  'input[type="button"], input[type="submit"], [role="button"], [role="tab"], [role="menuitem"]';
/** The arrow keys move within these. */
const MOVED = 'input[type="range"], input[type="radio"], [role="tab"], [role="menuitem"]';

type Action = (player: TranscriptPlayer) => void;

/** The keys of the player: whose they are first, and what they do otherwise. */
const KEYS: Readonly<Record<string, { readonly taken: string; readonly action: Action }>> = {
  ' ': { taken: PRESSED, action: (player) => player.toggle() },
  ArrowLeft: { taken: MOVED, action: (player) => step(player, -STEP_MS) },
  ArrowRight: { taken: MOVED, action: (player) => step(player, STEP_MS) },
};

function step(player: TranscriptPlayer, byMs: number): void {
  player.seek(Math.max(0, player.positionMs.value + byMs));
}

/**
 * Space plays and pauses, and the arrow keys move by five seconds, wherever the focus is, except where
 * the key has a meaning of its own.
 */
export function usePlayerKeys(player: () => TranscriptPlayer): void {
  const keyOf = ({ key, target, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent) => {
    const found = KEYS[key];
    if (found === undefined || altKey || ctrlKey || metaKey || shiftKey) return null;
    const isTaken = target instanceof Element && target.closest(`${FIELDS}, ${found.taken}`);
    return isTaken ? null : found;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const key = keyOf(event);
    if (key === null || event.defaultPrevented) return;
    event.preventDefault();
    if (!(event.repeat && event.key === ' ')) key.action(player());
  };
  /** Some browsers press a button when Space is let go. */
  const onKeyUp = (event: KeyboardEvent) => {
    if (event.key === ' ' && keyOf(event) !== null) event.preventDefault();
  };
  onMounted(() => {
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('keyup', onKeyUp);
  });
  onBeforeUnmount(() => {
    window.removeEventListener('keydown', onKeyDown);
    window.removeEventListener('keyup', onKeyUp);
  });
}
