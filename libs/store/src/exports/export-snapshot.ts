import { and, asc, eq, getTableColumns, isNull, sql, type SQL } from 'drizzle-orm';
import type { ExportScope } from '#contracts/model';
import type { Transaction } from '../database/database.ts';
import {
  conversations,
  memories,
  ownerGlossaries,
  ownerSettings,
  projects,
} from '../schema/index.ts';
import { afterId } from './after-id.ts';
import { ConversationRows } from './conversation-rows.ts';
import { exportedEvents } from './exported-events.ts';
import { ProjectRows } from './project-rows.ts';
import { rowPages } from './row-pages.ts';
import { SpeakerRows } from './speaker-rows.ts';

/** Rows of a page. */
const PAGE = 500;

/** A memory with the narratives that people have replaced, oldest first. */
export type ExportedMemoryRow = typeof memories.$inferSelect & {
  readonly earlier: readonly { readonly narrative: string; readonly replacedAt: string }[];
};

const EARLIER_NARRATIVES = sql<ExportedMemoryRow['earlier']>`coalesce((
  SELECT jsonb_agg(
    jsonb_build_object('narrative', earlier.narrative, 'replacedAt', earlier.replaced_at)
    ORDER BY earlier.position
  )
  FROM memory_narratives AS earlier WHERE earlier.memory_id = memories.id
), '[]')`;

/**
 * Everything that an export of a scope contains, in order of ids. Each method reads page by page, and
 * nothing that belongs to another owner.
 */
export class ExportSnapshot {
  /** What belongs to its conversations. */
  readonly texts: ConversationRows;
  /** What belongs to its projects. */
  readonly results: ProjectRows;
  /** What people have decided about its speakers. */
  readonly speakers: SpeakerRows;

  /** @param takenAt the moment as of which everything is read */
  constructor(
    private readonly tx: Transaction,
    readonly scope: ExportScope,
    readonly ownerId: string,
    readonly takenAt: Date,
  ) {
    this.texts = new ConversationRows(tx);
    this.results = new ProjectRows(tx);
    this.speakers = new SpeakerRows(tx);
  }

  conversations() {
    return rowPages<typeof conversations.$inferSelect>(PAGE, (after, size) =>
      this.tx
        .select()
        .from(conversations)
        .where(and(this.ofConversations(), afterId(conversations.id, after)))
        .orderBy(asc(conversations.id))
        .limit(size),
    );
  }

  projects() {
    const { kind, id } = this.scope;
    return rowPages<typeof projects.$inferSelect>(PAGE, (after, size) =>
      this.tx
        .select()
        .from(projects)
        .where(
          and(
            eq(projects.ownerId, this.ownerId),
            kind === 'owner' ? undefined : eq(projects.id, id),
            afterId(projects.id, after),
          ),
        )
        .orderBy(asc(projects.id))
        .limit(kind === 'conversation' ? 0 : size),
    );
  }

  /** Memories of no conversation; only all of an owner has any. */
  looseMemories() {
    const isWhole = this.scope.kind === 'owner' ? undefined : sql`false`;
    return this.memoriesWhere(and(isNull(memories.conversationId), isWhole));
  }

  memories(conversationId: string) {
    return this.memoriesWhere(eq(memories.conversationId, conversationId));
  }

  /** What is set for the owner; only all of an owner has it. @returns `null` when nothing is */
  async ownerSettings(): Promise<{
    readonly scoring: boolean;
    readonly voiceProfiles: boolean;
    readonly spokenLanguage: string | null;
  } | null> {
    if (this.scope.kind !== 'owner') return null;
    const { scoring, voiceProfiles, spokenLanguage } = ownerSettings;
    const [set] = await this.tx
      .select({ scoring, voiceProfiles, spokenLanguage })
      .from(ownerSettings)
      .where(eq(ownerSettings.ownerId, this.ownerId));
    return set ?? null;
  }

  /** The glossary of the owner; only all of an owner has it. @returns `null` when it has none */
  async ownerGlossary() {
    if (this.scope.kind !== 'owner') return null;
    const [row] = await this.tx
      .select({ entries: ownerGlossaries.entries })
      .from(ownerGlossaries)
      .where(eq(ownerGlossaries.ownerId, this.ownerId));
    return row === undefined ? null : row.entries;
  }

  /** The change log of the scope, without the work of exports. */
  events() {
    return exportedEvents(this.tx, this.scope, this.ownerId);
  }

  private memoriesWhere(condition: SQL | undefined) {
    return rowPages<ExportedMemoryRow>(PAGE, (after, size) =>
      this.tx
        .select({ ...getTableColumns(memories), earlier: EARLIER_NARRATIVES })
        .from(memories)
        .where(and(condition, eq(memories.ownerId, this.ownerId), afterId(memories.id, after)))
        .orderBy(asc(memories.id))
        .limit(size),
    );
  }

  private ofConversations(): SQL | undefined {
    const { kind, id } = this.scope;
    const isOfOwner = eq(conversations.ownerId, this.ownerId);
    if (kind === 'conversation') return and(isOfOwner, eq(conversations.id, id));
    if (kind === 'project') return and(isOfOwner, eq(conversations.projectId, id));
    return isOfOwner;
  }
}
