import type {
  AcceptedClip,
  LoggedEvent,
  PartialText,
  Problem,
  Task,
  TaskAdvance,
} from './types.ts';

/**
 * Checks of what arrives outside `openapi-fetch` (server-sent events, uploads, error bodies).
 * They look at the members that tell the bodies apart, not at every one: the gateway validates.
 */
function hasMembers<Key extends string>(
  value: unknown,
  keys: readonly Key[],
): value is Record<Key, unknown> {
  return typeof value === 'object' && value !== null && keys.every((key) => key in value);
}

/** Parses JSON; `undefined` when it is given none. */
export function parseJson(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

export function isTask(value: unknown): value is Task {
  return hasMembers(value, ['id', 'state', 'progress', 'warnings', 'temporalUiUrl']);
}

export function isPartialText(value: unknown): value is PartialText {
  return hasMembers(value, ['chunkIndex', 'finished', 'segments']) && Array.isArray(value.segments);
}

export function isLoggedEvent(value: unknown): value is LoggedEvent {
  return hasMembers(value, ['sequence', 'type', 'conversationId', 'taskId', 'data']);
}

export function isTaskAdvance(value: unknown): value is TaskAdvance {
  return hasMembers(value, ['taskId', 'progress']) && hasMembers(value.progress, ['done', 'unit']);
}

export function isAcceptedClip(value: unknown): value is AcceptedClip {
  return hasMembers(value, ['clip', 'task']) && isTask(value.task);
}

export function isProblem(value: unknown): value is Problem {
  return hasMembers(value, ['title', 'detail', 'code', 'nextAction', 'requestId']);
}
