import { computed, ref, watch, type Ref } from 'vue';
import type { Task } from '../api/types.ts';
import { isEnded } from '../tasks/task-words.ts';
import { useNow } from './use-now.ts';

/**
 * How long a task has been running, updated every second. It counts from the duration that the
 * gateway sent, so that a wrong clock of the browser has no effect.
 *
 * @returns Milliseconds; `null` before the task starts.
 */
export function useElapsed(task: () => Task): Readonly<Ref<number | null>> {
  const now = useNow();
  const receivedAtMs = ref(Date.now());
  watch(task, () => {
    receivedAtMs.value = Date.now();
  });
  return computed(() => {
    const { durationMs, state } = task();
    if (durationMs === null || isEnded(state)) return durationMs;
    return durationMs + Math.max(0, now.value - receivedAtMs.value);
  });
}
