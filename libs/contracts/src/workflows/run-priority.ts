import type { Priority } from '@temporalio/common';
import { PRIORITY_KEYS, type TaskPriority } from '../model/priorities.ts';

/** Maximum length of a fairness key in Temporal, in bytes. */
const MAX_KEY_LENGTH = 64;
const HASH_DIGITS = 8;

/**
 * The priority and fairness of a run: interactive before batch, and the owners within each in turn.
 * Children and activities inherit them from the workflow that starts them.
 */
export function priorityOf(priority: TaskPriority, ownerId: string): Priority {
  return { priorityKey: PRIORITY_KEYS[priority], fairnessKey: fairnessKeyOf(ownerId) };
}

/** The priority that Temporal's key of a run stands for. */
export function priorityOfKey(priorityKey: number | null | undefined): TaskPriority {
  return priorityKey === PRIORITY_KEYS.batch ? 'batch' : 'interactive';
}

/** Owner ids may be longer than keys. They have no `~`, so a shortened key equals no short id. */
function fairnessKeyOf(ownerId: string): string {
  if (ownerId.length <= MAX_KEY_LENGTH) return ownerId;
  return `${ownerId.slice(0, MAX_KEY_LENGTH - HASH_DIGITS - 1)}~${hashOf(ownerId)}`;
}

/**
 * FNV-1a. Workflows cannot import `node:crypto`, and it is enough that the keys of owners differ.
 */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(HASH_DIGITS, '0');
}
