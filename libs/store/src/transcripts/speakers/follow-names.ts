import { and, eq, inArray, sql } from 'drizzle-orm';
import type { LockedConversation } from '../../conversations/lock-conversations.ts';
import type { Transaction } from '../../database/database.ts';
import { appendAndApply } from '../../events/append-and-apply.ts';
import { tasks, turns } from '../../schema/index.ts';
import { conversationSignal, signalWork } from '../../signals/signal-work.ts';
import type { NamedTurn, NameRules } from './name-rules.ts';
import { renameInMemories, saidPieces } from './rename-in-memories.ts';
import { renameInTexts } from './rename-in-texts.ts';
import { speakerDecisions } from './speaker-decisions.ts';

/** Turns with what they were called before anybody decided. */
export async function turnsWithBases(tx: Transaction, conversationId: string) {
  const { id, speaker, voiceLabel, givenSpeaker } = turns;
  const rows = await tx
    .select({ id, speaker, voiceLabel, givenSpeaker })
    .from(turns)
    .where(eq(turns.conversationId, conversationId));
  return rows.map((row) => ({ ...row, base: row.voiceLabel ?? row.givenSpeaker ?? row.speaker }));
}

/**
 * Gives the turns of a conversation the names that are decided, and everything that names them. Where only names have
 * changed, the revision stays, so that no engine is asked; else what was made of the text is outdated.
 */
export async function followNames(
  tx: Transaction,
  { id, ownerId, revision: before }: LockedConversation,
  change: { readonly changeId: string; readonly undone: boolean },
  rules: NameRules,
): Promise<void> {
  const decisions = await speakerDecisions(tx, id);
  const named = (await turnsWithBases(tx, id)).map((turn) => ({
    ...turn,
    before: turn.speaker,
    after: rules.nameOf(turn.base, decisions),
  }));
  // A summary that is being made has read the old names, so it has to be made again.
  const isRenamed = rules.isOnlyRenamed(named) && !(await isSummarised(tx, id));
  const said = await saidPieces(tx, id);
  await setNames(tx, named);
  const names = rules.replaced(named);
  await renameInMemories(tx, id, said, names, rules);
  if (names.size > 0) await renameInTexts(tx, id, (text) => rules.withNames(text, names));
  const revision = isRenamed ? before : before + 1;
  await appendAndApply(tx, [
    {
      ...{ type: 'speakers_changed', ownerId, conversationId: id, taskId: null },
      idempotencyKey: `speakers_changed:${change.changeId}:${change.undone}`,
      data: { ...change, revision },
    },
  ]);
  if (!isRenamed) await signalWork(tx, [conversationSignal(id, ownerId)]);
}

async function isSummarised(tx: Transaction, conversationId: string): Promise<boolean> {
  const isRunning = and(
    eq(tasks.conversationId, conversationId),
    eq(tasks.type, 'summary'),
    inArray(tasks.state, ['running', 'cancelling']),
  );
  return (await tx.$count(tasks, isRunning)) > 0;
}

async function setNames(
  tx: Transaction,
  named: readonly (NamedTurn & {
    readonly id: string;
    readonly base: string;
    readonly voiceLabel: string | null;
  })[],
): Promise<void> {
  const changed = named
    .filter(({ before, after }) => before !== after)
    .map(({ id, after, base, voiceLabel }) => ({
      ...{ id, speaker: after },
      given: voiceLabel === null && after !== base ? base : null,
    }));
  await tx.execute(sql`
    UPDATE turns SET speaker = changed.speaker, given_speaker = changed.given
    FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb)
      AS changed(id text, speaker text, given text)
    WHERE turns.id = changed.id`);
}
