import type { Task, TaskState, TaskTypeInfo } from '../api/types.ts';
import type { TaskTypes } from './task-types.ts';
import { isEnded } from './task-words.ts';

/** Where a conversation stands with the tasks of one type. */
export interface TypeStanding {
  readonly info: TaskTypeInfo;
  /** `null` when there was no such task so far. */
  readonly state: TaskState | null;
  /** Of what is running; `null` while nobody can say. */
  readonly percent: number | null;
  /** What needs a person, the newest first. */
  readonly troubled: readonly Task[];
}

const TROUBLE: readonly TaskState[] = ['failed', 'timedOut', 'cancelled'];

/**
 * Where a conversation stands with each type of task.
 *
 * @param tasks - Of the conversation, the newest first.
 * @param types - All types, in the order of the pipeline.
 */
export function pipelineOf(tasks: readonly Task[], types: TaskTypes): readonly TypeStanding[] {
  return types.map((info) => {
    const own = tasks.filter((task) => task.type === info.type);
    const troubled = troubledOf(info, own);
    const shown = shownOf(own, troubled);
    return { info, state: shown?.state ?? null, percent: percentOf(shown), troubled };
  });
}

/**
 * A task that runs one at a time for the whole conversation covers all of it, so a newer one makes up
 * for one that failed; other tasks do not.
 */
function troubledOf(info: TaskTypeInfo, tasks: readonly Task[]): readonly Task[] {
  const ended = tasks.filter((task) => isEnded(task.state));
  const coversAll = info.oneAtATime && info.subject === 'conversation';
  const counted = coversAll ? ended.slice(0, 1) : ended;
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
