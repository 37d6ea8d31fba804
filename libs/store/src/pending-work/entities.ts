import type { EntityKind } from '#contracts/workflows';
import { conversationWork } from './conversation-work.ts';
import type { EntityWork, PendingWorkSettings } from './entity-work.port.ts';
import { projectWork } from './project-work.ts';

/** The work definition of each kind of entity. */
export function entityWork(
  settings: PendingWorkSettings,
): Readonly<Record<EntityKind, EntityWork>> {
  return { conversation: conversationWork(settings), project: projectWork(settings.agents) };
}
