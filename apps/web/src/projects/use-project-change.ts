import { api, bodyOf } from '../api/client.ts';
import type { Project } from '../api/types.ts';
import { useRequest, type PageRequest } from '../shared/use-request.ts';

/** The editable fields of a project; omitted fields stay unchanged. */
type Patch = Partial<
  Pick<
    Project,
    | 'name'
    | 'currency'
    | 'timeZone'
    | 'refresh'
    | 'summaryStyle'
    | 'transcriptStyle'
    | 'spokenLanguage'
  >
>;

/** Changes the fields of a project. */
export interface ProjectChange extends Pick<PageRequest, 'busy' | 'problem'> {
  /** @returns Whether the change was stored. */
  readonly change: (patch: Patch) => Promise<boolean>;
}

export function useProjectChange(id: string): ProjectChange {
  const { busy, problem, send } = useRequest();
  const change = (patch: Patch) =>
    send(() => bodyOf(api.PATCH('/projects/{id}', { params: { path: { id } }, body: patch })));
  return { busy, problem, change };
}
