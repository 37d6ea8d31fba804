import { computed, ref, shallowRef, watch, type Ref } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { PageProblem } from '../api/problem.ts';
import type { ConversationDetail, Task, Transcript } from '../api/types.ts';
import { newerTask } from '../logic/newer-task.ts';
import { isEnded } from '../logic/task-words.ts';
import { usePolling } from './use-polling.ts';

const LARGEST_PAGE = 200;
const LOOK_AGAIN_MS = 4000;

/** A conversation with everything that the page shows of it. */
export interface LiveConversation {
  readonly conversation: Readonly<Ref<ConversationDetail | null>>;
  /** Null until a clip is transcribed. */
  readonly transcript: Readonly<Ref<Transcript | null>>;
  readonly taskOf: (taskId: string) => Task | undefined;
  readonly problem: Readonly<Ref<PageProblem | null>>;
  readonly refresh: () => Promise<void>;
  /** Takes in news of a task. */
  readonly takeTask: (task: Task) => void;
  /** Takes in the answer to a person's wish, which counts more than what was known. */
  readonly putTask: (task: Task) => void;
}

/**
 * Loads a conversation and keeps it fresh while its tasks run.
 *
 * @param id - The conversation; must not change while the component lives.
 */
export function useConversation(id: string): LiveConversation {
  const conversation = shallowRef<ConversationDetail | null>(null);
  const transcript = shallowRef<Transcript | null>(null);
  const tasks = ref<ReadonlyMap<string, Task>>(new Map());
  const putTask = (task: Task) => {
    tasks.value = new Map(tasks.value).set(task.id, task);
  };
  const takeTask = (task: Task) => putTask(newerTask(tasks.value.get(task.id), task));
  const completed = computed(() => completedIn(tasks.value));
  let transcribed = '';
  const load = async () => {
    const [detail, known] = await Promise.all([fetchConversation(id), fetchTasks(id)]);
    known.forEach(takeTask);
    conversation.value = detail;
    const wanted = completed.value;
    if (wanted === transcribed) return;
    transcript.value = await fetchTranscript(id);
    transcribed = wanted;
  };
  const active = () => [...tasks.value.values()].some((task) => !isEnded(task.state));
  const { problem, refresh } = usePolling(load, { intervalMs: LOOK_AGAIN_MS, active });
  watch(completed, () => refresh());
  const taskOf = (taskId: string) => tasks.value.get(taskId);
  return { conversation, transcript, taskOf, problem, refresh, takeTask, putTask };
}

/** Names the runs whose words are in the transcript, so that it is fetched when they change. */
function completedIn(tasks: ReadonlyMap<string, Task>): string {
  const done = [...tasks.values()].filter((task) => task.state === 'completed');
  return done
    .map((task) => `${task.id}/${task.attempt}`)
    .sort()
    .join();
}

function fetchConversation(id: string): Promise<ConversationDetail> {
  return bodyOf(api.GET('/conversations/{id}', { params: { path: { id } } }));
}

async function fetchTasks(conversationId: string): Promise<readonly Task[]> {
  const query = { conversationId, limit: LARGEST_PAGE };
  return (await bodyOf(api.GET('/tasks', { params: { query } }))).items;
}

function fetchTranscript(id: string): Promise<Transcript> {
  return bodyOf(api.GET('/conversations/{id}/transcript', { params: { path: { id } } }));
}
