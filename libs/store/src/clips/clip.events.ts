import type { TaskPriority } from '#contracts/model';
import type { TaskSettings } from '#contracts/tasks';
import { newId } from '../database/ids.ts';
import type { ClipPart } from '../events/conversation-events.ts';
import type { EventOf } from '../events/domain-events.ts';

/** A clip whose bytes are in the blob store. */
export interface NewClip {
  readonly conversationId: string;
  readonly speaker: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** Priority of the resulting tasks; interactive by default. */
  readonly priority?: TaskPriority | undefined;
  /** Settings of the task that transcribes it. */
  readonly settings?: TaskSettings;
  /** Given for a part of another clip's recording. */
  readonly part?: ClipPart;
}

/** A clip that is about to be stored, with its new ids. */
export interface AcceptedClip {
  readonly clip: NewClip;
  readonly ownerId: string;
  readonly clipId: string;
  readonly taskId: string;
}

/** The event that a clip was received, as an exchange of one turn. */
export function clipReceived(accepted: AcceptedClip): EventOf<'clip_received'> {
  const { conversationId, speaker, fileName, sizeBytes, sha256, part } = accepted.clip;
  const file = { speaker, fileName, sizeBytes, sha256, ...(part ? { part } : {}) };
  const { ownerId, clipId, taskId } = accepted;
  return {
    type: 'clip_received',
    ownerId,
    conversationId,
    taskId: null,
    idempotencyKey: `clip_received:${clipId}`,
    data: { exchangeId: newId('exchange'), turnId: newId('turn'), clipId, taskId, ...file },
  };
}
