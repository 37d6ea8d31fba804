import type { Transaction } from '../../database/database.ts';
import { appendAndApply } from '../../events/append-and-apply.ts';
import { conversationRunEvent } from '../../tasks/run/run-events.ts';
import type { TaskRecord } from '../../tasks/task.records.ts';
import { joinVersions } from '../versions/join-versions.ts';
import type { RecordingToDivide, ToldSpeakers } from './tell-speakers.ts';

/**
 * A recording has other turns from now on. Those that go have no segments any more, and leave their earlier texts to
 * the first.
 * @param revision of the conversation from now on; left out when it does not change by this alone
 */
export async function recordSpeakers(
  tx: Transaction,
  task: TaskRecord,
  { clipId, exchangeId, firstTurnId }: RecordingToDivide,
  { turns, gone }: ToldSpeakers,
  revision?: number,
): Promise<void> {
  await joinVersions(tx, firstTurnId, gone);
  const event = conversationRunEvent(task, 'speakers_told');
  await appendAndApply(tx, [
    {
      ...event,
      idempotencyKey: `${event.idempotencyKey}:${clipId}`,
      type: 'speakers_told',
      data: {
        ...{ attempt: task.attempt, clipId, exchangeId, turns, gone },
        ...(revision === undefined ? {} : { revision }),
      },
    },
  ]);
}
