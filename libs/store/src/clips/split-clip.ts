import { eq } from 'drizzle-orm';
import type { TaskRun } from '#contracts/tasks';
import { holdBlobs } from '../blobs/blob-locks.ts';
import { lockConversation } from '../conversations/lock-conversations.ts';
import type { Transaction } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { clips } from '../schema/index.ts';
import { conversationSignal, signalWork } from '../signals/signal-work.ts';
import { taskCreated } from '../tasks/new-task.ts';
import { lockOpenRun } from '../tasks/run/lock-run.ts';
import type { TaskRecord } from '../tasks/task.records.ts';
import type { ClipRow } from '../transcripts/transcription/transcription.records.ts';
import { clipReceived } from './clip.events.ts';

/** A track or channel of a recording that becomes a turn of its own. */
export interface NewPart {
  readonly speaker: string;
  /** Number of its track, from 1. */
  readonly track: number;
  /** Number of its channel, from 1; `null` mixes all of them. */
  readonly channel: number | null;
}

/**
 * Adds a turn for each part of a recording, with a task that transcribes it. The run of the recording
 * does it once: parts that are there already stay as they are.
 */
export async function splitClip(
  tx: Transaction,
  run: TaskRun,
  clipId: string,
  parts: readonly NewPart[],
): Promise<void> {
  const task = await lockOpenRun(tx, run);
  const [clip] = await tx.select().from(clips).where(eq(clips.id, clipId));
  if (task === null || clip === undefined || (await isSplit(tx, clipId))) return;
  const conversation = await lockConversation(tx, clip.conversationId);
  if (conversation === null) return;
  await holdBlobs(tx, [clip.sha256]);
  const { ownerId } = conversation;
  const added = parts.map((part) => partOf(clip, task, ownerId, part));
  await appendAndApply(
    tx,
    added.flatMap(({ received, created }) => [received, created]),
  );
  await signalWork(tx, [conversationSignal(clip.conversationId, ownerId)]);
}

async function isSplit(tx: Transaction, clipId: string): Promise<boolean> {
  const [part] = await tx.select({ id: clips.id }).from(clips).where(eq(clips.splitFrom, clipId));
  return part !== undefined;
}

/** The events that add a part. Its engine and language are those of the recording. */
function partOf(clip: ClipRow, task: TaskRecord, ownerId: string, part: NewPart) {
  const { conversationId, fileName, sizeBytes, sha256 } = clip;
  const { speaker, track, channel } = part;
  const clipId = newId('clip');
  const taskId = newId('task');
  const file = { conversationId, speaker, fileName, sizeBytes, sha256 };
  const split = { splitFrom: clip.id, track, channel };
  const { engine, language } = task.settings;
  const settings = {
    ...(engine === undefined ? {} : { engine }),
    ...(language === undefined ? {} : { language }),
  };
  return {
    received: clipReceived({ clip: { ...file, part: split }, ownerId, clipId, taskId }),
    created: taskCreated(
      { type: 'transcription', clipId, conversationId },
      { taskId, ownerId, settings, priority: task.priority },
    ),
  };
}
