import { api, bodyOf } from '../api/client.ts';
import type { TaskState, TaskType } from '../api/types.ts';
import { canCancel } from './task-words.ts';
import { useRequest, type PageRequest } from '../shared/use-request.ts';

/** Pending tasks are cancelled first, so that none of them starts between the two requests. */
const STATES = ['pending', 'running'] as const;

/** A selection of tasks; `null` selects all. */
export interface ManyTasks {
  readonly conversationId: string | null;
  readonly type: TaskType | null;
  readonly state: TaskState | null;
}

/** Actions on many tasks at once. */
export interface ManyActions extends Pick<PageRequest, 'busy' | 'problem'> {
  readonly cancelTasks: (wanted: ManyTasks) => Promise<void>;
  readonly stopConversation: (id: string) => Promise<void>;
}

/** Whether a selected state can include tasks that can be cancelled. */
export function mayCancel(state: TaskState | null): boolean {
  return state === null || canCancel(state);
}

/** @param onAsked - Called when the gateway has accepted the request. */
export function useCancelMany(onAsked: () => void): ManyActions {
  const { busy, problem, send } = useRequest();
  const cancelTasks = async ({ conversationId, type, state }: ManyTasks) => {
    const filter = {
      ...(conversationId === null ? {} : { conversationId }),
      ...(type === null ? {} : { type }),
    };
    const states = STATES.filter((each) => state === null || state === each);
    await send(async () => {
      for (const each of states) {
        await bodyOf(api.POST('/tasks/cancel', { body: { ...filter, state: each } }));
      }
      onAsked();
    });
  };
  const stopConversation = async (id: string) => {
    await send(async () => {
      await bodyOf(api.POST('/conversations/{id}/cancel', { params: { path: { id } } }));
      onAsked();
    });
  };
  return { busy, problem, cancelTasks, stopConversation };
}
