import type { Provider } from '@nestjs/common';
import { BuiltinLanguageEngine, OpenAiCompatibleEngine, type LanguageEngine } from '#engines';
import type { Config } from '#platform';
import { CONFIG, LANGUAGE_ENGINE } from '../infrastructure/tokens.ts';

/** The engine of this worker's language role. */
export const languageEngineProvider: Provider<LanguageEngine> = {
  provide: LANGUAGE_ENGINE,
  inject: [CONFIG],
  useFactory: ({ language }: Config): LanguageEngine =>
    language.engine === 'builtin'
      ? new BuiltinLanguageEngine()
      : new OpenAiCompatibleEngine(language),
};
