import { computed, type ComputedRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { Conversation } from '../api/types.ts';
import { changes } from '../shared/event-parts.ts';
import { useRequest, type PageRequest } from '../shared/use-request.ts';
import { useResource, type Resource } from '../shared/use-resource.ts';
import { changesProject } from '../projects/project-events.ts';

const MAX_SHOWN = 200;

/** The conversations of a project, and those that can be added to it. */
export interface ProjectConversations extends Pick<PageRequest, 'busy'> {
  readonly listProblem: Resource<unknown>['problem'];
  readonly changeProblem: PageRequest['problem'];
  readonly loaded: Resource<unknown>['loaded'];
  readonly refresh: () => Promise<void>;
  readonly conversations: ComputedRef<readonly Conversation[]>;
  /** The newest conversations that belong to no project. */
  readonly free: ComputedRef<readonly Conversation[]>;
  /** Adds a conversation. @returns Whether it was added. */
  readonly add: (conversationId: string) => Promise<boolean>;
  /** Takes a conversation out of the project; it is kept. @returns Whether it was taken out. */
  readonly takeOut: (conversationId: string) => Promise<boolean>;
}

/** @param projectId - The project; must not change while the component lives. */
export function useProjectConversations(projectId: string): ProjectConversations {
  const own = useList({ projectId, limit: MAX_SHOWN }, projectId);
  const all = useList({ limit: MAX_SHOWN }, projectId);
  const { busy, problem: changeProblem, send } = useRequest();
  const refresh = async () => {
    await Promise.all([own.refresh(), all.refresh()]);
  };
  const move = (id: string, target: string | null) =>
    send(async () => {
      const params = { path: { id } };
      await bodyOf(api.PATCH('/conversations/{id}', { params, body: { projectId: target } }));
      await refresh();
    });
  return {
    busy,
    changeProblem,
    listProblem: own.problem,
    loaded: own.loaded,
    refresh,
    conversations: computed(() => own.value.value?.items ?? []),
    free: computed(() =>
      (all.value.value?.items ?? []).filter((conversation) => conversation.projectId === null),
    ),
    add: (id) => move(id, projectId),
    takeOut: (id) => move(id, null),
  };
}

function useList(query: { projectId?: string; limit: number }, projectId: string) {
  return useResource(
    () => bodyOf(api.GET('/conversations', { params: { query } })),
    (event) => changes(event, 'conversation') || changesProject(event, projectId, 'projects'),
  );
}
