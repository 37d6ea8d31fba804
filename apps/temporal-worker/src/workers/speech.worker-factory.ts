import { Inject, Injectable } from '@nestjs/common';
import { Worker, type NativeConnection } from '@temporalio/worker';
import { activitiesOf, createImportProbeActivities, SPEECH_HANDLERS } from '#activities';
import type { EngineChoice, SpeakerThreads, SpeechEngine, VoiceEngine } from '#engines';
import type { Config, Logger } from '#platform';
import { ImportFolder, type BlobStore, type Repositories } from '#store';
import {
  BLOB_STORE,
  CONFIG,
  LOGGER,
  REPOSITORIES,
  SPEAKER_THREADS,
  SPEECH_ENGINES,
  VOICE_ENGINE,
} from '../infrastructure/tokens.ts';
import type { WorkerFactory } from './worker-factory.port.ts';
import { workerOptions } from './worker-options.ts';

/** Audio that one planning activity reads: short enough to finish soon, long enough to need few. */
const STRETCH_MS = 5 * 60_000;
/** Long enough for a few chunks, which are decoded while the next stretch is planned. */
const FIRST_STRETCH_MS = 90_000;

/**
 * Activities beyond the capacity of the engine: the next chunk is fetched meanwhile, so that the engine
 * need not wait for Temporal and the database.
 */
const FETCHED_AHEAD = 1;

/** Runs audio decoding; keeps the default engine busy. */
@Injectable()
export class SpeechWorkerFactory implements WorkerFactory {
  readonly role = 'speech';

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(SPEECH_ENGINES) private readonly engines: EngineChoice<SpeechEngine>,
    @Inject(VOICE_ENGINE) private readonly voiceEngine: VoiceEngine | null,
    @Inject(SPEAKER_THREADS) private readonly speakers: SpeakerThreads,
    @Inject(BLOB_STORE) private readonly blobs: BlobStore,
    @Inject(REPOSITORIES) private readonly repositories: Repositories,
  ) {}

  async create(connection: NativeConnection): Promise<Worker> {
    const { config, engines, voiceEngine, speakers, blobs, repositories, logger } = this;
    const { speech, maxAudioMs } = config;
    const { chunkTargetMs, language, diarisation } = speech;
    const stretches = { stretchMs: STRETCH_MS, firstStretchMs: FIRST_STRETCH_MS };
    const minutePrices = speech.services.prices;
    const hearings = { maxAudioMs, language, diarisation, minutePrices };
    const settings = { chunkTargetMs, ...stretches, ...hearings };
    const importFolder = new ImportFolder(config.imports.folder);
    const hearing = { engines, voiceEngine, speakers };
    const dependencies = { ...repositories, ...hearing, blobs, importFolder, logger, settings };
    const engine = this.engines.choose();
    this.load(engine);
    return Worker.create({
      ...workerOptions(connection, this.role, { config, logger, repositories }),
      activities: {
        ...activitiesOf(this.role, SPEECH_HANDLERS, dependencies),
        ...createImportProbeActivities(dependencies),
      },
      maxConcurrentActivityTaskExecutions: engine.capacity + FETCHED_AHEAD,
    });
  }

  /** Loads the model while the worker starts: the work of a killed worker waits for it. */
  private load(engine: SpeechEngine): void {
    engine
      .fingerprint()
      .catch((err: unknown) => this.logger.warn({ err }, 'the speech engine is not ready yet'));
  }

  async close(): Promise<void> {
    const { voiceEngine, speakers } = this;
    const others = [speakers, ...(voiceEngine === null ? [] : [voiceEngine])];
    await Promise.all([...this.engines.all, ...others].map((each) => each.close()));
  }
}
