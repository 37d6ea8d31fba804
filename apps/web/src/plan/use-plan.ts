import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { api, taggedBodyOf } from '../api/client.ts';
import type { LoggedEvent, ProjectPlan } from '../api/types.ts';
import { changesProject } from '../projects/project-events.ts';
import { useFeed } from '../shared/use-feed.ts';
import { useRequest, type PageRequest } from '../shared/use-request.ts';

/** The plan of a project. */
export interface PlanAccess extends Pick<PageRequest, 'busy' | 'problem'> {
  /** Null until it has been fetched. */
  readonly plan: Readonly<ShallowRef<ProjectPlan | null>>;
  readonly saved: Ref<boolean>;
  readonly load: () => Promise<void>;
  /** Saves the plan; refused with `plan_changed` when somebody has changed it since it was loaded. */
  readonly save: (plan: ProjectPlan) => Promise<void>;
  /** Saves the plan whatever is stored. */
  readonly replace: (plan: ProjectPlan) => Promise<void>;
}

/**
 * @param projectId - The project.
 * @param isTouched - Whether a person is changing the plan; then it is not fetched again.
 */
export function usePlan(projectId: string, isTouched: () => boolean): PlanAccess {
  const { busy, problem, send } = useRequest();
  const plan = shallowRef<ProjectPlan | null>(null);
  const saved = ref(false);
  const params = { path: { id: projectId } };
  let seenTag: string | null = null;
  const take = ({ body, tag }: { body: ProjectPlan; tag: string | null }) => {
    if (tag !== seenTag) plan.value = body;
    seenTag = tag;
  };
  const fetchPlan = async () =>
    take(await taggedBodyOf(api.GET('/projects/{id}/plan', { params })));
  const put = async (body: ProjectPlan, tag: string | null) => {
    const headers = tag === null ? {} : { 'If-Match': tag };
    saved.value = await send(async () =>
      take(await taggedBodyOf(api.PUT('/projects/{id}/plan', { params, body, headers }))),
    );
  };
  useFeed({
    onEvent: (event) => void (changesPlan(event, projectId) && !isTouched() && fetchPlan()),
  });
  return {
    ...{ plan, busy, problem, saved },
    load: async () => {
      await send(fetchPlan);
    },
    save: (body) => put(body, seenTag),
    replace: (body) => put(body, null),
  };
}

function changesPlan(event: LoggedEvent, projectId: string): boolean {
  const changed = event.data['changed'];
  const isOther = Array.isArray(changed) && !changed.includes('plan');
  return changesProject(event, projectId, 'projects') && !isOther;
}
