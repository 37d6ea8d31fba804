import { sql, type SQL } from 'drizzle-orm';
import {
  actionItemMarks,
  clips,
  conversations,
  correctionChanges,
  exchanges,
  memories,
  memoryNarratives,
  rejectedNames,
  renamedConversations,
  replacementPassages,
  segments,
  speakerChanges,
  summaries,
  summaryEdits,
  taskChunks,
  tasks,
  textVersions,
  turns,
  voiceProfiles,
} from '../../schema/index.ts';
import { binTable, type BinTable } from '../bin-table.ts';

/**
 * Every table with rows that belong to a conversation, each after those that its rows refer to.
 * A spec compares the list with the columns of the database.
 */
export const CONVERSATION_TABLES: readonly BinTable[] = [
  binTable(conversations, (id) => sql`id = ${id}`),
  binTable(exchanges, byConversation),
  binTable(turns, byConversation),
  binTable(tasks, byConversation),
  binTable(clips, byConversation),
  binTable(segments, byConversation),
  binTable(textVersions, byConversation),
  binTable(summaries, byConversation),
  binTable(summaryEdits, byConversation),
  binTable(actionItemMarks, byConversation),
  binTable(speakerChanges, byConversation),
  binTable(voiceProfiles, byConversation),
  binTable(rejectedNames, byConversation),
  binTable(renamedConversations, byConversation),
  binTable(replacementPassages, byConversation),
  binTable(
    correctionChanges,
    (id) => sql`segment_id IN (SELECT id FROM segments WHERE conversation_id = ${id})`,
  ),
  binTable(memories, byConversation),
  binTable(
    memoryNarratives,
    (id) => sql`memory_id IN (SELECT id FROM memories WHERE conversation_id = ${id})`,
  ),
  binTable(
    taskChunks,
    (id) => sql`task_id IN (SELECT id FROM tasks WHERE conversation_id = ${id})`,
  ),
];

function byConversation(id: string): SQL {
  return sql`conversation_id = ${id}`;
}
