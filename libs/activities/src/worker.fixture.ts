import { createHash, randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Info } from '@temporalio/activity';
import type { MockActivityEnvironment } from '@temporalio/testing';
import { pino } from 'pino';
import { startPostgres } from '../../../test/support/servers.ts';
import { newDatabase } from '../../../test/support/shared-servers.ts';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import type { SpokenText, TranscriptStyle } from '#contracts/model';
import type { TaskSettings } from '#contracts/tasks';
import type { ClipRun } from '#contracts/workflows';
import { narrativesOf, type RunState, type SnapshotIntervals } from '#domain';
import { loggerOptions } from '#platform';
import {
  DiskBlobStore,
  openDatabase,
  type OpenDatabase,
  type Repositories,
  type StagedBlob,
  type TaskRecord,
  type TranscriptRecord,
} from '#store';
import { CHECKING_RULES } from './checking-rules.fixture.ts';
import { inEnvironment, type AllActivities } from './all-activities.fixture.ts';
import { activityEnvironment } from './activity-environment.fixture.ts';
import { languageActivitiesOf, speechActivitiesOf } from './queue-activities.fixture.ts';
import { repositoriesOf } from './repositories.fixture.ts';
import type { TestConversation } from './test-conversation.fixture.ts';
import type { DocumentReader } from './document-reading/document-reader.port.ts';
import { createEntityActivities } from './entity/entity.activities.ts';
import { activityInterceptors } from './shared/activity-interceptor.ts';
import { DueSnapshots } from './snapshot/due-snapshots.ts';
import { createTaskActivities } from './tasks/task.activities.ts';
import { createTranscriptActivities } from './transcription/transcript.activities.ts';
import { ScriptedLanguageEngine } from './scripted-language.fixture.ts';
import { ScriptedEngine } from './scripted-engine.fixture.ts';
import { GROUPING, ScriptedVoiceEngine } from './scripted-voices.fixture.ts';
import { choiceOf, SETTINGS, NOTHING_BESIDE } from './worker-settings.fixture.ts';

/** All activities with a real PostgreSQL and real files, scripted engines and a captured log. */
export class TestWorker {
  engine = new ScriptedEngine();
  /** Another speech model, named `other`. */
  otherEngine = new ScriptedEngine('scripted:other');
  /** `null` when the installation has none. */
  voiceEngine: ScriptedVoiceEngine | null = new ScriptedVoiceEngine();
  language = new ScriptedLanguageEngine();
  /** Another language engine, named `other`. */
  otherLanguage = new ScriptedLanguageEngine('scripted-language:other');
  /** What is read of any document. */
  readDocument: DocumentReader = () => Promise.reject(new Error('there is no document'));
  /** What becomes of fillers in corrections. */
  transcriptStyle: TranscriptStyle = 'clean';
  /** When snapshots are due; `null` for never. */
  snapshots: SnapshotIntervals | null = null;
  /** The state that Temporal reports for any run. */
  runState: RunState = { kind: 'missing' };
  beside = NOTHING_BESIDE;
  readonly log: string[] = [];
  repositories: Repositories;
  private readonly blobs: DiskBlobStore;

  private constructor(
    readonly database: OpenDatabase,
    private readonly blobFolder: string,
    /** Drops the database, or stops its server. */
    private readonly endDatabase: () => Promise<void>,
  ) {
    this.blobs = new DiskBlobStore(blobFolder);
    this.repositories = repositoriesOf(database.db);
  }

  static async open(): Promise<TestWorker> {
    const { url, drop } = await newDatabase();
    return TestWorker.on(url, drop);
  }

  /** A worker with a PostgreSQL server of its own. @returns it, and what stops the server */
  static async openWithServer() {
    const server = await startPostgres();
    const stopServer = (): Promise<void> => server.stop();
    return { worker: await TestWorker.on(server.address, stopServer), stopServer };
  }

  private static async on(url: string, endDatabase: () => Promise<void>): Promise<TestWorker> {
    const database = openDatabase(url, 8, () => undefined);
    return new TestWorker(database, await temporaryFolder('blobs'), endDatabase);
  }

  async close(): Promise<void> {
    await this.database.close();
    await this.endDatabase();
    await rm(this.blobFolder, { recursive: true });
  }

  /** Replaces the engines and empties the log, for the next test. */
  reset(): void {
    this.engine = new ScriptedEngine();
    this.otherEngine = new ScriptedEngine('scripted:other');
    this.voiceEngine = new ScriptedVoiceEngine();
    this.language = new ScriptedLanguageEngine();
    this.otherLanguage = new ScriptedLanguageEngine('scripted-language:other');
    this.beside = NOTHING_BESIDE;
    this.log.length = 0;
  }

  get activities(): AllActivities {
    const { repositories, blobs, logger } = this;
    const inspector = { inspect: () => Promise.resolve(this.runState) };
    const languageEngines = choiceOf(this.language, this.otherLanguage);
    const { dueSnapshots, readDocument, transcriptStyle } = this;
    const language = {
      ...repositories,
      engines: languageEngines,
      dueSnapshots,
      blobs,
      readDocument,
      rules: CHECKING_RULES,
      transcriptStyle,
      ...this.beside,
    };
    const engines = choiceOf(this.engine, this.otherEngine);
    const hearing = { engines, voiceEngine: this.voiceEngine, speakers: GROUPING };
    const settings = { ...SETTINGS, minutePrices: this.beside.minutePrices };
    const speech = { ...repositories, ...hearing, blobs, logger, settings };
    return {
      ...speechActivitiesOf(speech),
      ...createEntityActivities(repositories),
      ...languageActivitiesOf(language),
      ...createTaskActivities({ ...repositories, inspector, logger }),
      ...createTranscriptActivities(repositories),
    };
  }

