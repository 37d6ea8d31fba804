import { Inject, Injectable } from '@nestjs/common';
import {
  planRestore,
  type Added,
  type BackupCatalog,
  type CompleteBackup,
  type RestorePlan as Comparison,
} from '#backups';
import type { RestorePlan, Task } from '#contracts/api';
import { AppError, type Config } from '#platform';
import { InstallationTasksRepository } from '#store';
import { Dispatcher } from '../dispatcher/dispatcher.ts';
import { idempotentRequest } from '../http/idempotency-key.ts';
import { CONFIG } from '../infrastructure/config.module.ts';
import { toTask } from '../tasks/task-view.ts';
import { BACKUP_CATALOG } from './backups.tokens.ts';

/** Plans of restores, and requests for them. Workers restore. */
@Injectable()
export class RestoresService {
  constructor(
    @Inject(BACKUP_CATALOG) private readonly catalog: BackupCatalog,
    @Inject(CONFIG) private readonly config: Config,
    private readonly requests: InstallationTasksRepository,
    private readonly dispatcher: Dispatcher,
  ) {}

  /**
   * What a restore of a backup would change.
   * @throws AppError `not_found`, `backup_format_unknown`, `backup_place_unavailable`
   */
  async plan(backupId: string): Promise<RestorePlan> {
    const backup = await this.backup(backupId);
    return toPlan(backup, await planRestore(this.config.database.url, backup.manifest));
  }

  /**
   * Requests a restore, or joins the one of the same backup that is pending or running.
   * @param confirm what a person has typed
   * @throws AppError `not_found`, `confirmation_missing`, `installation_busy`,
   *   `idempotency_key_reused`, `backup_format_unknown`, `backup_place_unavailable`
   */
  async request(backupId: string, confirm: string | null, key: string | null): Promise<Task> {
    const { id } = await this.backup(backupId);
    if (confirm !== confirmationOf(id)) {
      const message = `To restore this backup, send \`confirm\` with the text "${confirmationOf(id)}".`;
      throw new AppError('confirmation_missing', message);
    }
    const request = idempotentRequest(`POST /backups/${id}/restore`, key, { confirm });
    const task = await this.requests.request('restore', { settings: { backupId: id } }, request);
    this.dispatcher.request();
    return toTask(task, this.config.temporal);
  }

  private async backup(id: string): Promise<CompleteBackup> {
    const { backups, unreadable } = await this.catalog.read();
    const backup = backups.find((each) => each.id === id);
    if (backup !== undefined) return backup;
    if (unreadable.some((each) => each.id === id && each.problem === 'newer_format')) {
      const message = `The backup ${id} has a format that this version does not know.`;
      throw new AppError('backup_format_unknown', message);
    }
    throw new AppError('not_found', `There is no backup ${id}.`);
  }
}

/** What a person types to confirm a restore. */
function confirmationOf(backupId: string): string {
  return `restore ${backupId}`;
}

function toPlan({ id, manifest }: CompleteBackup, comparison: Comparison): RestorePlan {
  const { takenAt, contents, database, blobs, missingBlobs } = manifest;
  const { tables, newestEvent, gone, schemaVersion } = comparison;
  const { schemaVersion: from } = contents;
  return {
    backupId: id,
    takenAt,
    confirm: confirmationOf(id),
    tables: [...tables],
    newestEvent: { now: newestEvent, then: contents.eventNumber },
    gone: {
      conversations: toGone(gone.conversations),
      exchanges: toGone(gone.exchanges),
      clips: toGone(gone.clips),
      memories: toGone(gone.memories),
      projects: toGone(gone.projects),
      documents: toGone(gone.documents),
    },
    migration: from < schemaVersion ? { from, to: schemaVersion } : null,
    bytes: database.bytes + blobs.bytes,
    missingRecordings: missingBlobs.length,
  };
}

function toGone({ count, newestAt }: Added) {
  return { count, newestAt: newestAt?.toISOString() ?? null };
}
