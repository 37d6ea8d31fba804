import type { EntityKind } from '#contracts/workflows';
import { conversationWork } from './conversation-work.ts';
import type { EntityWork } from './entity-work.port.ts';

/** What of the operator's settings decides which work there is. */
export interface PendingWorkSettings {
  /** Whether memories are scored. */
  readonly scoring: boolean;
}

/** The work of every kind of entity. */
export function entityWork(
  settings: PendingWorkSettings,
): Readonly<Record<EntityKind, EntityWork>> {
  return { conversation: conversationWork(settings.scoring) };
}
