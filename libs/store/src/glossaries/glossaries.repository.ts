import { eq, sql } from 'drizzle-orm';
import { ulid } from 'ulid';
import {
  compactGlossary,
  type GlossaryEntry,
  type GlossaryLevels,
  type CompactEntry,
} from '#contracts/model';
import { changedEvent as conversationChanged } from '../conversations/changed-event.ts';
import { lockConversation } from '../conversations/lock-conversations.ts';
import { setText } from '../conversations/set-text.ts';
import type { Database, Transaction } from '../database/database.ts';
import type { Page } from '../database/page.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { projectChanged } from '../projects/changed-event.ts';
import { lockProject } from '../projects/lock-project.ts';
import { ownerGlossaries, projects } from '../schema/index.ts';
import { glossaryLevels } from './glossary-levels.ts';
import type { GlossaryRecord, GlossaryScope } from './glossary.records.ts';
import {
  correctedBefore,
  textsCorrectedBefore,
  type CorrectedBefore,
  type CorrectedBeforeQuery,
  type TextCorrectedBefore,
} from './outdated-conversations.ts';
import { noSubject, readGlossary } from './read-glossary.ts';

/** Glossaries of owners, projects and conversations. */
export class GlossariesRepository {
  constructor(private readonly db: Database) {}

  /** Reads a glossary; that of an unknown owner is empty. @throws AppError `not_found` */
  find(scope: GlossaryScope): Promise<GlossaryRecord> {
    return readGlossary(this.db, scope);
  }

  /** The glossaries of a conversation, of its project and of its owner. */
  levelsOf(conversationId: string): Promise<GlossaryLevels> {
    return glossaryLevels(this.db, conversationId);
  }

  /** A page of the conversations that were corrected before their glossary was changed, newest first. */
  correctedBefore(
    scope: GlossaryScope,
    query: CorrectedBeforeQuery,
  ): Promise<Page<CorrectedBefore>> {
    return correctedBefore(this.db, scope, query);
  }

  /** What is shown of texts that were corrected before then and that no person has edited. */
  textsCorrectedBefore(
    conversationIds: readonly string[],
    query: CorrectedBeforeQuery,
  ): Promise<readonly TextCorrectedBefore[]> {
    return textsCorrectedBefore(this.db, conversationIds, query);
  }

  /**
   * Changes a glossary. What others change at the same time waits, so nothing is lost. Corrections use it
   * from the next one on.
   * @param decide its entries afterwards; what it throws leaves the glossary as it is
   * @returns the glossary afterwards
   * @throws AppError `not_found`, `owner_being_erased`
   */
  async change(
    scope: GlossaryScope,
    decide: (glossary: GlossaryRecord) => readonly GlossaryEntry[],
  ): Promise<GlossaryRecord> {
    return inTransaction(this.db, async (tx) => {
      const write = await lock(tx, scope);
      const before = await readGlossary(tx, scope);
      const entries = compactGlossary(decide(before));
      const isSame = JSON.stringify(entries) === JSON.stringify(compactGlossary(before.entries));
      if (isSame) return before;
      await write(entries);
      return readGlossary(tx, scope);
    });
  }

  /**
   * Gives an owner the glossary that an import brings, unless the owner has one.
   * @throws AppError `owner_being_erased`
   */
  async adopt(ownerId: string, entries: readonly GlossaryEntry[]): Promise<void> {
    const scope = { level: 'owner', id: ownerId } as const;
    await this.change(scope, (stored) => (stored.changedAt === null ? entries : stored.entries));
  }
}

type Write = (entries: CompactEntry[]) => Promise<void>;

/** Locks what a glossary belongs to. @returns how it is written */
async function lock(tx: Transaction, scope: GlossaryScope): Promise<Write> {
  switch (scope.level) {
    case 'conversation':
      return lockOfConversation(tx, scope);
    case 'project':
      return lockOfProject(tx, scope);
    case 'owner':
      return lockOfOwner(tx, scope);
  }
}

async function lockOfConversation(tx: Transaction, scope: GlossaryScope): Promise<Write> {
  const conversation = await lockConversation(tx, scope.id);
  if (conversation === null) throw noSubject(scope);
  return async (glossary) => {
    await setText(tx, scope.id, { glossary });
    await appendAndApply(tx, [conversationChanged(conversation, { glossary })]);
  };
}

async function lockOfProject(tx: Transaction, { id }: GlossaryScope): Promise<Write> {
  const project = await lockProject(tx, id);
  return async (glossary) => {
    const now = new Date();
    await tx
      .update(projects)
      .set({ glossary, glossaryChangedAt: now, updatedAt: now })
      .where(eq(projects.id, id));
    await appendAndApply(tx, [projectChanged(project, { changed: ['glossary'] })]);
  };
}

/** An owner without a glossary has no row to lock, so the lock is on the name. */
async function lockOfOwner(tx: Transaction, { id: ownerId }: GlossaryScope): Promise<Write> {
  const name = `owner_glossary:${ownerId}`;
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
  return async (entries) => {
    const set = { entries, changedAt: new Date() };
    await tx
      .insert(ownerGlossaries)
      .values({ ownerId, ...set })
      .onConflictDoUpdate({ target: ownerGlossaries.ownerId, set });
    const event = {
      type: 'owner_glossary_changed',
      ...{ ownerId, conversationId: null, taskId: null, data: {} },
      idempotencyKey: `owner_glossary_changed:${ulid()}`,
    } as const;
    await appendAndApply(tx, [event]);
  };
}
