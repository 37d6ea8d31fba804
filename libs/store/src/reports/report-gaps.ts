import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { MOST_GAPS, type LinePlace, type ReportGaps, type SourceGap } from '#contracts/model';
import type { Transaction } from '../database/database.ts';
import { conversations, documents, type readSources } from '../schema/index.ts';

/** What a report of some sources lacks. */
interface CountedGaps {
  /** Number of sources that could not be read. */
  readonly failed: number;
  /** The first of each kind. */
  readonly gaps: ReportGaps;
}

/**
 * The gaps of a report: statements that were left out, sources that an agent could not read, and
 * documents of the project that nobody could.
 * @param read the sources that the agent has read, or tried to
 */
export async function reportGaps(
  tx: Transaction,
  projectId: string,
  read: readonly (typeof readSources.$inferSelect)[],
): Promise<CountedGaps> {
  const leftOut = read.flatMap((source) => source.leftOut).slice(0, MOST_GAPS);
  const failed = read.flatMap(({ sourceId: id, errorCode }) =>
    errorCode === null ? [] : { id, errorCode },
  );
  const unreadable = await unreadableDocuments(tx, projectId);
  const named = failed.slice(0, MOST_GAPS);
  const ids = [...leftOut.map(({ at }) => sourceIdOf(at)), ...named.map(({ id }) => id)];
  const names = await namesOf(tx, ids);
  const sources = named.map((source) => ({ ...source, name: names.get(source.id) ?? '' }));
  return {
    failed: failed.length + unreadable.length,
    gaps: {
      statements: leftOut.map((each) => ({
        ...each,
        sourceName: names.get(sourceIdOf(each.at)) ?? '',
      })),
      sources: [...sources, ...unreadable].slice(0, MOST_GAPS),
    },
  };
}

function sourceIdOf(at: LinePlace): string {
  return at.kind === 'spoken' ? at.conversationId : at.documentId;
}

async function unreadableDocuments(
  tx: Transaction,
  projectId: string,
): Promise<readonly SourceGap[]> {
  const rows = await tx
    .select({ id: documents.id, name: documents.fileName, errorCode: documents.errorCode })
    .from(documents)
    .where(and(eq(documents.projectId, projectId), isNotNull(documents.errorCode)))
    .orderBy(documents.id);
  return rows.flatMap(({ errorCode, ...row }) => (errorCode === null ? [] : { ...row, errorCode }));
}

/** Titles of conversations and file names of documents, by id. */
async function namesOf(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const wanted = [...new Set(ids)];
  const titles = await tx
    .select({ id: conversations.id, name: conversations.title })
    .from(conversations)
    .where(inArray(conversations.id, wanted));
  const fileNames = await tx
    .select({ id: documents.id, name: documents.fileName })
    .from(documents)
    .where(inArray(documents.id, wanted));
  return new Map([...titles, ...fileNames].map(({ id, name }) => [id, name]));
}
