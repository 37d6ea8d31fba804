import type { TaskState } from '../api/types.ts';

/** The first of these that any clip is in is what the whole conversation is said to be in. */
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
 * The state of a conversation as a list shows it: work going on first, then what needs a person.
 *
 * @param states - Of the tasks of its clips.
 * @returns `null` when it has none.
 */
export function stateOfConversation(states: readonly TaskState[]): TaskState | null {
  return BY_WEIGHT.find((state) => states.includes(state)) ?? null;
}

/**
 * Groups the states of tasks by conversation.
 *
 * @param tasks - In any order.
 * @returns The states under the id of their conversation.
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
