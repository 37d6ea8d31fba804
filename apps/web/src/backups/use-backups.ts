import { api, bodyOf } from '../api/client.ts';
import type { Backup, BackupStatus } from '../api/types.ts';
import { useList, type LiveList } from '../shared/use-list.ts';
import { useResource, type Resource } from '../shared/use-resource.ts';
import { isEndForAll } from '../tasks/task-end.ts';

/** Whether everything is backed up; kept up to date. */
export function useBackupStatus(): Resource<BackupStatus> {
  return useResource(() => bodyOf(api.GET('/backups/status')), isEndForAll);
}

/** Complete backups, newest first. */
export function useBackups(): LiveList<Backup> {
  return useList({
    name: 'backups',
    step: 20,
    fetchPage: (query) => bodyOf(api.GET('/backups', { params: { query } })),
    isChanged: isEndForAll,
  });
}
