import { Inject, Injectable } from '@nestjs/common';
import type { CreateExport, Export, ExportPage, ExportQuery } from '#contracts/api';
import { EXPORT_SCOPES, type ExportScope } from '#contracts/model';
import { isEnded } from '#contracts/tasks';
import { AppError, type Config } from '#platform';
import { ExportFolder, ExportsRepository, TasksRepository, type ExportFile } from '#store';
import { Dispatcher } from '../dispatcher/dispatcher.ts';
import { idempotentRequest } from '../http/idempotency-key.ts';
import { CONFIG } from '../infrastructure/config.module.ts';
import { toExport } from './export-view.ts';

/** Exports: requests for them, what there is, and their files. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly exports: ExportsRepository,
    private readonly tasks: TasksRepository,
    private readonly folder: ExportFolder,
    private readonly dispatcher: Dispatcher,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Requests an export, or joins the one of the same scope that has not ended.
   * @throws AppError `not_found`, `idempotency_key_reused`, `owner_limit_reached`
   */
  async create(wanted: CreateExport, key: string | null): Promise<Export> {
    const request = idempotentRequest('POST /exports', key, wanted);
    const made = await this.exports.request(scopeOf(wanted), request);
    this.dispatcher.request();
    return toExport(made, this.config.temporal);
  }

  /** A page of exports, newest first. */
  async list(query: ExportQuery): Promise<ExportPage> {
    const { items, nextCursor } = await this.exports.list(query);
    return { items: items.map((each) => toExport(each, this.config.temporal)), nextCursor };
  }

  /** @throws AppError `not_found` */
  async find(id: string): Promise<Export> {
    return toExport(await this.exports.find(id), this.config.temporal);
  }

  /** The finished file. @throws AppError `not_found`, `export_not_ready`, `export_gone` */
  async file(id: string): Promise<ExportFile> {
    const { file, task } = await this.exports.find(id);
    if (file === null) throw new AppError('export_not_ready', `Its task is ${task.state}.`);
    if ((await this.folder.sizeOf(id)) === file.sizeBytes) return file;
    throw new AppError('export_gone', 'The file of this export is not in its folder.');
  }

  /**
   * Removes an export and its file, and cancels it while it is being made.
   * @throws AppError `not_found`
   */
  async remove(id: string): Promise<void> {
    const { task } = await this.exports.find(id);
    if (!isEnded(task.state)) await this.cancel(task.id);
    await this.exports.remove(id);
    await this.folder.remove(id);
  }

  private async cancel(taskId: string): Promise<void> {
    try {
      await this.tasks.requestCancel(taskId);
      this.dispatcher.request();
    } catch (error) {
      // It has ended since it was read.
      if (!(error instanceof AppError) || error.code !== 'task_not_cancellable') throw error;
    }
  }
}

/** What the only field of a request names. */
function scopeOf(wanted: CreateExport): ExportScope {
  const { conversationId, projectId, ownerId } = wanted;
  const ids = { conversation: conversationId, project: projectId, owner: ownerId };
  const [scope] = EXPORT_SCOPES.flatMap((kind) => {
    const id = ids[kind];
    return id === undefined ? [] : [{ kind, id }];
  });
  if (scope) return scope;
  throw new AppError('invalid_request', 'The request names nothing to export.');
}
