import { sql, type SQL } from 'drizzle-orm';
import {
  actionItemMarks,
  clips,
  correctionChanges,
  exchanges,
  memories,
  memoryNarratives,
  replacementPassages,
  segments,
  speakerChanges,
  summaryEdits,
  taskChunks,
  tasks,
  textVersions,
  turns,
  voiceProfiles,
} from '../../schema/index.ts';
import { binTable, type BinTable } from '../bin-table.ts';

/** Which turns and exchanges of a conversation something consists of, by its id. */
export interface PartScope {
  /** A query of the conversation and the id of each turn. */
  readonly turns: (id: string) => SQL;
  /** A query of the conversation and the id of each exchange that it takes along. */
  readonly exchanges: (id: string) => SQL;
  /** The conditions of the rows of turns and exchanges, after the clips were moved. */
  readonly movedAfterClips: {
    readonly turns: (id: string) => SQL;
    readonly exchanges: (id: string) => SQL;
  };
}

/**
 * Every table with rows that belong to something that was said, each after those that its rows refer
 * to. Rows that tell which others belong to it are moved after these.
 */
export function partTables({ movedAfterClips, ...scope }: PartScope): readonly BinTable[] {
  const ofTurns = (id: string) => sql`(conversation_id, turn_id) IN (${scope.turns(id)})`;
  return [
    binTable(exchanges, movedAfterClips.exchanges),
    binTable(turns, movedAfterClips.turns),
    binTable(clips, ofTurns),
    binTable(speakerChanges, (id) => sql`clip_id IN (SELECT id FROM clips WHERE ${ofTurns(id)})`),
    binTable(voiceProfiles, (id) => sql`clip_id IN (SELECT id FROM clips WHERE ${ofTurns(id)})`),
    binTable(tasks, (id) => transcriptionsOf(scope, id)),
    binTable(segments, ofTurns),
    binTable(textVersions, ofTurns),
    binTable(actionItemMarks, ofTurns),
    // What people wrote may tell of it. It comes back with it.
    binTable(summaryEdits, (id) => ofSameConversation(scope, id)),
    binTable(replacementPassages, ofTurns),
    binTable(
      correctionChanges,
      (id) => sql`segment_id IN (SELECT id FROM segments WHERE ${ofTurns(id)})`,
    ),
    binTable(memories, (id) => memoriesOf(scope, id)),
    binTable(
      memoryNarratives,
      (id) => sql`memory_id IN (SELECT id FROM memories WHERE ${memoriesOf(scope, id)})`,
    ),
    binTable(
      taskChunks,
      (id) => sql`task_id IN (SELECT id FROM tasks WHERE ${transcriptionsOf(scope, id)})`,
    ),
  ];
}

/**
 * The condition of the tasks that work on it: its transcriptions, and open tasks that correct its
 * segments or score its memories, also others'.
 */
export function tasksOfPart(scope: Pick<PartScope, 'turns' | 'exchanges'>, id: string): SQL {
  return sql`(${transcriptionsOf(scope, id)} OR (tasks.ended_at IS NULL AND tasks.id IN (
    SELECT correction_task_id FROM segments WHERE (conversation_id, turn_id) IN (${scope.turns(id)})
    UNION ALL SELECT significance_task_id FROM memories WHERE ${memoriesOf(scope, id)})))`;
}

function ofSameConversation(scope: Pick<PartScope, 'turns'>, id: string): SQL {
  return sql`summary_edits.conversation_id IN (
    SELECT part.conversation_id FROM (${scope.turns(id)}) AS part)`;
}

function transcriptionsOf(scope: Pick<PartScope, 'turns'>, id: string): SQL {
  return sql`tasks.clip_id IN (
    SELECT clips.id FROM clips WHERE (clips.conversation_id, clips.turn_id) IN (${scope.turns(id)}))`;
}

function memoriesOf(scope: Pick<PartScope, 'exchanges'>, id: string): SQL {
  return sql`(memories.conversation_id, memories.exchange_id) IN (${scope.exchanges(id)})`;
}
