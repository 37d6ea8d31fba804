import { Injectable } from '@nestjs/common';
import type { EffectiveGlossary, Glossary } from '#contracts/api';
import type { GlossaryEntry } from '#contracts/model';
import { addEntries, effectiveGlossary, replaceEntry, withoutEntry } from '#domain';
import { AppError } from '#platform';
import {
  GlossariesRepository,
  glossaryEntryId,
  type GlossaryRecord,
  type GlossaryScope,
} from '#store';
import { decidedEntries } from './decided-entries.ts';
import { toEffectiveGlossary, toGlossary } from './glossary-view.ts';

/** Whether the caller has seen the glossary that a change is made of. */
export type IsSeen = (glossary: Glossary) => boolean;

/** Glossaries of owners, projects and conversations, and what people change in them. */
@Injectable()
export class GlossariesService {
  constructor(private readonly glossaries: GlossariesRepository) {}

  /** @throws AppError `not_found` */
  async find(scope: GlossaryScope): Promise<Glossary> {
    return toGlossary(await this.glossaries.find(scope));
  }

  /** The entries by which a conversation is corrected. @throws AppError `not_found` */
  async effective(conversationId: string): Promise<EffectiveGlossary> {
    await this.glossaries.find({ level: 'conversation', id: conversationId });
    const levels = await this.glossaries.levelsOf(conversationId);
    return toEffectiveGlossary(effectiveGlossary(levels));
  }

  /**
   * Adds entries, or adds to those that are there.
   * @throws AppError `not_found`, `glossary_changed`, `glossary_conflict`, `glossary_full`,
   * `owner_being_erased`
   */
  add(scope: GlossaryScope, added: readonly GlossaryEntry[], isSeen: IsSeen): Promise<Glossary> {
    return this.change(scope, isSeen, ({ entries }) => decidedEntries(addEntries(entries, added)));
  }

  /**
   * Changes an entry, which may get another term and so another id. That it has that term already is no
   * error, so the request can be repeated.
   * @throws AppError as {@link add}, and `not_found` when there is no such entry
   */
  set(
    scope: GlossaryScope,
    entryId: string,
    entry: GlossaryEntry,
    isSeen: IsSeen,
  ): Promise<Glossary> {
    return this.change(scope, isSeen, ({ entries }) => {
      const isOf = (id: string) => (each: GlossaryEntry) => glossaryEntryId(each) === id;
      const known = entries.find(isOf(entryId)) ?? entries.find(isOf(glossaryEntryId(entry)));
      if (known === undefined) throw noEntry(entryId);
      return decidedEntries(replaceEntry(entries, known.term, entry));
    });
  }

  /** Removes an entry; one that is not there is no error. @throws AppError as {@link add} */
  async remove(scope: GlossaryScope, entryId: string, isSeen: IsSeen): Promise<void> {
    await this.change(scope, isSeen, ({ entries }) => {
      const known = entries.find((each) => glossaryEntryId(each) === entryId);
      return known === undefined ? entries : withoutEntry(entries, known.term);
    });
  }

  private async change(
    scope: GlossaryScope,
    isSeen: IsSeen,
    decide: (record: GlossaryRecord) => readonly GlossaryEntry[],
  ): Promise<Glossary> {
    const record = await this.glossaries.change(scope, (stored) => {
      if (!isSeen(toGlossary(stored))) {
        throw new AppError('glossary_changed', 'The glossary is another one than was read.');
      }
      return decide(stored);
    });
    return toGlossary(record);
  }
}

function noEntry(id: string): AppError {
  return new AppError('not_found', `The glossary has no entry ${id}.`);
}
