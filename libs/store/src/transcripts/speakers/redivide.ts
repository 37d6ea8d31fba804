import type { TimeRange } from '#contracts/model';
import type { LockedConversation } from '../../conversations/lock-conversations.ts';
import type { Transaction } from '../../database/database.ts';
import { appendAndApply } from '../../events/append-and-apply.ts';
import { conversationSignal, signalWork } from '../../signals/signal-work.ts';
import { divideByLabels, type Passages } from './assign-passages.ts';
import type { NameRules } from './name-rules.ts';
import { renameInMemories, saidPieces } from './rename-in-memories.ts';
import { assignmentsOf, speakerDecisions } from './speaker-decisions.ts';

/**
 * Gives passages to whom people have given them last, or to the voice that was heard there. Memories follow. The
 * revision grows, because somebody else has said something.
 */
export async function redivide(
  tx: Transaction,
  { id, ownerId, revision }: LockedConversation,
  { recording, ranges }: Passages,
  change: { readonly changeId: string; readonly undone: boolean },
  rules: NameRules,
): Promise<void> {
  const decisions = await speakerDecisions(tx, id);
  const assigned = await assignmentsOf(tx, id, recording.clipId);
  const covers = (segment: TimeRange) => (range: TimeRange) =>
    range.startMs <= segment.startMs && segment.endMs <= range.endMs;
  const labelOf = (segment: TimeRange, present: string) => {
    const given = assigned.findLast(covers(segment))?.label;
    return given ?? ranges.find(covers(segment))?.label ?? present;
  };
  const nameOf = (label: string) => rules.nameOf(label, decisions);
  const said = await saidPieces(tx, id);
  await divideByLabels(tx, recording, labelOf, nameOf, async (division) => {
    await appendAndApply(tx, [
      {
        ...{ type: 'speakers_changed', ownerId, conversationId: id, taskId: null },
        idempotencyKey: `speakers_changed:${change.changeId}:${change.undone}`,
        data: { ...change, revision: revision + 1, division },
      },
    ]);
  });
  await renameInMemories(tx, id, said, new Map(), rules);
  await signalWork(tx, [conversationSignal(id, ownerId)]);
}
