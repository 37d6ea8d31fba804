import { api, bodyOf } from '../api/client.ts';
import type { CreateTask } from '../api/types.ts';
import { useRequest, type PageRequest } from './use-request.ts';

/** What can be asked for a whole conversation. */
type ConversationTaskType = Extract<CreateTask, { conversationId: string }>['type'];

/** Runs a task for a conversation by itself. */
export interface NewTask extends Pick<PageRequest, 'busy' | 'problem'> {
  /** @returns Whether it will run. */
  readonly run: (type: ConversationTaskType) => Promise<boolean>;
}

export function useNewTask(conversationId: string): NewTask {
  const { busy, problem, send } = useRequest();
  const run: NewTask['run'] = (type) =>
    send(() => bodyOf(api.POST('/tasks', { body: { type, conversationId } })));
  return { busy, problem, run };
}
