import type {
  AcceptedClip,
  LoggedEvent,
  MaintenanceNotice,
  PartialText,
  Problem,
  Task,
  TaskAdvance,
} from './types.ts';

/**
 * Type guards for data that does not come from `openapi-fetch` (server-sent events, uploads, error
 * bodies). They check only the properties that distinguish the types: the gateway validates the
 * rest.
 */
function hasMembers<Key extends string>(
  value: unknown,
  keys: readonly Key[],
): value is Record<Key, unknown> {
  return typeof value === 'object' && value !== null && keys.every((key) => key in value);
}

/** Parses JSON; `undefined` for anything that is not JSON. */
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

export function isMaintenanceNotice(value: unknown): value is MaintenanceNotice {
  return hasMembers(value, ['active']);
}

export function isAcceptedClip(value: unknown): value is AcceptedClip {
  return hasMembers(value, ['clip', 'task']) && isTask(value.task);
}

export function isProblem(value: unknown): value is Problem {
  return hasMembers(value, ['title', 'detail', 'code', 'nextAction', 'requestId']);
}
