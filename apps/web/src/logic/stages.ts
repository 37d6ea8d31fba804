import type { Task, TaskState, TaskType } from '../api/types.ts';
import { TASK_TYPES, isEnded } from './task-words.ts';

/** A stage of a conversation, as its strip shows it. */
export interface StageView {
  readonly type: TaskType;
  /** `null` when there was nothing to do in it so far. */
  readonly state: TaskState | null;
  /** Of what is running; `null` while nobody can say. */
  readonly percent: number | null;
  /** What needs a person, the newest first. */
  readonly troubled: readonly Task[];
}

const TROUBLE: readonly TaskState[] = ['failed', 'timedOut', 'cancelled'];

/**
 * Where a conversation stands in each stage.
 *
 * @param tasks - Of the conversation, the newest first.
 * @returns The stages in the order of the pipeline.
 */
export function stagesOf(tasks: readonly Task[]): readonly StageView[] {
  return TASK_TYPES.map((type) => {
    const own = tasks.filter((task) => task.type === type);
    const troubled = troubledOf(type, own);
    const shown = shownOf(own, troubled);
    return { type, state: shown?.state ?? null, percent: percentOf(shown), troubled };
  });
}

/** A summary covers everything, so a newer one makes up for one that failed; other tasks do not. */
function troubledOf(type: TaskType, tasks: readonly Task[]): readonly Task[] {
  const ended = tasks.filter((task) => isEnded(task.state));
  const counted = type === 'summary' ? ended.slice(0, 1) : ended;
  return counted.filter((task) => TROUBLE.includes(task.state));
}

function shownOf(tasks: readonly Task[], troubled: readonly Task[]): Task | undefined {
  const goingOn = (state: TaskState) => tasks.find((task) => task.state === state);
  const active = goingOn('running') ?? goingOn('cancelling') ?? goingOn('pending');
  return active ?? troubled[0] ?? tasks[0];
}

function percentOf(task: Task | undefined): number | null {
  if (task?.state !== 'running' || task.progress.total === null) return null;
  return task.progress.percent;
}
