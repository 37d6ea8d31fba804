import { computed, watch, type ComputedRef, type WritableComputedRef } from 'vue';
import type { TaskState, TaskType } from '../api/types.ts';
import { useInUrl } from '../shared/use-in-url.ts';
import { useKeptCount } from '../shared/use-kept-count.ts';
import { TASK_STATES } from './task-words.ts';
import { useTaskTypes } from './use-task-types.ts';
import type { TaskSelection } from './use-tasks.ts';

const PAGE_SIZE = 50;

/** The filter of the task list, kept in the URL so that it can be linked. */
export interface TaskFilter {
  readonly type: WritableComputedRef<TaskType | null>;
  readonly state: WritableComputedRef<TaskState | null>;
  readonly conversationId: WritableComputedRef<string | null>;
  readonly selection: ComputedRef<TaskSelection>;
  readonly grow: () => void;
}

export function useTaskFilter(): TaskFilter {
  const inUrl = <Value extends string>(name: string, known: (text: string) => Value | null) =>
    useInUrl<Value | null>(name, known, (value) => value ?? '');
  const types = useTaskTypes();
  const type = inUrl(
    'type',
    (text) => types.value.find((each) => each.type === text)?.type ?? null,
  );
  const state = inUrl('state', (text) => TASK_STATES.find((each) => each === text) ?? null);
  const conversationId = inUrl('conversation', (text) => (text === '' ? null : text));
  const limit = useKeptCount('tasks', PAGE_SIZE);
  const selection = computed(() => ({
    type: type.value,
    state: state.value,
    conversationId: conversationId.value,
    limit: limit.value,
  }));
  watch([type, state, conversationId], () => {
    limit.value = PAGE_SIZE;
  });
  const grow = () => {
    limit.value += PAGE_SIZE;
  };
  return { type, state, conversationId, selection, grow };
}
