import { Inject, Injectable } from '@nestjs/common';
import { isGood, takenAtMs, type BackupCatalog, type CompleteBackup } from '#backups';
import type {
  Erasure,
  ErasureDetails,
  ErasurePage,
  ErasureQuery,
  RequestedErasure,
} from '#contracts/api';
import { keptUntilMs, type PrunableBackup } from '#domain';
import { AppError, type Config } from '#platform';
import { ErasuresRepository, type ErasureRecord } from '#store';
import { BACKUP_CATALOG } from '../../backups/backups.tokens.ts';
import { Dispatcher } from '../../dispatcher/dispatcher.ts';
import { CONFIG } from '../../infrastructure/config.module.ts';
import { toTask } from '../../tasks/task-view.ts';

/** Erasures of owners: requests for them, and what has come of them. Workers erase. */
@Injectable()
export class ErasuresService {
  constructor(
    private readonly erasures: ErasuresRepository,
    @Inject(BACKUP_CATALOG) private readonly catalog: BackupCatalog,
    @Inject(CONFIG) private readonly config: Config,
    private readonly dispatcher: Dispatcher,
  ) {}

  /**
   * Requests the erasure of an owner, or joins the one that is not completed.
   * @param confirm what a person has typed
   * @throws AppError `erasure_not_confirmed`, `owner_not_erasable`, `installation_busy`
   */
  async request(ownerId: string, confirm: string): Promise<RequestedErasure> {
    if (confirm !== ownerId) {
      const message = `To erase everything of this owner, send \`confirm\` with the text "${ownerId}".`;
      throw new AppError('erasure_not_confirmed', message);
    }
    const { erasure, task } = await this.erasures.request(ownerId);
    this.dispatcher.request();
    return { erasure: toErasure(erasure), task: toTask(task, this.config.temporal) };
  }

  async list(query: ErasureQuery): Promise<ErasurePage> {
    const { items, nextCursor } = await this.erasures.list(query);
    return { items: items.map(toErasure), nextCursor };
  }

  /** @throws AppError `not_found` */
  async find(id: string): Promise<ErasureDetails> {
    const erasure = await this.erasures.find(id);
    return { ...toErasure(erasure), backups: await this.holdingBackups(erasure) };
  }

  /** Backups from before its end, the newest first; `null` when their place cannot be read. */
  private async holdingBackups({ completedAt }: ErasureRecord): Promise<ErasureDetails['backups']> {
    const contents = await this.catalog.read().catch(nullIfAway);
    if (contents === null) return null;
    const all = contents.backups.map(toPrunable);
    const nowMs = Date.now();
    return contents.backups
      .filter((backup) => takenAtMs(backup) <= (completedAt?.getTime() ?? Infinity))
      .map((backup) => {
        const untilMs = keptUntilMs(toPrunable(backup), all, this.config.backups.keep, nowMs);
        const { id, manifest } = backup;
        return { id, takenAt: manifest.takenAt, keptUntil: new Date(untilMs).toISOString() };
      });
  }
}

function toErasure({ requestedAt, completedAt, counts, ...rest }: ErasureRecord): Erasure {
  return {
    ...rest,
    counts: counts === null ? null : { ...counts },
    requestedAt: requestedAt.toISOString(),
    completedAt: completedAt?.toISOString() ?? null,
  };
}

function toPrunable(backup: CompleteBackup): PrunableBackup {
  const { id, bytes } = backup;
  return { id, bytes, takenAtMs: takenAtMs(backup), isGood: isGood(backup) };
}

/** The erasure can be shown all the same. */
function nullIfAway(error: unknown): null {
  if (error instanceof AppError && error.code === 'backup_place_unavailable') return null;
  throw error;
}
