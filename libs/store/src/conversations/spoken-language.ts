import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { TaskSettings } from '#contracts/tasks';
import type { Transaction } from '../database/database.ts';
import { conversations, ownerSettings, projects } from '../schema/index.ts';

/** The language that is set nearest: for the conversation, its project, or its owner. */
const NEAREST = sql<string | null>`coalesce(
  ${conversations.spokenLanguage}, ${projects.spokenLanguage}, ${ownerSettings.spokenLanguage})`;

/**
 * What is spoken in recordings of conversations, as ISO 639-1 or `auto`, by the ids of the conversations.
 * Those for which nothing is set are left out: their recordings have the language of the installation.
 */
export async function spokenLanguagesOf(
  tx: Transaction,
  conversationIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .select({ id: conversations.id, language: NEAREST })
    .from(conversations)
    .leftJoin(projects, eq(projects.id, conversations.projectId))
    .leftJoin(ownerSettings, eq(ownerSettings.ownerId, conversations.ownerId))
    .where(and(inArray(conversations.id, [...conversationIds]), isNotNull(NEAREST)));
  return new Map(rows.flatMap(({ id, language }) => (language === null ? [] : [[id, language]])));
}

/** The same for a conversation that is about to be in a project of an owner. @returns `null` for none */
export async function spokenLanguageIn(
  tx: Transaction,
  { projectId, ownerId }: { readonly projectId: string | null; readonly ownerId: string },
): Promise<string | null> {
  const [project] = await tx
    .select({ language: projects.spokenLanguage })
    .from(projects)
    .where(projectId === null ? sql`false` : eq(projects.id, projectId));
  const [owner] = await tx
    .select({ language: ownerSettings.spokenLanguage })
    .from(ownerSettings)
    .where(eq(ownerSettings.ownerId, ownerId));
  return project?.language ?? owner?.language ?? null;
}

/**
 * The settings of a new transcription. The language is stored with it: a default that somebody changes
 * later never gives one recording two languages.
 * @param given those that were asked for, which come first
 * @param language what is set for its conversation
 */
export function inLanguage(
  given: TaskSettings | undefined,
  language: string | null | undefined,
): TaskSettings | undefined {
  if (language === undefined || language === null || given?.language !== undefined) return given;
  return { ...given, language };
}
