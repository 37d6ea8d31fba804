import { computed, watch, type ComputedRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { LoggedEvent, Task, TaskState, TaskType } from '../api/types.ts';
import { changes } from '../shared/event-parts.ts';
import { withAdvance, withAnswer, withFetched, withUpdate } from './task-list.ts';
import { firstItems } from '../shared/first-items.ts';
import { useFeed } from '../shared/use-feed.ts';
import { useResource, type Resource } from '../shared/use-resource.ts';

/** How many tasks of one conversation or type are of interest. */
const MANY_TASKS = 200;

/** Filters of tasks; `null` matches all. */
export interface TaskSelection {
  readonly conversationId: string | null;
  readonly type: TaskType | null;
  readonly state: TaskState | null;
  readonly limit: number;
}

export const ALL_TASKS: TaskSelection = {
  conversationId: null,
  type: null,
  state: null,
  limit: MANY_TASKS,
};

/** Tasks that are kept up to date. */
export interface LiveTasks extends Pick<Resource<TaskList>, 'problem' | 'loaded' | 'refresh'> {
  readonly tasks: ComputedRef<readonly Task[]>;
  /** Whether older tasks exist. */
  readonly more: ComputedRef<boolean>;
  /** Applies an update of a task. */
  readonly takeTask: (task: Task) => void;
  /** Applies the task of a response to an action. */
  readonly putTask: (task: Task) => void;
}

interface TaskList {
  readonly items: readonly Task[];
  readonly more: boolean;
}

/**
 * Tasks, newest first. New tasks and their progress appear automatically.
 *
 * @param selection - The filters; a change fetches the tasks again.
 */
export function useTasks(selection: () => TaskSelection): LiveTasks {
  const isChanged = (event: LoggedEvent) =>
    changes(event, 'tasks') &&
    (selection().conversationId ?? event.conversationId) === event.conversationId;
  const { value, problem, loaded, refresh } = useResource<TaskList>(async () => {
    const page = await fetchTasks(selection());
    const items = withFetched(value.value?.items ?? [], page.items);
    return { items, more: page.hasMore };
  }, isChanged);
  const change = (items: (known: readonly Task[]) => readonly Task[]) => {
    if (value.value !== null) value.value = { ...value.value, items: items(value.value.items) };
  };
  useFeed({ onAdvance: (advance) => change((known) => withAdvance(known, advance)) });
  watch(selection, refresh);
  return {
    tasks: computed(() => value.value?.items ?? []),
    more: computed(() => value.value?.more ?? false),
    takeTask: (task) => change((known) => withUpdate(known, task)),
    putTask: (task) => change((known) => withAnswer(known, task)),
    problem,
    loaded,
    refresh,
  };
}

function fetchTasks({ conversationId, type, state, limit }: TaskSelection) {
  const wanted = {
    ...(conversationId === null ? {} : { conversationId }),
    ...(type === null ? {} : { type }),
    ...(state === null ? {} : { state }),
  };
  return firstItems(limit, (page) =>
    bodyOf(api.GET('/tasks', { params: { query: { ...wanted, ...page } } })),
  );
}
