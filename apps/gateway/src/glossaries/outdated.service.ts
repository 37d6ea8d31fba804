import { Injectable } from '@nestjs/common';
import type { OutdatedConversationPage, OutdatedConversationQuery } from '#contracts/api';
import { formIndex, foundForms, type FormIndex } from '#domain';
import { GlossariesRepository, type GlossaryScope } from '#store';

/** Texts that are read at once; short enough that others are served in between. */
const TEXTS_AT_ONCE = 500;

/** Conversations that were corrected before their glossary was changed. */
@Injectable()
export class OutdatedService {
  constructor(private readonly glossaries: GlossariesRepository) {}

  /**
   * Those in which a form of an entry is that a correction would replace now. A page has fewer than its
   * limit when others have none.
   * @throws AppError `not_found`
   */
  async list(
    scope: GlossaryScope,
    query: OutdatedConversationQuery,
  ): Promise<OutdatedConversationPage> {
    const { entries, changedAt } = await this.glossaries.find(scope);
    if (changedAt === null) return { items: [], nextCursor: null };
    const page = await this.glossaries.correctedBefore(scope, { ...query, changedAt });
    const ids = page.items.map(({ id }) => id);
    const passages = await this.count(ids, changedAt, formIndex(entries, { capitals: false }));
    const items = page.items.flatMap(({ id: conversationId, title }) => {
      const count = passages.get(conversationId) ?? 0;
      return count === 0 ? [] : [{ conversationId, title, passages: count }];
    });
    return { items, nextCursor: page.nextCursor };
  }

  /** How many texts of each conversation have a form. */
  private async count(
    ids: readonly string[],
    changedAt: Date,
    forms: FormIndex,
  ): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    if (forms.widest === 0) return counts;
    for (let cursor: string | undefined; ;) {
      const query = { changedAt, cursor, limit: TEXTS_AT_ONCE };
      const texts = await this.glossaries.textsCorrectedBefore(ids, query);
      for (const { conversationId, text } of texts) {
        if (foundForms(text, forms).length === 0) continue;
        counts.set(conversationId, (counts.get(conversationId) ?? 0) + 1);
      }
      if (texts.length < TEXTS_AT_ONCE) return counts;
      cursor = texts.at(-1)?.segmentId;
    }
  }
}
