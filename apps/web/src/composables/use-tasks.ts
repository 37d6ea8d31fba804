import { computed, watch, type ComputedRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { LoggedEvent, Task, TaskState, TaskType } from '../api/types.ts';
import { changes } from '../logic/event-parts.ts';
import { withAdvance, withAnswer, withFetched, withNews } from '../logic/task-list.ts';
import { useFeed } from './use-feed.ts';
import { useResource, type Resource } from './use-resource.ts';

/** The most tasks that the gateway hands out at once. */
export const MOST_TASKS = 200;

/** Which tasks are wanted; `null` stands for all. */
export interface TaskWish {
  readonly conversationId: string | null;
  readonly type: TaskType | null;
  readonly state: TaskState | null;
  readonly limit: number;
}

export const ALL_TASKS: TaskWish = {
  conversationId: null,
  type: null,
  state: null,
  limit: MOST_TASKS,
};

/** Tasks that are kept true. */
export interface LiveTasks extends Pick<Resource<TaskList>, 'problem' | 'loaded' | 'refresh'> {
  readonly tasks: ComputedRef<readonly Task[]>;
  /** Whether there are older ones. */
  readonly more: ComputedRef<boolean>;
  /** Takes in news of a task. */
  readonly takeTask: (task: Task) => void;
  /** Takes in the answer to a person's wish. */
  readonly putTask: (task: Task) => void;
}

interface TaskList {
  readonly items: readonly Task[];
  readonly more: boolean;
}

/**
 * Tasks, the newest first. New ones appear and their progress shows by itself.
 *
 * @param wish - Which; fetched anew when they are others.
 */
export function useTasks(wish: () => TaskWish): LiveTasks {
  const isChanged = (event: LoggedEvent) =>
    changes(event, 'tasks') &&
    (wish().conversationId ?? event.conversationId) === event.conversationId;
  const { value, problem, loaded, refresh } = useResource<TaskList>(async () => {
    const page = await fetchTasks(wish());
    const items = withFetched(value.value?.items ?? [], page.items);
    return { items, more: page.nextCursor !== null };
  }, isChanged);
  const change = (items: (known: readonly Task[]) => readonly Task[]) => {
    if (value.value !== null) value.value = { ...value.value, items: items(value.value.items) };
  };
  useFeed({ onAdvance: (advance) => change((known) => withAdvance(known, advance)) });
  watch(wish, refresh);
  return {
    tasks: computed(() => value.value?.items ?? []),
    more: computed(() => value.value?.more ?? false),
    takeTask: (task) => change((known) => withNews(known, task)),
    putTask: (task) => change((known) => withAnswer(known, task)),
    problem,
    loaded,
    refresh,
  };
}

function fetchTasks({ conversationId, type, state, limit }: TaskWish) {
  const query = {
    limit,
    ...(conversationId === null ? {} : { conversationId }),
    ...(type === null ? {} : { type }),
    ...(state === null ? {} : { state }),
  };
  return bodyOf(api.GET('/tasks', { params: { query } }));
}
