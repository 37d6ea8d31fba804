import type { AnyEngineDefinition } from './engine-names.ts';
import { builtin } from './language/builtin.definition.ts';
import { anthropic } from './language/providers/anthropic.definition.ts';
import { google } from './language/providers/google.definition.ts';
import { ollama } from './language/providers/ollama.definition.ts';
import { openAiCompatible } from './language/providers/openai-compatible.definition.ts';
import { openAi } from './language/providers/openai.definition.ts';
import { fasterWhisper } from './speech/faster-whisper.definition.ts';
import { deepgram } from './speech/providers/deepgram.definition.ts';
import { elevenLabs } from './speech/providers/elevenlabs.definition.ts';
import { openAiSpeech } from './speech/providers/openai.definition.ts';
import { openAiCompatibleSpeech } from './speech/providers/openai-compatible.definition.ts';

export * from './engine-names.ts';
export { speechProcessSettings } from './speech/faster-whisper.definition.ts';
export { offeredOllamaModels } from './language/providers/ollama.definition.ts';

/**
 * All engine definitions. The engine settings, `GET /engines` and the engines of a worker are
 * derived from this list. It loads no adapter, so every process can import it to read the settings.
 */
export const ENGINES: readonly AnyEngineDefinition[] = [
  fasterWhisper,
  openAiCompatibleSpeech,
  openAiSpeech,
  deepgram,
  elevenLabs,
  builtin,
  openAiCompatible,
  openAi,
  anthropic,
  google,
  ollama,
];
