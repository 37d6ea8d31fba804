import { kindOf } from '#contracts/tasks';
import type { LoggedEventOf } from './logged-event.ts';
import { UNSAID, type ReplayedRows, type ReplayedTask } from './replayed.ts';

export function taskCreated(rows: ReplayedRows, event: LoggedEventOf<'task_created'>): void {
  const { type, clipId, workflowId, urgent, entity, settings = {} } = event.data;
  const { ownerId, conversationId } = event;
  const taskId = event.taskId ?? '';
  const runBy = entity ?? (conversationId === null ? null : ofConversation(conversationId));
  rows.tasks.set(taskId, {
    ...{ ownerId, conversationId, clipId, type },
    entityKind: runBy?.kind ?? null,
    entityId: runBy?.id ?? null,
    createdAt: event.createdAt.getTime(),
    ...{ state: 'pending', attempt: 1, step: null, settings, workflowId },
    ...{ runId: null, firstRunId: null, reopenings: 0 },
    ...{ startedAt: null, endedAt: null, error: null, warnings: UNSAID },
  });
  // A new clip names its task itself; a clip that is transcribed again gets a new task.
  if (urgent && clipId !== null) setTaskOfClip(rows, clipId, taskId);
}

function ofConversation(id: string) {
  return { kind: 'conversation', id };
}

/** A step that the probe of its clip has completed. */
export function taskProbed(rows: ReplayedRows, { taskId }: LoggedEventOf<'clip_probed'>): void {
  change(rows, taskId, { step: 'decode' });
}

export function taskStarted(
  rows: ReplayedRows,
  { type, taskId, data, createdAt }: LoggedEventOf<'task_started' | 'task_reopened'>,
): void {
  const { runId } = data;
  const of = rows.tasks.get(taskId ?? '')?.type;
  // They store their steps themselves, often.
  const step = of && kindOf(of).queue === 'maintenance' ? UNSAID : data.stage;
  if (type === 'task_started') {
    const firstRunId = data.firstRunId ?? null;
    const startedAt = createdAt.getTime();
    change(rows, taskId, { state: 'running', step, runId, firstRunId, startedAt });
    return;
  }
  const reopenings = (rows.tasks.get(taskId ?? '')?.reopenings ?? 0) + 1;
  const open = { error: null, endedAt: null, warnings: UNSAID } as const;
  change(rows, taskId, { state: 'running', step, runId, reopenings, ...open });
}

export function taskRunChanged(
  rows: ReplayedRows,
  { taskId, data }: LoggedEventOf<'task_run_changed'>,
): void {
  change(rows, taskId, { runId: data.runId });
}

export function taskRetried(
  rows: ReplayedRows,
  { taskId, data }: LoggedEventOf<'task_retried'>,
): void {
  const { attempt, settings, workflowId } = data;
  change(rows, taskId, {
    ...{ state: 'pending', attempt, step: null, runId: null, firstRunId: null, reopenings: 0 },
    ...{ startedAt: null, endedAt: null, error: null, warnings: UNSAID },
    ...(settings === undefined ? {} : { settings }),
    ...(workflowId === undefined ? {} : { workflowId }),
  });
  const clipId = rows.tasks.get(taskId ?? '')?.clipId ?? null;
  if (clipId !== null) setTaskOfClip(rows, clipId, taskId ?? '');
}

export function taskEnded(
  rows: ReplayedRows,
  event: LoggedEventOf<
    'task_completed' | 'task_failed' | 'task_cancelled' | 'task_cancel_requested'
  >,
): void {
  change(rows, event.taskId, endingOf(event));
}

function endingOf(event: Parameters<typeof taskEnded>[1]): Partial<ReplayedTask> {
  const endedAt = event.createdAt.getTime();
  switch (event.type) {
    case 'task_cancel_requested':
      return { state: 'cancelling' };
    case 'task_cancelled':
      return { state: 'cancelled', endedAt };
    case 'task_completed': {
      const { stage, warnings } = event.data;
      return { state: 'completed', step: stage, warnings, endedAt };
    }
    case 'task_failed': {
      const { error } = event.data;
      const state = error.code === 'timed_out' ? 'timedOut' : 'failed';
      return { state, step: error.stage, error, endedAt };
    }
  }
}

function setTaskOfClip(rows: ReplayedRows, clipId: string, taskId: string): void {
  const clip = rows.clips.get(clipId);
  if (clip) clip.taskId = taskId;
}

function change(rows: ReplayedRows, taskId: string | null, changes: Partial<ReplayedTask>): void {
  const task = rows.tasks.get(taskId ?? '');
  if (task) Object.assign(task, changes);
}
