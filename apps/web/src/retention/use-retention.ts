import { computed, type ComputedRef } from 'vue';
import { api, bodyOf, doneBy } from '../api/client.ts';
import type { RetentionDue, RetentionRule, SetRetentionRule, Task } from '../api/types.ts';
import { useResource, type Resource } from '../shared/use-resource.ts';
import { isEndForAll } from '../tasks/task-end.ts';

/** The rules of retention, and what they would remove now. */
export interface LiveRetention extends Pick<Resource<unknown>, 'problem' | 'loaded' | 'refresh'> {
  readonly rules: ComputedRef<readonly RetentionRule[]>;
  /** Null until it is known. */
  readonly due: ComputedRef<RetentionDue | null>;
}

export function useRetention(): LiveRetention {
  const { value, problem, loaded, refresh } = useResource(read, isEndForAll);
  const rules = computed(() => value.value?.rules ?? []);
  const due = computed(() => value.value?.due ?? null);
  return { rules, due, problem, loaded, refresh };
}

async function read() {
  const [{ items: rules }, due] = await Promise.all([
    bodyOf(api.GET('/retention-rules')),
    dueBy(null),
  ]);
  return { rules, due };
}

/**
 * What would be removed now.
 *
 * @param rules - By these rules; null for those that are set.
 */
export function dueBy(rules: SetRetentionRule[] | null): Promise<RetentionDue> {
  return bodyOf(api.POST('/retention-rules/dry-run', { body: rules === null ? {} : { rules } }));
}

export async function setRule(rule: SetRetentionRule): Promise<void> {
  await bodyOf(api.POST('/retention-rules', { body: rule }));
}

export function removeRule(id: string): Promise<void> {
  return doneBy(api.DELETE('/retention-rules/{id}', { params: { path: { id } } }));
}

/** Applies the rules now. */
export function applyRules(): Promise<Task> {
  return bodyOf(api.POST('/retention-rules/run'));
}
