import { computed, type ComputedRef, type Ref } from 'vue';
import type { Clip, ConversationDetail, Task } from '../api/types.ts';

/** The clips of a conversation with their tasks. */
export interface Clips {
  /** `undefined` only while the fetched conversation is older than the fetched transcript. */
  readonly clipOf: (clipId: string) => Clip | undefined;
  readonly taskOf: (clipId: string) => Task | undefined;
  /** Clips that have more to show than their text. */
  readonly busyClipIds: ComputedRef<ReadonlySet<string>>;
  /** Clips that are completed without problems. */
  readonly quietClips: ComputedRef<readonly Clip[]>;
  /** Total duration of the clips, in milliseconds. */
  readonly heardMs: ComputedRef<number>;
}

export function useClips(
  conversation: Readonly<Ref<ConversationDetail | null>>,
  tasks: Readonly<Ref<readonly Task[]>>,
): Clips {
  const clips = computed(() => conversation.value?.clips ?? []);
  const clipOf = (clipId: string) => clips.value.find(({ id }) => id === clipId);
  const taskOf = (clipId: string) => {
    const taskId = clipOf(clipId)?.taskId;
    return tasks.value.find(({ id }) => id === taskId);
  };
  const isQuiet = (clip: Clip) => {
    const task = taskOf(clip.id);
    return (task?.state ?? clip.taskState) === 'completed' && (task?.warnings.length ?? 0) === 0;
  };
  return {
    clipOf,
    taskOf,
    busyClipIds: computed(
      () => new Set(clips.value.filter((clip) => !isQuiet(clip)).map(({ id }) => id)),
    ),
    quietClips: computed(() => clips.value.filter(isQuiet)),
    heardMs: computed(() => clips.value.reduce((sum, clip) => sum + (clip.durationMs ?? 0), 0)),
  };
}
