import { computed, type ComputedRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { LoggedEvent, Project } from '../api/types.ts';
import { changes } from '../shared/event-parts.ts';
import { firstItems, type FetchPage } from '../shared/first-items.ts';
import { useList, type LiveList } from '../shared/use-list.ts';
import { useResource, type Resource } from '../shared/use-resource.ts';
import { changesProject } from './project-events.ts';

/** Projects, newest first. */
export function useProjects(): LiveList<Project> {
  return useList({ name: 'projects', step: 30, fetchPage, isChanged });
}

/** All projects, to choose from; empty until they have been fetched. */
export function useAllProjects(): ComputedRef<readonly Project[]> {
  const { value } = useResource(() => firstItems(Infinity, fetchPage), isChanged);
  return computed(() => value.value?.items ?? []);
}

const fetchPage: FetchPage<Project> = (query) =>
  bodyOf(api.GET('/projects', { params: { query } }));
const isChanged = (event: LoggedEvent) => changes(event, 'projects');

/** A project, kept up to date. @param id - The project; must not change while the component lives. */
export function useProject(id: string): Resource<Project> {
  return useResource(
    () => bodyOf(api.GET('/projects/{id}', { params: { path: { id } } })),
    (event) => changesProject(event, id, 'projects'),
  );
}
