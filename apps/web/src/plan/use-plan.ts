import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { ProjectPlan } from '../api/types.ts';
import { useRequest, type PageRequest } from '../shared/use-request.ts';

/** The plan of a project. It is not fetched again while a person changes it. */
export interface PlanAccess extends Pick<PageRequest, 'busy' | 'problem'> {
  /** Null until it has been fetched. */
  readonly plan: Readonly<ShallowRef<ProjectPlan | null>>;
  readonly saved: Ref<boolean>;
  readonly load: () => Promise<void>;
  readonly save: (plan: ProjectPlan) => Promise<void>;
}

export function usePlan(projectId: string): PlanAccess {
  const { busy, problem, send } = useRequest();
  const plan = shallowRef<ProjectPlan | null>(null);
  const saved = ref(false);
  const params = { path: { id: projectId } };
  const load = async () => {
    await send(async () => {
      plan.value = await bodyOf(api.GET('/projects/{id}/plan', { params }));
    });
  };
  const save = async (body: ProjectPlan) => {
    saved.value = await send(async () => {
      plan.value = await bodyOf(api.PUT('/projects/{id}/plan', { params, body }));
    });
  };
  return { plan, busy, problem, saved, load, save };
}
