import { Injectable } from '@nestjs/common';
import type {
  PreviewReplacement,
  Replacement,
  ReplacementPassagePage,
  ReplacementPassageQuery,
} from '#contracts/api';
import { GlossariesRepository, ReplacementsRepository } from '#store';
import { Dispatcher } from '../dispatcher/dispatcher.ts';
import { idempotentRequest } from '../http/idempotency-key.ts';
import { PassageFinder } from './passage-finder.ts';
import { toPassage, toReplacement } from './replacement-view.ts';

/** Replacements of words in what was said. */
@Injectable()
export class ReplacementsService {
  constructor(
    private readonly replacements: ReplacementsRepository,
    private readonly glossaries: GlossariesRepository,
    private readonly finder: PassageFinder,
    private readonly dispatcher: Dispatcher,
  ) {}

  /**
   * Finds what would be replaced, and keeps it as a preview.
   * @throws AppError `not_found`, `replacement_too_large`, `idempotency_key_reused`,
   * `owner_being_erased`
   */
  async preview(body: PreviewReplacement, key: string | null): Promise<Replacement> {
    const { level, id, ...wanted } = body;
    const scope = { level, id };
    const { ownerId } = await this.glossaries.find(scope);
    const passages = await this.finder.find(scope, wanted);
    const request = idempotentRequest(`POST /replacements ${ownerId}`, key, body);
    return toReplacement(
      await this.replacements.create({ scope, ownerId, ...wanted, passages }, request),
    );
  }

  /** @throws AppError `not_found` */
  async find(id: string): Promise<Replacement> {
    return toReplacement(await this.replacements.find(id));
  }

  /** @throws AppError `not_found` */
  async passages(id: string, query: ReplacementPassageQuery): Promise<ReplacementPassagePage> {
    const page = await this.replacements.passages({ replacementId: id, ...query });
    return { items: page.items.map(toPassage), nextCursor: page.nextCursor };
  }

  /** Replaces what the preview shows, in the background. @throws AppError `not_found` */
  async apply(id: string): Promise<Replacement> {
    const record = await this.replacements.apply(id);
    this.dispatcher.request();
    return toReplacement(record);
  }

  /**
   * Takes all of it back, in the background.
   * @throws AppError `not_found`, `replacement_not_ready`
   */
  async undo(id: string): Promise<Replacement> {
    const record = await this.replacements.undo(id);
    this.dispatcher.request();
    return toReplacement(record);
  }

  /** Takes one passage back. @throws AppError `not_found` */
  async undoOne(replacementId: string, segmentId: string): Promise<Replacement> {
    const record = await this.replacements.undoOne({ replacementId, segmentId });
    this.dispatcher.request();
    return toReplacement(record);
  }
}
