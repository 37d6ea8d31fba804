import type { AnyEngineDefinition } from './engine-names.ts';
import { builtin } from './language/builtin.definition.ts';
import { openAiCompatible } from './language/openai-compatible.definition.ts';
import { fasterWhisper } from './speech/faster-whisper.definition.ts';

export * from './engine-names.ts';

/**
 * All engine definitions. The engine settings, `GET /engines` and the engines of a worker are
 * derived from this list. It loads no adapter, so every process can import it to read the settings.
 */
export const ENGINES: readonly AnyEngineDefinition[] = [fasterWhisper, builtin, openAiCompatible];
