import { ref, type Ref } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import { isEndOf } from '../tasks/task-end.ts';
import { useFeed } from '../shared/use-feed.ts';
import { useRequest, type PageRequest } from '../shared/use-request.ts';

/** Actions on a memory. */
export interface MemoryActions extends Pick<PageRequest, 'busy' | 'problem'> {
  /** True from the request for a new score until its task has ended. */
  readonly scoring: Readonly<Ref<boolean>>;
  readonly pin: () => Promise<void>;
  readonly unpin: () => Promise<void>;
  readonly rescore: () => Promise<void>;
}

/**
 * @param memoryId - The memory.
 * @param onChanged - Called when the gateway has completed the action.
 */
export function useMemoryActions(memoryId: () => string, onChanged: () => void): MemoryActions {
  const { busy, problem, send } = useRequest();
  const scoring = ref(false);
  let taskId = '';
  /** Tasks that have ended since the request; the event may come before its answer. */
  const ended = new Set<string>();
  const act = async (call: () => Promise<unknown>) => {
    const accepted = await send(async () => {
      await call();
      onChanged();
    });
    if (!accepted) scoring.value = false;
  };
  useFeed({
    onEvent: (event) => {
      if (event.taskId === null || !isEndOf(event, event.taskId)) return;
      ended.add(event.taskId);
      if (ended.has(taskId)) scoring.value = false;
    },
    onGap: () => {
      scoring.value = false;
    },
  });
  const path = () => ({ params: { path: { id: memoryId() } } });
  const rescore = async () => {
    scoring.value = true;
    ended.clear();
    taskId = (await bodyOf(api.POST('/memories/{id}/rescore', path()))).id;
    if (ended.has(taskId)) scoring.value = false;
  };
  return {
    busy,
    scoring,
    problem,
    pin: () => act(() => bodyOf(api.PUT('/memories/{id}/pin', path()))),
    unpin: () => act(() => bodyOf(api.DELETE('/memories/{id}/pin', path()))),
    rescore: () => act(rescore),
  };
}