  /** Snapshots are due as the settings of the test say. */
  private get dueSnapshots(): DueSnapshots {
    const { snapshotAge, installationTasks } = this.repositories;
    return new DueSnapshots(snapshotAge, installationTasks, this.snapshots, this.logger);
  }

  private get logger() {
    return pino(loggerOptions('worker', { level: 'trace', pretty: false }), {
      write: (line: string) => this.log.push(line),
    });
  }

  /** A task that was delivered to Temporal, for a clip with these bytes. */
  async newRun(
    bytes: Buffer = randomBytes(16),
    settings?: TaskSettings,
    speaker = 'Ada',
  ): Promise<ClipRun> {
    const conversation = { ownerId: 'ada', title: 'Launch planning', tags: [] };
    const { id } = await this.repositories.conversations.create(conversation, null);
    const sha256 = await this.keep(bytes);
    const file = { speaker, fileName: 'a.wav', sizeBytes: bytes.length, sha256 };
    const clip = { conversationId: id, ...file, ...(settings ? { settings } : {}) };
    const clipId = await this.repositories.clips.acceptClip(clip, null);
    await this.repositories.outbox.dispatch(1000, () => Promise.resolve('delivered'));
    const found = await this.repositories.conversations.findClip(id, clipId);
    return { taskId: found?.task.id ?? '', attempt: 1, clipId };
  }

  /** A conversation with one exchange, and the runs of the tasks created for it. */
  async newConversation(...turns: readonly SpokenText[]): Promise<TestConversation> {
    const { id } = await this.repositories.conversations.create(
      { ownerId: `owner-${randomBytes(4).toString('hex')}`, title: 'Launch planning', tags: [] },
      null,
    );
    const narratives = narrativesOf(turns);
    if (turns.length > 0) {
      await this.repositories.exchanges.add({ conversationId: id, turns, narratives }, null);
    }
    return { id, runs: await this.takeWork(id) };
  }

  /** Takes the pending work of a conversation: the runs of its tasks, by type. */
  async takeWork(conversationId: string): Promise<TestConversation['runs']> {
    const { tasks } = await this.run((all) =>
      all.takeWork({ kind: 'conversation', id: conversationId, known: [], followed: [] }),
    );
    return new Map(tasks.map(({ type, taskId, attempt }) => [type, { taskId, attempt }]));
  }

  /** A task whose clip was probed and cut into chunks. */
  async plannedRun(bytes?: Buffer, settings?: TaskSettings): Promise<ClipRun> {
    const run = await this.newRun(bytes, settings);
    await this.run((all) => all.probeClip(run));
    await this.run((all) => all.planChunks({ ...run, fromMs: 0, firstIndex: 0 }));
    return run;
  }

  /** Runs an activity as Temporal would; its engine has failed in all tries before `attempt`. */
  run<Outcome>(work: (all: AllActivities) => Promise<Outcome>, attempt = 1): Promise<Outcome> {
    return work(inEnvironment(this.environment(attempt), this.activities));
  }

  /** Runs an activity of a certain run of its workflow. */
  runIn<Outcome>(runId: string, work: (all: AllActivities) => Promise<Outcome>): Promise<Outcome> {
    const info = { workflowExecution: { workflowId: 'a workflow', runId } };
    return work(inEnvironment(this.environment(1, info), this.activities));
  }

  /** Replaces Temporal for one activity: sends cancellations, receives heartbeats. Single use. */
  environment(attempt = 1, info: Partial<Info> = {}): MockActivityEnvironment {
    const heartbeatDetails = { engineFaults: attempt - 1 };
    const { retries, tasks } = this.repositories;
    return activityEnvironment({ attempt, heartbeatDetails, heartbeatTimeoutMs: 10_000, ...info }, [
      activityInterceptors({ retries, tasks, logger: this.logger }),
    ]);
  }

  async task({ taskId }: { readonly taskId: string }): Promise<TaskRecord> {
    const task = await this.repositories.tasks.find(taskId);
    if (task === null) throw new Error(`there is no task ${taskId}`);
    return task;
  }

  async transcriptOf(run: ClipRun): Promise<TranscriptRecord> {
    const { conversationId } = await this.task(run);
    const transcript = await this.repositories.transcripts.find(conversationId ?? '');
    if (transcript === null) throw new Error(`there is no conversation ${conversationId}`);
    return transcript;
  }

  private async keep(bytes: Buffer): Promise<string> {
    return (await this.keepFile(bytes)).sha256;
  }

  /** Stores bytes in the blob store. */
  async keepFile(bytes: Buffer): Promise<StagedBlob> {
    const staged = await this.blobs.stage(Readable.from([bytes]), 1000);
    await staged.keep();
    return staged;
  }

  /** Deletes the bytes of a clip from the blob store only. */
  async loseBytes(bytes: Buffer): Promise<void> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await rm(await this.blobs.localPath(sha256));
  }
}
