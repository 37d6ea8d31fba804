import { computed, ref, watch, type Ref } from 'vue';
import type { Task } from '../api/types.ts';
import { isEnded } from '../logic/task-words.ts';
import { useNow } from './use-now.ts';

/**
 * How long a task has been running, ticking each second. It counts on from what the gateway
 * said, so a wrong clock on the reader's side does no harm.
 *
 * @returns Milliseconds; `null` before the start.
 */
export function useElapsed(task: () => Task): Readonly<Ref<number | null>> {
  const now = useNow();
  const heardAtMs = ref(Date.now());
  watch(task, () => {
    heardAtMs.value = Date.now();
  });
  return computed(() => {
    const { durationMs, state } = task();
    if (durationMs === null || isEnded(state)) return durationMs;
    return durationMs + Math.max(0, now.value - heardAtMs.value);
  });
}
