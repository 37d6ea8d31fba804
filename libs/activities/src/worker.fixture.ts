import { createHash, randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Info } from '@temporalio/activity';
import type { MockActivityEnvironment } from '@temporalio/testing';
import { pino } from 'pino';
import { startPostgres, temporaryFolder } from '../../../test/support/servers.ts';
import type {
  ClipRun,
  ConversationActivities,
  LanguageActivities,
  SpeechActivities,
  SpokenText,
  TaskActivities,
  TranscriptActivities,
} from '#contracts/messages';
import { narrativesOf, pinsToEvict, type RunState } from '#domain';
import { loggerOptions } from '#platform';
import {
  ConversationsRepository,
  CorrectionsRepository,
  DiskBlobStore,
  EngineAnswersRepository,
  ExchangesRepository,
  IntakeRepository,
  MemoriesRepository,
  openDatabase,
  OutboxRepository,
  RequestedTasksRepository,
  ScoringRepository,
  SummariesRepository,
  TaskRetriesRepository,
  TasksRepository,
  TranscriptionRepository,
  TranscriptsRepository,
  UpkeepRepository,
  WaitingWorkRepository,
  type OpenDatabase,
  type TaskRecord,
  type TranscriptRecord,
} from '#store';
import { activityEnvironment } from './activity-environment.fixture.ts';
import type { Conversing } from './conversing.fixture.ts';
import { createSpeechActivities } from './transcription/speech.activities.ts';
import { createConversationActivities } from './conversation/conversation.activities.ts';
import { createLanguageActivities } from './language/language.activities.ts';
import { ScriptedLanguageEngine } from './language/scripted-language.fixture.ts';
import { createTaskActivities } from './tasks/task.activities.ts';
import { createTranscriptActivities } from './transcription/transcript.activities.ts';
import { ScriptedEngine } from './scripted-engine.fixture.ts';
import { choiceOf, SETTINGS } from './worker-settings.fixture.ts';

type AllActivities = ConversationActivities &
  LanguageActivities &
  SpeechActivities &
  TaskActivities &
  TranscriptActivities;

/** All activities over a real PostgreSQL and real files, with a scripted engine and a log. */
export class TestWorker {
  engine = new ScriptedEngine();
  /** Another speech model, by the name `other`. */
  otherEngine = new ScriptedEngine('scripted:other');
  language = new ScriptedLanguageEngine();
  /** Another language engine, by the name `other`. */
  otherLanguage = new ScriptedLanguageEngine('scripted-language:other');
  /** What Temporal says of any run. */
  runState: RunState = { kind: 'missing' };
  readonly log: string[] = [];
  readonly tasks: TasksRepository;
  readonly exchanges: ExchangesRepository;
  readonly requested: RequestedTasksRepository;
  readonly summaries: SummariesRepository;
  readonly memories: MemoriesRepository;
  readonly transcriptions: TranscriptionRepository;
  readonly transcripts: TranscriptsRepository;
  private readonly conversations: ConversationsRepository;
  private readonly intake: IntakeRepository;
  private readonly outbox: OutboxRepository;
  private readonly blobs: DiskBlobStore;

  private constructor(
    readonly database: OpenDatabase,
    private readonly blobFolder: string,
    /** Takes PostgreSQL away. */
    readonly stopServer: () => Promise<void>,
  ) {
    const { db } = database;
    this.blobs = new DiskBlobStore(blobFolder);
    this.conversations = new ConversationsRepository(db);
    this.intake = new IntakeRepository(db);
    this.outbox = new OutboxRepository(db);
    this.tasks = new TasksRepository(db);
    this.exchanges = new ExchangesRepository(db);
    this.requested = new RequestedTasksRepository(db);
    this.summaries = new SummariesRepository(db);
    this.memories = new MemoriesRepository(db, pinsToEvict);
    this.transcriptions = new TranscriptionRepository(db);
    this.transcripts = new TranscriptsRepository(db);
  }

  static async open(): Promise<TestWorker> {
    const server = await startPostgres();
    const database = openDatabase(server.address, 8, () => undefined);
    const stopServer = (): Promise<void> => server.stop();
    return new TestWorker(database, await temporaryFolder('blobs'), stopServer);
  }

  async close(): Promise<void> {
    await this.database.close();
    await this.stopServer();
    await rm(this.blobFolder, { recursive: true });
  }

  /** A new engine and an empty log for the next test. */
  reset(): void {
    this.engine = new ScriptedEngine();
    this.otherEngine = new ScriptedEngine('scripted:other');
    this.language = new ScriptedLanguageEngine();
    this.otherLanguage = new ScriptedLanguageEngine('scripted-language:other');
    this.log.length = 0;
  }

