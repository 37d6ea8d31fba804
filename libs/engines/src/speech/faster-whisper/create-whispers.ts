import path from 'node:path';
import type { SpeechModel } from '#platform';
import type { EngineContext } from '../../engine-context.ts';
import { FasterWhisperEngine } from '../faster-whisper.engine.ts';
import { RestingSpeechEngine } from '../resting.engine.ts';
import type { SpeechEngine } from '../speech-engine.port.ts';
import { chunksTogether, speechModelFolder } from './model-folder.ts';
import type { FasterWhisperOptions } from './speech-process.options.ts';

/** Idle time after which a model other than the default is unloaded to free its memory. */
const CLOSE_AFTER_IDLE_MS = 5 * 60_000;

/** The options that all models share. */
export interface WhisperOptions extends Pick<
  FasterWhisperOptions,
  'pythonPath' | 'device' | 'stallTimeoutMs'
> {
  /** Maximum number of chunks in one call to a model; `null` means what suits the model. */
  readonly together: number | null;
}

/**
 * Creates one engine for each model, by its name. The process of a model starts with the first call
 * for it. The process of the default model keeps running; the others end when they are idle.
 * @param models those of this machine
 * @throws AppError `speech_engine_unavailable` when set-up has not fetched a model; checked here, so
 * that a worker fails at start instead of at the first task
 */
export function createWhispers(
  models: readonly SpeechModel[],
  options: WhisperOptions,
  context: EngineContext,
): ReadonlyMap<string, SpeechEngine> {
  const [defaultModel] = context.config.speech.models;
  const factories = models.map(({ name, location }) => {
    const modelFolder = speechModelFolder(location);
    return { name, create: () => whisper({ name, modelFolder }, options, context) };
  });
  return new Map(
    factories.map(({ name, create }) => [
      name,
      name === defaultModel?.name ? create() : new RestingSpeechEngine(create, CLOSE_AFTER_IDLE_MS),
    ]),
  );
}

function whisper(
  model: { readonly name: string; readonly modelFolder: string },
  options: WhisperOptions,
  { config, logger }: EngineContext,
): FasterWhisperEngine {
  return new FasterWhisperEngine({
    ...options,
    speechFolder: path.resolve('speech'),
    modelFolder: model.modelFolder,
    slots: config.speech.slots,
    together: options.together ?? chunksTogether(model.modelFolder),
    silenceTimeoutMs: config.speech.heartbeatTimeoutMs,
    logger: logger.child({ engine: 'speech', model: model.name }),
  });
}
