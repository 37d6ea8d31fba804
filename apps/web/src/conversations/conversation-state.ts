import type { TaskState } from '../api/types.ts';

/** Task states by priority: the first one that a task has is the state of the conversation. */
const BY_WEIGHT: readonly TaskState[] = [
  'running',
  'pending',
  'cancelling',
  'failed',
  'timedOut',
  'cancelled',
  'completed',
];

/**
 * The state of a conversation for lists: open tasks first, then tasks that need attention.
 *
 * @param states - States of its tasks.
 * @returns `null` when it has no tasks.
 */
export function stateOfConversation(states: readonly TaskState[]): TaskState | null {
  return BY_WEIGHT.find((state) => states.includes(state)) ?? null;
}

/**
 * Groups the states of tasks by conversation.
 *
 * @param tasks - In any order.
 * @returns The states by conversation id.
 */
export function statesByConversation(
  tasks: readonly { readonly conversationId: string | null; readonly state: TaskState }[],
): ReadonlyMap<string, readonly TaskState[]> {
  const grouped = new Map<string, TaskState[]>();
  for (const { conversationId, state } of tasks) {
    if (conversationId === null) continue;
    const states = grouped.get(conversationId) ?? [];
    grouped.set(conversationId, [...states, state]);
  }
  return grouped;
}
