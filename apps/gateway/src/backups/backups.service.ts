import { Inject, Injectable } from '@nestjs/common';
import {
  isGood,
  takenAtMs,
  type BackupCatalog,
  type BackupPlace,
  type CatalogContents,
} from '#backups';
import type {
  BackupDetails,
  BackupPage,
  BackupQuery,
  BackupStatus,
  CreateBackup,
  Task,
} from '#contracts/api';
import { areBackupsOverdue } from '#domain';
import { AppError, type Config } from '#platform';
import {
  EventLogRepository,
  InstallationTasksRepository,
  TasksRepository,
  type TaskRecord,
} from '#store';
import { Dispatcher } from '../dispatcher/dispatcher.ts';
import { idempotentRequest } from '../http/idempotency-key.ts';
import { CONFIG } from '../infrastructure/config.module.ts';
import { toTask } from '../tasks/task-view.ts';
import { toBackup, toBackupDetails } from './backup-view.ts';
import { BACKUP_CATALOG, BACKUP_PLACE } from './backups.tokens.ts';
import { NextBackup } from './next-backup.ts';

/** The backups in their place, and requests for more. */
@Injectable()
export class BackupsService {
  constructor(
    @Inject(BACKUP_CATALOG) private readonly catalog: BackupCatalog,
    @Inject(BACKUP_PLACE) private readonly place: BackupPlace,
    @Inject(CONFIG) private readonly config: Config,
    private readonly requests: InstallationTasksRepository,
    private readonly tasks: TasksRepository,
    private readonly events: EventLogRepository,
    private readonly next: NextBackup,
    private readonly dispatcher: Dispatcher,
  ) {}

  /** A page of complete backups, newest first. @throws AppError `backup_place_unavailable` */
  async list({ limit, cursor }: BackupQuery): Promise<BackupPage> {
    const { backups } = await this.catalog.read();
    const first = cursor === undefined ? 0 : backups.findIndex(({ id }) => id === cursor) + 1;
    const items = backups.slice(first, first + limit).map(toBackup);
    const hasMore = first + limit < backups.length;
    return { items, nextCursor: hasMore ? (items.at(-1)?.id ?? null) : null };
  }

  /** @throws AppError `not_found`, `backup_place_unavailable` */
  async find(id: string): Promise<BackupDetails> {
    const backup = await this.catalog.find(id);
    if (backup !== null) return toBackupDetails(backup);
    throw new AppError('not_found', `There is no backup ${id}.`);
  }

  /**
   * Requests a backup, or joins the one that is pending or running.
   * @throws AppError `idempotency_key_reused`
   */
  async create(wanted: CreateBackup, key: string | null): Promise<Task> {
    const request = idempotentRequest('POST /backups', key, wanted);
    const task = await this.requests.request('backup', { settings: wanted }, request);
    this.dispatcher.request();
    return toTask(task, this.config.temporal);
  }

  /** @throws AppError `backup_place_unavailable` */
  async status(): Promise<BackupStatus> {
    const [contents, freeBytes, latest, firstAt, nextAt] = await Promise.all([
      this.catalog.read(),
      this.place.freeBytes(),
      this.latestTask(),
      this.events.firstAt(),
      this.next.at(),
    ]);
    const good = contents.backups.find(isGood) ?? null;
    const goodMs = good === null ? null : takenAtMs(good);
    return {
      place: this.place.label,
      encrypted: this.config.backups.seal.kind !== 'none',
      overdue: areBackupsOverdue(goodMs, firstAt?.getTime() ?? null, Date.now()),
      lastGood: good === null ? null : toBackup(good),
      latestTaskId: latest?.id ?? null,
      nextAt: nextAt?.toISOString() ?? null,
      count: contents.backups.length,
      bytes: sizeOf(contents),
      freeBytes,
      unreadable: [...contents.unreadable],
    };
  }

  private async latestTask(): Promise<TaskRecord | null> {
    const { items } = await this.tasks.list({ type: 'backup', limit: 1 });
    return items[0] ?? null;
  }
}

/** The newest backup names nearly all recordings in the place; older ones share them. */
function sizeOf({ backups }: CatalogContents): number {
  const own = backups.reduce((sum, { bytes }) => sum + bytes, 0);
  return own + (backups[0]?.manifest.blobs.bytes ?? 0);
}
