import path from 'node:path';
import type { EngineContext } from '../../engine-context.ts';
import { FasterWhisperEngine } from '../faster-whisper.engine.ts';
import { RestingSpeechEngine } from '../resting.engine.ts';
import type { SpeechEngine } from '../speech-engine.port.ts';
import { speechModelFolder } from './model-folder.ts';
import type { SpeechModel } from './models.ts';
import type { FasterWhisperOptions } from './speech-process.options.ts';

/** A model that few ask for gives its memory back after so long. */
const REST_AFTER_MS = 5 * 60_000;

/** What all models have in common. */
export type WhisperOptions = Pick<FasterWhisperOptions, 'pythonPath' | 'device' | 'stallTimeoutMs'>;

/**
 * One engine for each model, by its name. The process of each starts with the first clip for it;
 * that of the usual model stays, those of the others end when they are idle.
 * @param models the usual one first
 * @throws AppError `speech_engine_unavailable` when set-up has not fetched a model: noticed at the
 * start, before a task asks for it
 */
export function createWhispers(
  models: readonly SpeechModel[],
  options: WhisperOptions,
  context: EngineContext,
): ReadonlyMap<string, SpeechEngine> {
  const makers = models.map(({ name, location }) => {
    const modelFolder = speechModelFolder(location);
    return { name, make: () => whisper({ name, modelFolder }, options, context) };
  });
  return new Map(
    makers.map(({ name, make }, n) => [
      name,
      n === 0 ? make() : new RestingSpeechEngine(make, REST_AFTER_MS),
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
    silenceTimeoutMs: config.heartbeatTimeoutMs,
    logger: logger.child({ engine: 'speech', model: model.name }),
  });
}
