import type { Priority } from '@temporalio/common';
import { PRIORITY_KEYS, type TaskPriority } from '../model/priorities.ts';

/** What Temporal takes as a key of fairness, in bytes. */
const LONGEST_KEY = 64;
const HASH_DIGITS = 8;

/**
 * How the work of an owner is queued: interactive before batch, and the owners of each in turn.
 * Children and activities inherit it from the workflow that starts them.
 */
export function priorityOf(priority: TaskPriority, ownerId: string): Priority {
  return { priorityKey: PRIORITY_KEYS[priority], fairnessKey: fairnessKeyOf(ownerId) };
}

/** Owners have more letters than keys; a `~` is in no owner's id, so short ones meet no long one. */
function fairnessKeyOf(ownerId: string): string {
  if (ownerId.length <= LONGEST_KEY) return ownerId;
  return `${ownerId.slice(0, LONGEST_KEY - HASH_DIGITS - 1)}~${hashOf(ownerId)}`;
}

/** FNV-1a. Workflows have no other hash, and all that matters is that owners differ. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(HASH_DIGITS, '0');
}
