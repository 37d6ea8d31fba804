import { api, bodyOf } from '../api/client.ts';
import type { FactDecision } from '../api/types.ts';
import { useRequest, type PageRequest } from '../shared/use-request.ts';

/** Stores what a person decides of a fact. */
export interface FactDecisions extends Pick<PageRequest, 'busy' | 'problem'> {
  /** @returns Whether it was stored. */
  readonly decide: (decision: FactDecision) => Promise<boolean>;
  /** Takes the decision back. @returns Whether that was stored. */
  readonly undo: () => Promise<boolean>;
}

export function useFactDecision(projectId: string, factId: string): FactDecisions {
  const { busy, problem, send } = useRequest();
  const params = { path: { id: projectId, factId } };
  const path = '/projects/{id}/facts/{factId}/decision';
  return {
    busy,
    problem,
    decide: (body) => send(() => bodyOf(api.PUT(path, { params, body }))),
    undo: () => send(() => bodyOf(api.DELETE(path, { params }))),
  };
}
