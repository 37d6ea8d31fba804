import { openAsBlob } from 'node:fs';
import path from 'node:path';
import type {
  AcceptedClip,
  Conversation,
  ConversationDetail,
  CreateConversation,
  EventLogPage,
  Exchange,
  LoggedEvent,
  MemoryPage,
  Summary,
  Task,
  TaskPage,
  TextVersionPage,
  Transcript,
} from '#contracts/api';
import { isEnded, type TaskState, type TaskSettings } from '#contracts/tasks';
import type { SpokenText } from '#contracts/model';
import { eventually } from './eventually.ts';
import { jsonRequest } from './json-request.ts';

/** A client of a running gateway. */
export class ApiClient {
  constructor(readonly baseUrl: string) {}

  fetch(route: string, init?: RequestInit): Promise<Response> {
    return fetch(`${this.baseUrl}${route}`, init);
  }

  /** @throws when the status is not 2xx, with the response body */
  async json<Body>(route: string, init?: RequestInit): Promise<Body> {
    const response = await this.fetch(route, init);
    if (response.ok) return (await response.json()) as Body;
    throw new Error(`${route} answered ${response.status}: ${await response.text()}`);
  }

  /** Sends a body as JSON. */
  send<Body>(method: 'POST' | 'PATCH', route: string, body: unknown): Promise<Body> {
    return this.json(route, jsonRequest(method, body));
  }

  createConversation(title = 'A test', more: Partial<CreateConversation> = {}) {
    return this.send<Conversation>('POST', '/conversations', { title, ...more });
  }

  /** Sends a typed exchange. */
  say(conversationId: string, ...turns: readonly SpokenText[]): Promise<Exchange> {
    return this.send('POST', `/conversations/${conversationId}/exchanges`, { turns });
  }

  summary(conversationId: string): Promise<Summary> {
    return this.json(`/conversations/${conversationId}/summary`);
  }

  memories(query = ''): Promise<MemoryPage> {
    return this.json(`/memories${query}`);
  }

  /** All events, the oldest first. */
  async eventLog(query: string): Promise<readonly LoggedEvent[]> {
    const events: LoggedEvent[] = [];
    for (let after = ''; ;) {
      const page = await this.json<EventLogPage>(`/event-log?${query}${after}`);
      if (page.items.length === 0) return events;
      events.push(...page.items);
      after = `&after=${page.nextAfter}`;
    }
  }

  /** Waits until no task is open and the summary is current. */
  async settled(conversationId: string, timeoutMs = 60_000): Promise<Summary> {
    return eventually(async () => {
      const { items } = await this.tasks(`?conversationId=${conversationId}&limit=200`);
      const open = items.filter(({ state }) => !isEnded(state));
      if (open.length > 0) throw new Error(`${open.length} tasks are still open`);
      const summary = await this.summary(conversationId);
      if (!summary.current) throw new Error('the summary is of an earlier text');
      return summary;
    }, timeoutMs);
  }

  /** Uploads a file as a clip. */
  async upload(conversationId: string, file: string, speaker = 'Ada'): Promise<AcceptedClip> {
    return this.uploadWith(conversationId, file, { speaker });
  }

  /** The same with other fields of the form. */
  async uploadWith(
    conversationId: string,
    file: string,
    fields: Readonly<Record<string, string>>,
  ): Promise<AcceptedClip> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', await openAsBlob(file), path.basename(file));
    return this.json(`/conversations/${conversationId}/clips`, { method: 'POST', body: form });
  }

  conversation(id: string): Promise<ConversationDetail> {
    return this.json(`/conversations/${id}`);
  }

  task(id: string): Promise<Task> {
    return this.json(`/tasks/${id}`);
  }

  tasks(query = ''): Promise<TaskPage> {
    return this.json(`/tasks${query}`);
  }

  cancel(id: string): Promise<Task> {
    return this.json(`/tasks/${id}/cancel`, { method: 'POST' });
  }

  /** @param settings new settings of the task for this and later runs */
  retry(id: string, settings?: TaskSettings): Promise<Task> {
    const route = `/tasks/${id}/retry`;
    return settings ? this.send('POST', route, { settings }) : this.json(route, { method: 'POST' });
  }

  versions(conversationId: string, turnId: string): Promise<TextVersionPage> {
    return this.json(`/conversations/${conversationId}/turns/${turnId}/versions`);
  }

  transcript(conversationId: string): Promise<Transcript> {
    return this.json(`/conversations/${conversationId}/transcript`);
  }

  /** Waits until a task is in a state; fails at once when it has ended in another. */
  async until(id: string, state: TaskState, timeoutMs = 60_000): Promise<Task> {
    const task = await eventually(async () => {
      const now = await this.task(id);
      if (now.state !== state && !isEnded(now.state)) throw new Error(describe(now, state));
      return now;
    }, timeoutMs);
    if (task.state !== state) throw new Error(describe(task, state));
    return task;
  }
}

function describe(task: Task, wanted: TaskState): string {
  return `task is ${task.state}, not ${wanted}: ${JSON.stringify(task.error)}`;
}

/** All words of a transcript in one line. */
export function textOf(transcript: Transcript): string {
  return transcript.turns
    .flatMap((turn) => turn.segments.map((segment) => segment.text.trim()))
    .join(' ');
}