  get activities(): AllActivities {
    const { tasks, transcriptions, transcripts, blobs, summaries } = this;
    const engines = choiceOf(this.engine, this.otherEngine);
    const { db } = this.database;
    const logger = pino(loggerOptions('worker', { level: 'trace', pretty: false }), {
      write: (line: string) => this.log.push(line),
    });
    const noted = { retries: new TaskRetriesRepository(db), logger };
    const [work, upkeep] = [new WaitingWorkRepository(db), new UpkeepRepository(db)];
    const inspector = { inspect: () => Promise.resolve(this.runState) };
    return {
      ...createSpeechActivities({ engines, transcriptions, blobs, settings: SETTINGS, ...noted }),
      ...createConversationActivities({ work, logger, scoring: true }),
      ...createLanguageActivities({
        engines: choiceOf(this.language, this.otherLanguage),
        answers: new EngineAnswersRepository(db),
        tasks,
        corrections: new CorrectionsRepository(db),
        summaries,
        scoring: new ScoringRepository(db, pinsToEvict),
        ...noted,
      }),
      ...createTaskActivities({ tasks, upkeep, inspector, ...noted }),
      ...createTranscriptActivities({ transcripts, ...noted }),
    };
  }

  /** A task that Temporal knows of, for a clip with these bytes. */
  async newRun(bytes: Buffer = randomBytes(16)): Promise<ClipRun> {
    const conversation = { ownerId: 'ada', title: 'Launch planning', tags: [] };
    const { id } = await this.conversations.create(conversation, null);
    const sha256 = await this.keep(bytes);
    const file = { speaker: 'Ada', fileName: 'a.wav', sizeBytes: bytes.length, sha256 };
    const clipId = await this.intake.acceptClip({ conversationId: id, ...file }, null);
    await this.outbox.dispatch(1000, () => Promise.resolve('delivered'));
    const found = await this.conversations.findClip(id, clipId);
    return { taskId: found?.task.id ?? '', attempt: 1, clipId };
  }

  /** A conversation with an exchange in it, and the tasks that come of it by their types. */
  async conversing(...turns: readonly SpokenText[]): Promise<Conversing> {
    const { id } = await this.conversations.create(
      { ownerId: `owner-${randomBytes(4).toString('hex')}`, title: 'Launch planning', tags: [] },
      null,
    );
    const narratives = narrativesOf(turns);
    if (turns.length > 0) {
      await this.exchanges.add({ conversationId: id, turns, narratives }, null);
    }
    return { id, runs: await this.takeWork(id) };
  }

  /** The runs that wait in a conversation, by the types of their tasks. */
  async takeWork(conversationId: string): Promise<Conversing['runs']> {
    const { tasks } = await this.run((all) => all.takeWork({ conversationId }));
    return new Map(tasks.map(({ type, taskId, attempt }) => [type, { taskId, attempt }]));
  }

  /** A task whose clip is opened and cut into its chunks. */
  async plannedRun(bytes?: Buffer): Promise<ClipRun> {
    const run = await this.newRun(bytes);
    await this.run((all) => all.probeClip(run));
    await this.run((all) => all.planChunks({ ...run, fromMs: 0, firstIndex: 0 }));
    return run;
  }

  /** Runs an activity as Temporal would, after so many tries on which its engine has failed. */
  run<Outcome>(work: (all: AllActivities) => Promise<Outcome>, attempt = 1): Promise<Outcome> {
    return this.environment(attempt).run(() => work(this.activities));
  }

  /** What Temporal is to an activity: sends cancellations, gets heartbeats. For one run each. */
  environment(attempt = 1, info: Partial<Info> = {}): MockActivityEnvironment {
    const heartbeatDetails = { engineFaults: attempt - 1 };
    return activityEnvironment({ attempt, heartbeatDetails, ...info });
  }

  async task({ taskId }: { readonly taskId: string }): Promise<TaskRecord> {
    const task = await this.tasks.find(taskId);
    if (task === null) throw new Error(`there is no task ${taskId}`);
    return task;
  }

  async transcriptOf(run: ClipRun): Promise<TranscriptRecord> {
    const { conversationId } = await this.task(run);
    const transcript = await this.transcripts.find(conversationId ?? '');
    if (transcript === null) throw new Error(`there is no conversation ${conversationId}`);
    return transcript;
  }

  private async keep(bytes: Buffer): Promise<string> {
    const staged = await this.blobs.stage(Readable.from([bytes]), 1000);
    await staged.keep();
    return staged.sha256;
  }

  /** Removes the bytes of a clip behind everyone's back. */
  async loseBytes(bytes: Buffer): Promise<void> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await rm(await this.blobs.localPath(sha256));
  }
}
