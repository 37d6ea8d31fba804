import { Inject, Injectable } from '@nestjs/common';
import { Worker, type NativeConnection } from '@temporalio/worker';
import { createSpeechActivities } from '#activities';
import type { EngineChoice, SpeechEngine } from '#engines';
import type { Config, Logger } from '#platform';
import { TaskRetriesRepository, TranscriptionRepository, type BlobStore } from '#store';
import { BLOB_STORE, CONFIG, LOGGER, SPEECH_ENGINES } from '../infrastructure/tokens.ts';
import { HEARTBEAT_THROTTLE_MS } from './heartbeat-throttle.ts';
import type { WorkerFactory } from './worker-factory.port.ts';

/** Audio that one planning activity reads: soon ready, and few of them even for hours of audio. */
const STRETCH_MS = 5 * 60_000;

/** Decoding of audio: as many activities at once as the engine has slots. */
@Injectable()
export class SpeechWorkerFactory implements WorkerFactory {
  readonly role = 'speech';

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(SPEECH_ENGINES) private readonly engines: EngineChoice<SpeechEngine>,
    @Inject(BLOB_STORE) private readonly blobs: BlobStore,
    private readonly transcriptions: TranscriptionRepository,
    private readonly retries: TaskRetriesRepository,
  ) {}

  create(connection: NativeConnection): Promise<Worker> {
    const { engines, blobs, transcriptions, retries, logger } = this;
    const { speech, maxAudioMs, shutdownGraceMs, temporal } = this.config;
    const { chunkTargetMs, language } = speech;
    const settings = { chunkTargetMs, stretchMs: STRETCH_MS, maxAudioMs, language };
    return Worker.create({
      connection,
      namespace: temporal.namespace,
      taskQueue: this.role,
      activities: createSpeechActivities({
        ...{ engines, blobs, transcriptions, retries, logger },
        settings,
      }),
      maxConcurrentActivityTaskExecutions: speech.slots,
      maxHeartbeatThrottleInterval: HEARTBEAT_THROTTLE_MS,
      defaultHeartbeatThrottleInterval: HEARTBEAT_THROTTLE_MS,
      shutdownGraceTime: shutdownGraceMs,
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.engines.all.map((engine) => engine.close()));
  }
}
