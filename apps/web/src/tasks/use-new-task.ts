import { api, bodyOf } from '../api/client.ts';
import type { CreateTask } from '../api/types.ts';
import { useRequest, type PageRequest } from '../shared/use-request.ts';

/** Task types that can be requested for a whole conversation. */
type ConversationTaskType = Extract<CreateTask, { conversationId: string }>['type'];

/** Requests a single task for a conversation. */
export interface NewTask extends Pick<PageRequest, 'busy' | 'problem'> {
  /** @returns Whether the request was accepted. */
  readonly run: (type: ConversationTaskType) => Promise<boolean>;
}

export function useNewTask(conversationId: string): NewTask {
  const { busy, problem, send } = useRequest();
  const run: NewTask['run'] = (type) =>
    send(() => bodyOf(api.POST('/tasks', { body: { type, conversationId } })));
  return { busy, problem, run };
}
