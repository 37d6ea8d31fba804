import { computed, watch, type ComputedRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { Project } from '../api/types.ts';
import { changes } from '../shared/event-parts.ts';
import { useResource, type Resource } from '../shared/use-resource.ts';
import { changesProject } from './project-events.ts';

/** Projects that are kept up to date. */
export interface LiveProjects extends Pick<Resource<unknown>, 'problem' | 'loaded' | 'refresh'> {
  readonly projects: ComputedRef<readonly Project[]>;
  /** Whether older projects exist. */
  readonly more: ComputedRef<boolean>;
}

/**
 * Projects, newest first.
 *
 * @param limit - How many at most; a change fetches them again.
 */
export function useProjects(limit: () => number): LiveProjects {
  const { value, problem, loaded, refresh } = useResource(
    () => bodyOf(api.GET('/projects', { params: { query: { limit: limit() } } })),
    (event) => changes(event, 'projects'),
  );
  watch(limit, refresh);
  const projects = computed(() => value.value?.items ?? []);
  const more = computed(() => (value.value?.nextCursor ?? null) !== null);
  return { projects, more, problem, loaded, refresh };
}

/** A project, kept up to date. @param id - The project; must not change while the component lives. */
export function useProject(id: string): Resource<Project> {
  return useResource(
    () => bodyOf(api.GET('/projects/{id}', { params: { path: { id } } })),
    (event) => changesProject(event, id, 'projects'),
  );
}
