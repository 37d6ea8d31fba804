import type { Provider } from '@nestjs/common';
import {
  BuiltinLanguageEngine,
  EngineChoice,
  OpenAiCompatibleEngine,
  type LanguageEngine,
} from '#engines';
import type { LanguageEngineName } from '#contracts/model';
import type { Config } from '#platform';
import { CONFIG, LANGUAGE_ENGINES } from '../infrastructure/tokens.ts';

/** The engines of this worker's language role: the rules always, a model when one is configured. */
export const languageEnginesProvider: Provider<EngineChoice<LanguageEngine>> = {
  provide: LANGUAGE_ENGINES,
  inject: [CONFIG],
  useFactory: ({ language }: Config): EngineChoice<LanguageEngine> => {
    const engines = new Map<LanguageEngineName, LanguageEngine>();
    engines.set('builtin', new BuiltinLanguageEngine());
    const model = language.openAiCompatible;
    if (model !== null) engines.set('openai-compatible', new OpenAiCompatibleEngine(model));
    return new EngineChoice(engines, language.engine);
  },
};
