import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { TaskRun, TaskType } from '#contracts/messages';
import { eventually } from '../../../test/support/eventually.ts';
import { startPostgres } from '../../../test/support/servers.ts';
import { narrativesOf, pinsToEvict } from '#domain';
import { openDatabase, type OpenDatabase } from './database/database.ts';
import { NO_LIMITS, type OwnerLimits } from './limits/owner-limits.ts';
import { ConversationsRepository } from './repositories/conversations.repository.ts';
import { CorrectionsRepository } from './repositories/corrections.repository.ts';
import { EngineAnswersRepository } from './repositories/engine-answers.repository.ts';
import { ExchangesRepository, type NewExchange } from './repositories/exchanges.repository.ts';
import { IntakeRepository, type NewClip } from './repositories/intake.repository.ts';
import { MemoriesRepository } from './repositories/memories.repository.ts';
import { OwnerUsageRepository } from './repositories/owner-usage.repository.ts';
import { OutboxRepository } from './repositories/outbox.repository.ts';
import { QueuesRepository } from './repositories/queues.repository.ts';
import { RequestedTasksRepository } from './repositories/requested-tasks.repository.ts';
import { ScoringRepository } from './repositories/scoring.repository.ts';
import { SegmentsRepository } from './repositories/segments.repository.ts';
import { SummariesRepository } from './repositories/summaries.repository.ts';
import { TasksRepository } from './repositories/tasks.repository.ts';
import type { TaskRecord } from './repositories/task.records.ts';
import { TextVersionsRepository } from './repositories/text-versions.repository.ts';
import { TranscriptionRepository } from './repositories/transcription.repository.ts';
import { TranscriptsRepository } from './repositories/transcripts.repository.ts';
import { UpkeepRepository } from './repositories/upkeep.repository.ts';
import { WaitingWorkRepository } from './repositories/waiting-work.repository.ts';
import { WakesRepository } from './repositories/wakes.repository.ts';

/** All repositories over a real PostgreSQL that belongs to one spec file. */
export class TestStore {
  readonly conversations: ConversationsRepository;
  readonly intake: IntakeRepository;
  readonly outbox: OutboxRepository;
  readonly tasks: TasksRepository;
  readonly queues: QueuesRepository;
  readonly requested: RequestedTasksRepository;
  readonly exchanges: ExchangesRepository;
  readonly wakes: WakesRepository;
  readonly work: WaitingWorkRepository;
  readonly corrections: CorrectionsRepository;
  readonly summaries: SummariesRepository;
  readonly segments: SegmentsRepository;
  readonly memories: MemoriesRepository;
  readonly scoring: ScoringRepository;
  readonly owners: OwnerUsageRepository;
  readonly answers: EngineAnswersRepository;
  readonly transcriptions: TranscriptionRepository;
  readonly transcripts: TranscriptsRepository;
  readonly upkeep: UpkeepRepository;
  readonly versions: TextVersionsRepository;

  private constructor(
    readonly url: string,
    readonly database: OpenDatabase,
    private readonly stopServer: () => Promise<void>,
    limits: OwnerLimits = NO_LIMITS,
  ) {
    const { db } = database;
    this.conversations = new ConversationsRepository(db);
    this.intake = new IntakeRepository(db, limits);
    this.outbox = new OutboxRepository(db);
    this.tasks = new TasksRepository(db);
    this.queues = new QueuesRepository(db);
    this.requested = new RequestedTasksRepository(db, limits);
    this.exchanges = new ExchangesRepository(db, limits);
    this.wakes = new WakesRepository(db);
    this.work = new WaitingWorkRepository(db);
    this.corrections = new CorrectionsRepository(db);
    this.summaries = new SummariesRepository(db);
    this.segments = new SegmentsRepository(db);
    this.memories = new MemoriesRepository(db, pinsToEvict, limits);
    this.owners = new OwnerUsageRepository(db, limits);
    this.scoring = new ScoringRepository(db, pinsToEvict);
    this.answers = new EngineAnswersRepository(db);
    this.transcriptions = new TranscriptionRepository(db);
    this.transcripts = new TranscriptsRepository(db);
    this.upkeep = new UpkeepRepository(db);
    this.versions = new TextVersionsRepository(db);
  }

  static async open(): Promise<TestStore> {
    const server = await startPostgres();
    const database = openDatabase(server.address, 8, () => undefined);
    return new TestStore(server.address, database, () => server.stop());
  }

