import { computed, shallowRef, watch, type ComputedRef, type WritableComputedRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { TaskState, TaskType } from '../api/types.ts';
import { TASK_STATES } from '../logic/task-words.ts';
import { useTaskTypes } from './use-task-types.ts';
import { MOST_TASKS, type TaskWish } from './use-tasks.ts';

const PAGE_SIZE = 50;

/** Which tasks a person wants to see; kept in the address, so that it can be linked. */
export interface TaskFilter {
  readonly type: WritableComputedRef<TaskType | null>;
  readonly state: WritableComputedRef<TaskState | null>;
  readonly conversationId: WritableComputedRef<string | null>;
  readonly wish: ComputedRef<TaskWish>;
  /** Whether more can be asked for. */
  readonly canGrow: ComputedRef<boolean>;
  readonly grow: () => void;
}

export function useTaskFilter(): TaskFilter {
  const route = useRoute();
  const router = useRouter();
  const inAddress = <Value extends string>(name: string, known: (text: string) => Value | null) =>
    computed<Value | null>({
      get: () => known(String(route.query[name] ?? '')),
      set: (value) =>
        void router.replace({ query: { ...route.query, [name]: value ?? undefined } }),
    });
  const types = useTaskTypes();
  const type = inAddress(
    'type',
    (text) => types.value.find((each) => each.type === text)?.type ?? null,
  );
  const state = inAddress('state', (text) => TASK_STATES.find((each) => each === text) ?? null);
  const conversationId = inAddress('conversation', (text) => (text === '' ? null : text));
  const limit = shallowRef(PAGE_SIZE);
  const wish = computed(() => ({
    type: type.value,
    state: state.value,
    conversationId: conversationId.value,
    limit: limit.value,
  }));
  watch([type, state, conversationId], () => {
    limit.value = PAGE_SIZE;
  });
  const canGrow = computed(() => limit.value < MOST_TASKS);
  const grow = () => {
    limit.value = Math.min(MOST_TASKS, limit.value + PAGE_SIZE);
  };
  return { type, state, conversationId, wish, canGrow, grow };
}
