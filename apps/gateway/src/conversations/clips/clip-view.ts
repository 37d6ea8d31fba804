import type { Clip } from '#contracts/api';
import type { ClipRecord } from '#store';

/** A clip as the API shows it. */
export function toClip({ clip, speaker, task }: ClipRecord): Clip {
  return {
    id: clip.id,
    conversationId: clip.conversationId,
    turnId: clip.turnId,
    speaker,
    fileName: clip.fileName,
    sizeBytes: clip.sizeBytes,
    sha256: clip.sha256,
    durationMs: clip.durationMs,
    container: clip.container,
    codec: clip.codec,
    taskId: clip.taskId,
    taskState: task.state,
    audioRemovedAt: clip.audioRemovedAt?.toISOString() ?? null,
    createdAt: clip.createdAt.toISOString(),
  };
}
