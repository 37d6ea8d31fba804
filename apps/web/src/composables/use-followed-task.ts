import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue';
import { followTask } from '../api/task-stream.ts';
import type { PartialText, Task } from '../api/types.ts';
import { addPartialText, finishedOnly } from '../logic/partial-text.ts';
import { addSample, timeLeftMs, type ProgressSample } from '../logic/time-left.ts';
import { isEnded } from '../logic/task-words.ts';
import { useNow } from './use-now.ts';

/** What is seen of a task while it runs. */
export interface FollowedTask {
  readonly parts: Readonly<Ref<readonly PartialText[]>>;
  readonly connected: Readonly<Ref<boolean>>;
  /** Estimated milliseconds; `null` when it is too early to say. */
  readonly leftMs: Readonly<Ref<number | null>>;
}

/**
 * Follows a task from the time it is shown, or retried, until it has ended.
 *
 * @param task - The task as it is known.
 * @param onTask - Told of every change.
 */
export function useFollowedTask(task: () => Task, onTask: (task: Task) => void): FollowedTask {
  const parts = shallowRef<readonly PartialText[]>([]);
  const connected = ref(true);
  const listener = {
    onTask,
    onSegments: (part: PartialText) => {
      parts.value = addPartialText(parts.value, part);
    },
    onConnected: (isConnected: boolean) => {
      connected.value = isConnected;
    },
  };
  let stop = (): void => undefined;
  watch(
    () => !isEnded(task().state),
    (goesOn) => {
      stop();
      stop = goesOn ? followTask(task().id, listener) : () => undefined;
      connected.value = true;
    },
    { immediate: true },
  );
  watch(
    () => task().attempt,
    () => {
      parts.value = finishedOnly(parts.value);
    },
  );
  onScopeDispose(() => stop());
  return { parts, connected, leftMs: useTimeLeft(task) };
}

/** Watches the speed of a task and estimates when it is done. */
function useTimeLeft(task: () => Task): Readonly<Ref<number | null>> {
  const now = useNow();
  const samples = shallowRef<readonly ProgressSample[]>([]);
  watch(
    () => task().progress,
    ({ stage, done }) => {
      if (stage === 'decode') samples.value = addSample(samples.value, { atMs: Date.now(), done });
    },
    { immediate: true },
  );
  return computed(() => {
    if (task().state !== 'running') return null;
    return timeLeftMs(samples.value, task().progress.total, now.value);
  });
}
