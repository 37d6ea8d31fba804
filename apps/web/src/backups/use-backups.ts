import { computed, watch, type ComputedRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { Backup, BackupStatus } from '../api/types.ts';
import { useResource, type Resource } from '../shared/use-resource.ts';
import { isEndForAll } from '../tasks/task-end.ts';

/** Whether everything is backed up; kept up to date. */
export function useBackupStatus(): Resource<BackupStatus> {
  return useResource(() => bodyOf(api.GET('/backups/status')), isEndForAll);
}

/** Backups that are kept up to date. */
export interface LiveBackups extends Pick<Resource<unknown>, 'problem' | 'loaded' | 'refresh'> {
  readonly backups: ComputedRef<readonly Backup[]>;
  /** Whether older backups exist. */
  readonly more: ComputedRef<boolean>;
}

/**
 * Complete backups, newest first.
 *
 * @param limit - How many at most; a change fetches them again.
 */
export function useBackups(limit: () => number): LiveBackups {
  const { value, problem, loaded, refresh } = useResource(
    () => bodyOf(api.GET('/backups', { params: { query: { limit: limit() } } })),
    isEndForAll,
  );
  watch(limit, refresh);
  const backups = computed(() => value.value?.items ?? []);
  const more = computed(() => (value.value?.nextCursor ?? null) !== null);
  return { backups, more, problem, loaded, refresh };
}
