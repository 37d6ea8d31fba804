import { api, bodyOf } from '../api/client.ts';
import { useRequest, type PageRequest } from './use-request.ts';

/** Has a stage of a conversation run by itself. */
export interface NewTask extends Pick<PageRequest, 'busy' | 'problem'> {
  /** @returns Whether it will run. */
  readonly run: (type: 'correction' | 'summary' | 'significance') => Promise<boolean>;
}

export function useNewTask(conversationId: string): NewTask {
  const { busy, problem, send } = useRequest();
  const run: NewTask['run'] = (type) =>
    send(() => bodyOf(api.POST('/tasks', { body: { type, conversationId } })));
  return { busy, problem, run };
}
