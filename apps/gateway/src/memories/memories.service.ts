import { Inject, Injectable } from '@nestjs/common';
import type {
  EarlierNarratives,
  EditMemory,
  Memory,
  MemoryPage,
  MemoryQuery,
  Task,
  RememberPassage,
  WriteMemory,
} from '#contracts/api';
import type { Config } from '#platform';
import { MemoriesRepository, MemoryEditsRepository, PassageMemoriesRepository } from '#store';
import { Dispatcher } from '../dispatcher/dispatcher.ts';
import { idempotentRequest } from '../http/idempotency-key.ts';
import { CONFIG } from '../infrastructure/config.module.ts';
import { toTask } from '../tasks/task-view.ts';
import { toMemory } from './memory-view.ts';

/** Memories as the API shows them, and the operations on them. */
@Injectable()
export class MemoriesService {
  constructor(
    private readonly memories: MemoriesRepository,
    private readonly edits: MemoryEditsRepository,
    private readonly passages: PassageMemoriesRepository,
    private readonly dispatcher: Dispatcher,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Writes a memory, or returns the one that was written with the same key.
   * @throws AppError `idempotency_key_reused`, `owner_limit_reached`
   */
  async write(memory: WriteMemory, key: string | null): Promise<Memory> {
    const request = idempotentRequest(`POST /memories ${memory.ownerId}`, key, memory);
    const { scoringEnabled } = this.config.tasks;
    const record = await this.memories.write(memory, request, scoringEnabled);
    this.dispatcher.request();
    return toMemory(record);
  }

  /**
   * Writes a memory of a passage, or returns the one that its exchange has of the same words.
   * @returns the memory, and whether this request has written it
   * @throws AppError `not_found`, `idempotency_key_reused`
   */
  async remember(
    passage: { readonly conversationId: string; readonly segmentId: string },
    { narrative }: RememberPassage,
    key: string | null,
  ): Promise<{ readonly memory: Memory; readonly written: boolean }> {
    const scope = `POST /conversations/${passage.conversationId}/segments/${passage.segmentId}/memories`;
    const request = idempotentRequest(scope, key, { narrative });
    const { id, written } = await this.passages.write({ ...passage, narrative }, request);
    if (written) this.dispatcher.request();
    return { memory: await this.find(id), written };
  }

  async list({ since, until, ...query }: MemoryQuery): Promise<MemoryPage> {
    const page = await this.memories.list({ ...query, since: asDate(since), until: asDate(until) });
    return { items: page.items.map(toMemory), nextCursor: page.nextCursor };
  }

  /** @throws AppError `not_found` */
  async find(id: string): Promise<Memory> {
    return toMemory(await this.memories.require(id));
  }

  /** @throws AppError `not_found` */
  async edit(id: string, { narrative }: EditMemory): Promise<Memory> {
    await this.edits.edit(id, narrative);
    return this.find(id);
  }

  /** @throws AppError `not_found` */
  async narratives(id: string): Promise<EarlierNarratives> {
    const items = (await this.edits.earlier(id)).map(({ narrative, replacedAt }) => ({
      narrative,
      replacedAt: replacedAt.toISOString(),
    }));
    return { items };
  }

  /** @throws AppError `not_found` */
  async setPin(id: string, pinned: boolean): Promise<Memory> {
    return toMemory(await this.memories.setPin(id, pinned));
  }

  /** @throws AppError `not_found`, `owner_limit_reached` */
  async rescore(id: string): Promise<Task> {
    const task = await this.memories.rescore(id);
    this.dispatcher.request();
    return toTask(task, this.config.temporal);
  }
}

function asDate(timestamp: string | undefined): Date | undefined {
  return timestamp === undefined ? undefined : new Date(timestamp);
}
