import type { TaskType } from '#contracts/tasks';
import type { Transaction } from '../../database/database.ts';
import { appendAndApply } from '../../events/append-and-apply.ts';
import { enqueueForTemporal } from '../../signals/enqueue-for-temporal.ts';
import { taskCreated, type NewTask } from '../new-task.ts';

/** Creates a task that belongs to no entity, and enqueues it: the outbox starts its workflow. */
export async function createStartedTask(
  tx: Transaction,
  type: TaskType,
  task: NewTask & { readonly taskId: string },
): Promise<void> {
  const purpose = { type, conversationId: null };
  await appendAndApply(tx, [taskCreated(purpose, { ...task, skipsQuietWait: true })]);
  const { taskId: id, ownerId } = task;
  await enqueueForTemporal(tx, { id, attempt: 1, ownerId, entityKind: null, entityId: null });
}
