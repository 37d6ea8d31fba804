import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue';
import { followTask } from '../api/task-stream.ts';
import type { PartialText, Task } from '../api/types.ts';
import { addPartialText, finishedOnly } from '../clips/partial-text.ts';
import { addSample, timeLeftMs, type ProgressSample } from './time-left.ts';
import { isEnded } from './task-words.ts';
import { useNow } from '../shared/use-now.ts';

/** The live state of a running task. */
export interface FollowedTask {
  readonly parts: Readonly<Ref<readonly PartialText[]>>;
  readonly connected: Readonly<Ref<boolean>>;
  /** False when no worker has answered for a running task for a while. */
  readonly workerAnswers: Readonly<Ref<boolean>>;
  /** Estimated remaining milliseconds; `null` when it is too early to estimate. */
  readonly leftMs: Readonly<Ref<number | null>>;
}

/** A worker that is starting or briefly busy is not reported as missing. */
const MISSING_AFTER_MS = 5000;

/**
 * Follows a task from the time it is shown or retried until it has ended. For a task that ended
 * without a result, the decoded text is fetched once.
 *
 * @param task - The current task.
 * @param onTask - Called with every change of the task.
 */
export function useFollowedTask(task: () => Task, onTask: (task: Task) => void): FollowedTask {
  const parts = shallowRef<readonly PartialText[]>([]);
  const connected = ref(true);
  const liveness = useWorkerLiveness();
  const listener = {
    onTask: (update: Task) => {
      liveness.take(update);
      onTask(update);
    },
    onSegments: (part: PartialText) => {
      parts.value = addPartialText(parts.value, part);
    },
    onConnected: (isConnected: boolean) => {
      connected.value = isConnected;
    },
  };
  let stop = (): void => undefined;
  const follow = () => {
    stop();
    connected.value = true;
    stop = followTask(task().id, listener);
  };
  if (task().state !== 'completed') follow();
  watch(
    () => isEnded(task().state),
    (hasEnded) => (hasEnded ? undefined : follow()),
  );
  watch(
    () => task().attempt,
    () => {
      parts.value = finishedOnly(parts.value);
    },
  );
  onScopeDispose(() => stop());
  return { parts, connected, workerAnswers: liveness.answers, leftMs: useTimeLeft(task) };
}

/** Detects that no worker has answered for longer than `MISSING_AFTER_MS`. */
function useWorkerLiveness() {
  const now = useNow();
  const silentSinceMs = ref<number | null>(null);
  const take = ({ live, state }: Task) => {
    silentSinceMs.value = live || state !== 'running' ? null : (silentSinceMs.value ?? Date.now());
  };
  const answers = computed(
    () => silentSinceMs.value === null || now.value - silentSinceMs.value < MISSING_AFTER_MS,
  );
  return { take, answers };
}

/** Estimates the remaining time of a task from its speed. */
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
