import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { TaskRun, TaskType } from '#contracts/tasks';
import { eventually } from '../../../test/support/eventually.ts';
import { newDatabase } from '../../../test/support/shared-servers.ts';
import { NAME_RULES, narrativesOf, PIN_RULES } from '#domain';
import { openDatabase, type OpenDatabase } from './database/database.ts';
import type { NewClip } from './clips/clips.repository.ts';
import type { NewExchange } from './exchanges/exchanges.repository.ts';
import { NO_LIMITS, type OwnerLimits } from './owners/owner-limits.ts';
import { createRepositories, type Repositories } from './store.ts';
import type { TaskRecord } from './tasks/task.records.ts';

/** Names of the agents of specs. */
export const AGENT_NAMES = ['financial', 'performance'] as const;

/** All repositories on a database of one spec file. */
export class TestStore {
  readonly repositories: Repositories;
  /** Connections of the pool that wait for a statement. */
  private readonly idle = new Set<pg.PoolClient>();

  private constructor(
    readonly url: string,
    readonly database: OpenDatabase,
    /** Removes the database, once its connections are closed. */
    readonly drop: () => Promise<void>,
    limits: OwnerLimits = NO_LIMITS,
    scoring = true,
  ) {
    const settings = {
      limits,
      pinRules: PIN_RULES,
      nameRules: NAME_RULES,
      scoring,
      sharedRuns: false,
      titles: false,
      agents: AGENT_NAMES,
    };
    this.repositories = createRepositories(database.db, settings);
    database.pool.on('release', (_error, connection) => this.idle.add(connection));
    database.pool.on('acquire', (connection) => this.idle.delete(connection));
    database.pool.on('remove', (connection) => this.idle.delete(connection));
  }

  /** @param originalUrl of a database to copy, to which nobody is connected; without it, it is empty */
  static async open(originalUrl?: string): Promise<TestStore> {
    const { url, drop } = await newDatabase(originalUrl);
    return new TestStore(
      url,
      openDatabase(url, 8, () => undefined),
      drop,
    );
  }

  /** Another process on the same database, with its own connections. */
  another(limits: Partial<OwnerLimits> = {}, scoring = true): TestStore {
    return new TestStore(
      this.url,
      openDatabase(this.url, 4, () => undefined),
      () => Promise.resolve(),
      { ...NO_LIMITS, ...limits },
      scoring,
    );
  }

  async close(): Promise<void> {
    await this.database.close();
    await this.drop();
  }

  /** Runs a statement directly. @returns its rows */
  async rows(
    statement: string,
    values: readonly unknown[] = [],
  ): Promise<readonly pg.QueryResultRow[]> {
    const { rows } = await this.database.pool.query<pg.QueryResultRow>(statement, [...values]);
    return rows;
  }

  async count(table: string, where = 'true', values: readonly unknown[] = []): Promise<number> {
    const [row] = await this.rows(`SELECT count(*)::int AS n FROM ${table} WHERE ${where}`, values);
    return Number(row?.['n']);
  }

  /** The number of connections to this database for which a condition on `pg_stat_activity` holds. */
  sessions(where: string): Promise<number> {
    return this.count('pg_stat_activity', `datname = current_database() AND ${where}`);
  }

  /** The number of transactions in this database that wait for a lock. */
  blockedTransactions(): Promise<number> {
    return this.sessions(`wait_event_type = 'Lock'`);
  }

  /** An empty conversation. */
  async newConversation(ownerId = 'ada'): Promise<string> {
    const given = { ownerId, title: 'Launch planning', tags: [] };
    return (await this.repositories.conversations.create(given, null)).id;
  }

  /** The task of an accepted clip, in a new conversation unless one is given. */
  async newTask(conversationId?: string): Promise<TaskRecord> {
    const conversation = conversationId ?? (await this.newConversation());
    const clipId = await this.repositories.clips.acceptClip(aClip(conversation), null);
    return this.taskOf(clipId);
  }

  /** The task that scores a memory of an application; the outbox starts it. */
  async newScoring(ownerId: string = newOwner()): Promise<TaskRecord> {
    const narrative = 'Ada: We launch in March, whatever comes.';
    const brought = { ownerId, narrative, priorDialogue: [] };
    const { significanceTaskId } = await this.repositories.memories.write(brought, null, true);
    return this.task(significanceTaskId ?? '');
  }

  /** Takes the pending work of a conversation. @returns its pending task of a type */
  async taken(conversationId: string, type: TaskType): Promise<TaskRecord> {
    const { tasks } = await this.repositories.pendingWork.take({
      kind: 'conversation',
      id: conversationId,
    });
    const [task] = tasks.filter((each) => each.type === type);
    if (!task) throw new Error(`there is no pending ${type} task`);
    return this.task(task.taskId);
  }

  async taskOf(clipId: string): Promise<TaskRecord> {
    const [row] = await this.rows('SELECT id FROM tasks WHERE clip_id = $1', [clipId]);
    return this.task(String(row?.['id']));
  }

  async task(id: string): Promise<TaskRecord> {
    const task = await this.repositories.tasks.find(id);
    if (task === null) throw new Error(`there is no task ${id}`);
    return task;
  }

  /** Empties the outbox and the work signals, as if Temporal had accepted everything. */
  async deliverAll(): Promise<void> {
    await this.repositories.outbox.dispatch(1000, () => Promise.resolve('delivered'));
    await this.repositories.workSignals.dispatch(1000, () => Promise.resolve());
  }

  /** A started task. */
  async runningTask(conversationId?: string): Promise<TaskRecord> {
    const { id, attempt } = await this.newTask(conversationId);
    await this.deliverAll();
    await this.repositories.transcriptions.start({ taskId: id, attempt }, 'run-1');
    return this.task(id);
  }

  /** Ends all connections. Returns once the pool has dropped those that were idle. */
  async killConnections(): Promise<void> {
    const admin = new pg.Client({ connectionString: this.url });
    await admin.connect();
    const ended = [...this.idle];
    await admin.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()',
    );
    await admin.end();
    // Meanwhile the pool may have opened new connections.
    await eventually(() => assert(ended.every((each) => !this.idle.has(each))));
  }
}

/** The current run of a task. */
export function runOf({ id, attempt }: TaskRecord): TaskRun {
  return { taskId: id, attempt };
}

/** A typed exchange as the gateway passes it to the store: a turn for each text. */
export function anExchange(conversationId: string, ...texts: readonly string[]): NewExchange {
  const said = texts.length > 0 ? texts : ['We launch in March, whatever comes.'];
  const turns = said.map((text) => ({ speaker: 'Ada', text }));
  return { conversationId, turns, narratives: narrativesOf(turns) };
}

/** A new owner. */
export function newOwner(): string {
  return `owner-${randomUUID()}`;
}

/** A clip as the gateway passes it to the store. */
export function aClip(conversationId: string, sha256 = 'a'.repeat(64)): NewClip {
  return { conversationId, speaker: 'Ada', fileName: 'meeting.wav', sizeBytes: 1000, sha256 };
}

/** The ending of a failed task. */
export const A_FAILURE = {
  state: 'failed',
  error: {
    code: 'audio_unreadable',
    stage: 'probe',
    message: 'It cannot be read.',
    retryable: false,
    nextAction: 'Export it again.',
  },
} as const;

/** A promise that a test resolves. */
export class Gate {
  private readonly resolvers = Promise.withResolvers<undefined>();
  readonly opened = this.resolvers.promise;

  open(): void {
    this.resolvers.resolve(undefined);
  }
}
