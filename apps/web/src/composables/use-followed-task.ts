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
  /** False when for a while no worker answered for a task that should be running. */
  readonly workerAnswers: Readonly<Ref<boolean>>;
  /** Estimated milliseconds; `null` when it is too early to say. */
  readonly leftMs: Readonly<Ref<number | null>>;
}

/** A worker that starts, or has its hands full for a moment, is not worth a word. */
const PATIENCE_MS = 5000;

/**
 * Follows a task from the time it is shown, or retried, until it has ended. Of one that ended
 * without a result, what was decoded of it is fetched once.
 *
 * @param task - The task as it is known.
 * @param onTask - Told of every change.
 */
export function useFollowedTask(task: () => Task, onTask: (task: Task) => void): FollowedTask {
  const parts = shallowRef<readonly PartialText[]>([]);
  const connected = ref(true);
  const liveness = useWorkerLiveness();
  const listener = {
    onTask: (news: Task) => {
      liveness.take(news);
      onTask(news);
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

/** Notices when no worker has answered for longer than is ordinary. */
function useWorkerLiveness() {
  const now = useNow();
  const silentSinceMs = ref<number | null>(null);
  const take = ({ live, state }: Task) => {
    silentSinceMs.value = live || state !== 'running' ? null : (silentSinceMs.value ?? Date.now());
  };
  const answers = computed(
    () => silentSinceMs.value === null || now.value - silentSinceMs.value < PATIENCE_MS,
  );
  return { take, answers };
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
