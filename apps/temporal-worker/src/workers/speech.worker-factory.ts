import { Inject, Injectable } from '@nestjs/common';
import { Worker, type NativeConnection } from '@temporalio/worker';
import { activitiesOf, SPEECH_HANDLERS } from '#activities';
import type { EngineChoice, SpeechEngine } from '#engines';
import type { Config, Logger } from '#platform';
import type { BlobStore, Repositories } from '#store';
import {
  BLOB_STORE,
  CONFIG,
  LOGGER,
  REPOSITORIES,
  SPEECH_ENGINES,
} from '../infrastructure/tokens.ts';
import type { WorkerFactory } from './worker-factory.port.ts';
import { workerOptions } from './worker-options.ts';

/** Audio that one planning activity reads: short enough to finish soon, long enough to need few. */
const STRETCH_MS = 5 * 60_000;

/** Runs audio decoding, with as many concurrent activities as the engine has slots. */
@Injectable()
export class SpeechWorkerFactory implements WorkerFactory {
  readonly role = 'speech';

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(SPEECH_ENGINES) private readonly engines: EngineChoice<SpeechEngine>,
    @Inject(BLOB_STORE) private readonly blobs: BlobStore,
    @Inject(REPOSITORIES) private readonly repositories: Repositories,
  ) {}

  async create(connection: NativeConnection): Promise<Worker> {
    const { config, engines, blobs, repositories, logger } = this;
    const { speech, maxAudioMs } = config;
    const { chunkTargetMs, language } = speech;
    const settings = { chunkTargetMs, stretchMs: STRETCH_MS, maxAudioMs, language };
    const dependencies = { ...repositories, engines, blobs, logger, settings };
    return Worker.create({
      ...workerOptions(connection, this.role, { config, logger, repositories }),
      activities: activitiesOf(this.role, SPEECH_HANDLERS, dependencies),
      maxConcurrentActivityTaskExecutions: speech.slots,
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.engines.all.map((engine) => engine.close()));
  }
}
