import { onBeforeUnmount, onMounted } from 'vue';
import type { TranscriptPlayer } from './use-transcript-player.ts';

const STEP_MS = 5000;

/** Whether the focused element handles keys itself. */
function isTaken(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.matches('input, select, textarea, button, a, [contenteditable], [role="region"]');
}

/** Space plays and pauses, and the arrow keys seek by five seconds, unless the focus is taken. */
export function usePlayerKeys(player: () => TranscriptPlayer): void {
  const step = (byMs: number) => player().seek(Math.max(0, player().positionMs.value + byMs));
  const actions: Readonly<Record<string, () => void>> = {
    ' ': () => player().toggle(),
    ArrowLeft: () => step(-STEP_MS),
    ArrowRight: () => step(STEP_MS),
  };
  const onKey = (event: KeyboardEvent) => {
    const action = actions[event.key];
    const modified = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
    if (action === undefined || modified || isTaken(event.target)) return;
    event.preventDefault();
    action();
  };
  onMounted(() => window.addEventListener('keydown', onKey));
  onBeforeUnmount(() => window.removeEventListener('keydown', onKey));
}
