import type { EntityKind } from '#contracts/workflows';
import { conversationWork } from './conversation-work.ts';
import type { EntityWork } from './entity-work.port.ts';

/** The operator's settings that decide which work is pending. */
export interface PendingWorkSettings {
  /** Whether memories are scored. */
  readonly scoring: boolean;
}

/** The work definition of each kind of entity. */
export function entityWork(
  settings: PendingWorkSettings,
): Readonly<Record<EntityKind, EntityWork>> {
  return { conversation: conversationWork(settings.scoring) };
}
