import { computed, onScopeDispose, type ComputedRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { Queue } from '../api/types.ts';
import { changes } from '../shared/event-parts.ts';
import { useRequest, type PageRequest } from '../shared/use-request.ts';
import { useResource, type Resource } from '../shared/use-resource.ts';

/** Queues are polled as well, because Temporal sends no events about workers and pauses. */
const POLL_INTERVAL_MS = 5000;

/** The task queues, kept up to date. */
export interface LiveQueues extends Pick<Resource<unknown>, 'problem' | 'refresh'> {
  readonly queues: ComputedRef<readonly Queue[]>;
}

export function useQueues(): LiveQueues {
  const { value, problem, refresh } = useResource(
    () => bodyOf(api.GET('/queues')),
    (event) => changes(event, 'tasks'),
  );
  const timer = window.setInterval(() => void refresh(), POLL_INTERVAL_MS);
  onScopeDispose(() => clearInterval(timer));
  return { queues: computed(() => value.value?.items ?? []), problem, refresh };
}

/** Actions on one queue. */
export interface QueueActions extends Pick<PageRequest, 'busy' | 'problem'> {
  /**
   * @param reason - Empty for none.
   * @returns Whether the request was accepted.
   */
  readonly pause: (reason: string) => Promise<boolean>;
  readonly resume: () => Promise<boolean>;
}

export function useQueueActions(name: () => Queue['name']): QueueActions {
  const { busy, problem, send } = useRequest();
  const path = () => ({ path: { name: name() } });
  const bodyWith = (reason: string) => (reason === '' ? {} : { reason });
  return {
    busy,
    problem,
    pause: (reason) =>
      send(() =>
        bodyOf(api.POST('/queues/{name}/pause', { params: path(), body: bodyWith(reason.trim()) })),
      ),
    resume: () => send(() => bodyOf(api.POST('/queues/{name}/resume', { params: path() }))),
  };
}
