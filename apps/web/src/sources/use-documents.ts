import { computed, type ComputedRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { DocumentPage, LoggedEvent, ProjectDocument } from '../api/types.ts';
import { changesProject } from '../projects/project-events.ts';
import { useResource, type Resource } from '../shared/use-resource.ts';

const MAX_SHOWN = 200;

/** The documents of a project, kept up to date. */
export interface LiveDocuments extends Pick<Resource<unknown>, 'problem' | 'loaded' | 'refresh'> {
  readonly documents: ComputedRef<readonly ProjectDocument[]>;
}

/** @param projectId - The project; must not change while the component lives. */
export function useDocuments(projectId: string): LiveDocuments {
  const known: ComputedRef<readonly ProjectDocument[]> = computed(
    () => list.value.value?.items ?? [],
  );
  const isOfDocument = ({ taskId }: LoggedEvent) =>
    taskId !== null && known.value.some((document) => document.taskId === taskId);
  const params = { path: { id: projectId }, query: { limit: MAX_SHOWN } };
  const list: Resource<DocumentPage> = useResource(
    () => bodyOf(api.GET('/projects/{id}/documents', { params })),
    // A document that cannot be read is known by the end of its task.
    (event) => changesProject(event, projectId, 'projects') || isOfDocument(event),
  );
  const { problem, loaded, refresh } = list;
  return { documents: known, problem, loaded, refresh };
}
