import { computed, onMounted, shallowRef, type ComputedRef, type ShallowRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import { isTask } from '../api/guards.ts';
import type { RestorePlan, Task } from '../api/types.ts';
import { useRequest, type PageRequest } from '../shared/use-request.ts';

/** A restore that a person considers. */
export interface ConsideredRestore extends Pick<PageRequest, 'busy' | 'problem'> {
  /** What it would change; null until it is known. */
  readonly plan: ShallowRef<RestorePlan | null>;
  /** Whether the plan can be fetched again after a problem. */
  readonly canPlanAgain: ComputedRef<boolean>;
  readonly makePlan: () => Promise<void>;
  /** @param confirm - What the person typed. @returns The task; `null` if it was not accepted. */
  readonly start: (confirm: string) => Promise<Task | null>;
}

/** Asks what the restore would change, at once; nothing is changed before it is started. */
export function useRestore(backupId: string): ConsideredRestore {
  const { busy, problem, send } = useRequest();
  const plan = shallowRef<RestorePlan | null>(null);
  const params = { path: { id: backupId } };
  const makePlan = async () => {
    await send(async () => {
      const answer = await bodyOf(
        api.POST('/backups/{id}/restore', { params, body: { dryRun: true } }),
      );
      if (!isTask(answer)) plan.value = answer;
    });
  };
  const start = async (confirm: string) => {
    let task: Task | null = null;
    await send(async () => {
      const answer = await bodyOf(api.POST('/backups/{id}/restore', { params, body: { confirm } }));
      if (isTask(answer)) task = answer;
    });
    return task;
  };
  onMounted(makePlan);
  const canPlanAgain = computed(() => problem.value !== null && plan.value === null);
  return { plan, canPlanAgain, busy, problem, makePlan, start };
}
