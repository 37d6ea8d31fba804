import type { Task, TaskState, TaskTypeInfo } from '../api/types.ts';
import type { TaskTypes } from '../tasks/task-types.ts';
import { isEnded } from '../tasks/task-words.ts';

/** The state of a conversation's tasks of one type. */
export interface TypeStanding {
  readonly info: TaskTypeInfo;
  /** `null` when there is no such task. */
  readonly state: TaskState | null;
  /** Progress of the running task; `null` when unknown. */
  readonly percent: number | null;
  /** How many are before it, while it waits in a queue; `null` when it does not, or that is unknown. */
  readonly ahead: number | null;
  /** There is nothing for it to do: nothing was said, or too little. */
  readonly notNeeded: boolean;
  /** Tasks that need attention, newest first. */
  readonly troubled: readonly Task[];
}

/** What a conversation goes through; tasks of projects and of the installation are shown elsewhere. */
const SUBJECTS: readonly TaskTypeInfo['subject'][] = ['clip', 'conversation'];

/** Types that nothing leads to but a request: without a task there is nothing to say of them. */
const ON_REQUEST: readonly TaskTypeInfo['type'][] = ['diarisation'];

const TROUBLE: readonly TaskState[] = ['failed', 'timedOut', 'cancelled'];

/**
 * The state of a conversation's tasks per type.
 *
 * @param tasks - Tasks of the conversation, newest first.
 * @param types - All types, in the order of the pipeline.
 * @param hasText - Whether anything was said so far.
 */
export function pipelineOf(
  tasks: readonly Task[],
  types: TaskTypes,
  hasText = true,
): readonly TypeStanding[] {
  const isKnown = ({ type }: TaskTypeInfo) =>
    !ON_REQUEST.includes(type) || tasks.some((task) => task.type === type);
  const ofConversation = types.filter((info) => SUBJECTS.includes(info.subject) && isKnown(info));
  const isDone = isAllDone(tasks, ofConversation, hasText);
  return ofConversation.map((info) => {
    const own = tasks.filter((task) => task.type === info.type);
    const troubled = troubledOf(info, own);
    const shown = shownOf(own, troubled);
    const notNeeded = shown === undefined && isDone && info.subject === 'conversation';
    const [percent, ahead] = [percentOf(shown), aheadOf(shown)];
    return { info, state: shown?.state ?? null, percent, ahead, notNeeded, troubled };
  });
}

/**
 * Whether no further task follows by itself: everything is completed, and if something was said, so
 * is the last that follows from it, which waits until the conversation is quiet.
 */
function isAllDone(tasks: readonly Task[], types: TaskTypes, hasText: boolean): boolean {
  if (tasks.length === 0 || tasks.some(({ state }) => state !== 'completed')) return false;
  const last = types.filter(({ waitsForQuiet }) => waitsForQuiet);
  return !hasText || last.every(({ type }) => tasks.some((task) => task.type === type));
}

/**
 * A task type that runs one task at a time for the whole conversation covers all of it, so a newer
 * task supersedes a failed one; other types do not.
 */
function troubledOf(info: TaskTypeInfo, tasks: readonly Task[]): readonly Task[] {
  const ended = tasks.filter((task) => isEnded(task.state));
  const coversAll = info.oneAtATime && info.subject === 'conversation';
  const counted = coversAll ? ended.slice(0, 1) : ended;
  return counted.filter((task) => TROUBLE.includes(task.state));
}

function shownOf(tasks: readonly Task[], troubled: readonly Task[]): Task | undefined {
  const firstIn = (state: TaskState) => tasks.find((task) => task.state === state);
  const active = firstIn('running') ?? firstIn('cancelling') ?? firstIn('pending');
  return active ?? troubled[0] ?? tasks[0];
}

function aheadOf(task: Task | undefined): number | null {
  if (task === undefined || isEnded(task.state)) return null;
  return task.queue === null ? null : task.queue.position - 1;
}

/** Unknown, too, before anything is done: while it gets ready, or its pieces wait in a queue. */
function percentOf(task: Task | undefined): number | null {
  if (task?.state !== 'running' || task.queue !== null) return null;
  const { total, percent } = task.progress;
  return total === null || percent === 0 ? null : percent;
}