  /** Another process beside this one, with connections of its own. */
  another(limits: Partial<OwnerLimits> = {}): TestStore {
    return new TestStore(
      this.url,
      openDatabase(this.url, 4, () => undefined),
      () => Promise.resolve(),
      { ...NO_LIMITS, ...limits },
    );
  }

  async close(): Promise<void> {
    await this.database.close();
    await this.stopServer();
  }

  /** What a statement returns, past all repositories. */
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

  /** A conversation with nothing in it. */
  async newConversation(ownerId = 'ada'): Promise<string> {
    const given = { ownerId, title: 'Launch planning', tags: [] };
    return (await this.conversations.create(given, null)).id;
  }

  /** A clip that was accepted, in a conversation of its own unless one is named. */
  async newTask(conversationId?: string): Promise<TaskRecord> {
    const conversation = conversationId ?? (await this.newConversation());
    const clipId = await this.intake.acceptClip(aClip(conversation), null);
    return this.taskOf(clipId);
  }

  /** A memory that an application brought waits to be scored: a task that the outbox starts. */
  async newScoring(ownerId: string = newOwner()): Promise<TaskRecord> {
    const narrative = 'Ada: We launch in March, whatever comes.';
    const brought = { ownerId, narrative, priorDialogue: [] };
    const { significanceTaskId } = await this.memories.write(brought, null, true);
    return this.task(significanceTaskId ?? '');
  }

  /** Takes what waits in a conversation, as its workflow does; its open task of a type. */
  async taken(conversationId: string, type: TaskType): Promise<TaskRecord> {
    const { tasks } = await this.work.take(conversationId, true);
    const [task] = tasks.filter((each) => each.type === type);
    if (!task) throw new Error(`there is no ${type} to be done`);
    return this.task(task.taskId);
  }

  async taskOf(clipId: string): Promise<TaskRecord> {
    const [row] = await this.rows('SELECT id FROM tasks WHERE clip_id = $1', [clipId]);
    return this.task(String(row?.['id']));
  }

  async task(id: string): Promise<TaskRecord> {
    const task = await this.tasks.find(id);
    if (task === null) throw new Error(`there is no task ${id}`);
    return task;
  }

  /** Takes all that waits for Temporal out of the outbox. */
  async deliverAll(): Promise<void> {
    await this.outbox.dispatch(1000, () => Promise.resolve('delivered'));
    await this.wakes.dispatch(1000, () => Promise.resolve());
  }

  /** A task whose workflow has begun. */
  async runningTask(conversationId?: string): Promise<TaskRecord> {
    const { id, attempt } = await this.newTask(conversationId);
    await this.deliverAll();
    await this.transcriptions.start({ taskId: id, attempt }, 'run-1');
    return this.task(id);
  }

  /** Ends all connections; returns once the pool has noticed of those that nobody uses. */
  async killConnections(): Promise<void> {
    const admin = new pg.Client({ connectionString: this.url });
    await admin.connect();
    await admin.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()',
    );
    await admin.end();
    const { pool } = this.database;
    await eventually(() => assert.equal(pool.idleCount, 0));
  }
}

/** The present run of a task. */
export function runOf({ id, attempt }: TaskRecord): TaskRun {
  return { taskId: id, attempt };
}

/** A typed exchange as the gateway hands it over: a turn for each text. */
export function anExchange(conversationId: string, ...texts: readonly string[]): NewExchange {
  const said = texts.length > 0 ? texts : ['We launch in March, whatever comes.'];
  const turns = said.map((text) => ({ speaker: 'Ada', text }));
  return { conversationId, turns, narratives: narrativesOf(turns) };
}

/** An owner of whom nothing is known yet. */
export function newOwner(): string {
  return `owner-${randomUUID()}`;
}

/** A clip as the gateway hands it over. */
export function aClip(conversationId: string, sha256 = 'a'.repeat(64)): NewClip {
  return { conversationId, speaker: 'Ada', fileName: 'meeting.wav', sizeBytes: 1000, sha256 };
}

/** Why a task failed. */
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

/** Something to wait for that the test lets happen. */
export class Gate {
  private readonly resolvers = Promise.withResolvers<undefined>();
  readonly opened = this.resolvers.promise;

  open(): void {
    this.resolvers.resolve(undefined);
  }
}
