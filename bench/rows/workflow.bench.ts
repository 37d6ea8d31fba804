import { createHash } from 'node:crypto';
import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { pino } from 'pino';
import {
  activitiesOf,
  activityInterceptors,
  createTaskActivities,
  createTranscriptActivities,
  SPEECH_HANDLERS,
} from '#activities';
import type { TranscriptionInput } from '#contracts/workflows';
import { RunInspector } from '#temporal';
import { NAME_RULES, PIN_RULES } from '#domain';
import { EngineChoice, InstantSpeechEngine, SpeakerThreads } from '#engines';
import {
  createRepositories,
  DiskBlobStore,
  NO_LIMITS,
  openDatabase,
  type OpenDatabase,
  type Repositories,
} from '#store';
import { quietTemporal } from '../../test/support/quiet-temporal.ts';
import { TIMEOUTS } from '../../test/support/run-settings.ts';
import { startPostgres, startTemporal } from '../../test/support/servers.ts';
import { bundleWorkflows } from '../../test/support/bundle-workflows.ts';
import { Readable } from 'node:stream';
import { bareWorker } from '../bare/bare-worker.ts';
import { median, timeOf } from '../lib/measure.ts';
import type { BenchRow } from '../lib/row.ts';

const ROUNDS = 15;
const CHUNK_MS = 28_000;
const CHUNKS = 20;
const PARALLEL = 16;
const SLOTS = 16;

/** Our workflow with an instant engine, compared with a bare one with as many activities. */
export async function workflowBench(): Promise<BenchRow> {
  quietTemporal();
  const [postgres, temporal] = await Promise.all([startPostgres(), startTemporal()]);
  const database = openDatabase(postgres.address, 10, () => undefined);
  const native = await NativeConnection.connect({ address: temporal.address });
  const connection = await Connection.connect({ address: temporal.address });
  try {
    const workers = [
      ...(await ourWorkers(native, database, postgres.folder)),
      await bareWorker(native, SLOTS),
    ];
    const runs = workers.map((worker) => worker.run());
    const row = await measure(new Client({ connection }), database, postgres.folder);
    for (const worker of workers) worker.shutdown();
    await Promise.all(runs);
    return row;
  } finally {
    await connection.close();
    await native.close();
    await database.close();
    await Promise.all([postgres.stop(), temporal.stop()]);
  }
}

async function measure(client: Client, database: OpenDatabase, folder: string): Promise<BenchRow> {
  const ours: number[] = [];
  const raw: number[] = [];
  for (let round = -2; round < ROUNDS; round += 1) {
    const input = await acceptedClip(database, folder);
    const oursMs = await timeOf(() => runOurs(client, input));
    const rawMs = await timeOf(() => runBare(client, round));
    // The first rounds warm up both.
    if (round < 0) continue;
    ours.push(oursMs);
    raw.push(rawMs);
  }
  const ratio = median(ours) / median(raw);
  return {
    name: 'a transcription with an instant engine',
    baseline: `a bare workflow with as many no-op activities (${CHUNKS + 3})`,
    unit: 'ms',
    ours: median(ours),
    raw: median(raw),
    rounds: ROUNDS,
    ratio,
    aim: '≤ 1.3',
    met: ratio <= 1.3,
    remarks: [
      `${CHUNKS} chunks, ${PARALLEL} in flight; ours stores every chunk and the transcript`,
    ],
  };
}

function runOurs(client: Client, input: TranscriptionInput): Promise<unknown> {
  return client.workflow.execute('transcription', {
    workflowId: `transcription:${input.clipId}`,
    taskQueue: 'orchestration',
    args: [input],
  });
}

function runBare(client: Client, round: number): Promise<unknown> {
  return client.workflow.execute('bare', {
    workflowId: `bare-${round}`,
    taskQueue: 'bare',
    args: [CHUNKS, PARALLEL],
  });
}

/** A clip as the gateway stores it, with unique audio. */
async function acceptedClip(database: OpenDatabase, folder: string): Promise<TranscriptionInput> {
  const bytes = createHash('sha256').update(String(Math.random())).digest();
  const staged = await blobsIn(folder).stage(Readable.from([bytes]), 1024);
  await staged.keep();
  const conversations = repositoriesOf(database).conversations;
  const owned = { ownerId: 'local', title: 'Benchmark', tags: [] };
  const { id: conversationId } = await conversations.create(owned, null);
  const { sha256, sizeBytes } = staged;
  const file = { speaker: 'Ada', fileName: 'clip.wav', sha256, sizeBytes };
  const clipId = await repositoriesOf(database).clips.acceptClip({ conversationId, ...file }, null);
  const clip = await conversations.findClip(conversationId, clipId);
  const run = { timeouts: TIMEOUTS, parallelActivities: PARALLEL };
  const taskId = clip?.task.id ?? '';
  return { taskId, clipId, conversationId, ownerId: 'local', attempt: 1, ...run };
}

const blobsIn = (folder: string) => new DiskBlobStore(path.join(folder, 'blobs'));

async function ourWorkers(
  connection: NativeConnection,
  database: OpenDatabase,
  folder: string,
): Promise<readonly Worker[]> {
  const logger = pino({ level: 'error' });
  const repositories = repositoriesOf(database);
  const engines = EngineChoice.ofOne(new InstantSpeechEngine({ durationMs: CHUNKS * CHUNK_MS }));
  const settings = {
    chunkTargetMs: CHUNK_MS,
    stretchMs: CHUNKS * CHUNK_MS,
    firstStretchMs: CHUNKS * CHUNK_MS,
    maxAudioMs: 86_400_000,
    language: null,
    minutePrices: {},
    diarisation: 'off' as const,
  };
  const hearing = { engines, voiceEngine: null, speakers: new SpeakerThreads() };
  const speech = { ...repositories, ...hearing, blobs: blobsIn(folder), logger, settings };
  const inspector = new RunInspector(new Client({ connection }), connection);
  return Promise.all([
    Worker.create({
      connection,
      interceptors: { activity: [activityInterceptors({ logger, ...repositories })] },
      taskQueue: 'orchestration',
      workflowBundle: await bundleWorkflows(),
      activities: {
        ...createTaskActivities({ ...repositories, inspector, logger }),
        ...createTranscriptActivities(repositories),
      },
    }),
    Worker.create({
      connection,
      interceptors: { activity: [activityInterceptors({ logger, ...repositories })] },
      taskQueue: 'speech',
      activities: activitiesOf('speech', SPEECH_HANDLERS, speech),
      maxConcurrentActivityTaskExecutions: SLOTS,
    }),
  ]);
}

function repositoriesOf({ db }: OpenDatabase): Repositories {
  return createRepositories(db, {
    limits: NO_LIMITS,
    pinRules: PIN_RULES,
    nameRules: NAME_RULES,
    scoring: true,
    sharedRuns: false,
    titles: false,
    agents: [],
  });
}
