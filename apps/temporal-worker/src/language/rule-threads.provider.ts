import type { FactoryProvider } from '@nestjs/common';
import { RuleThreads } from '#engines';
import type { Config } from '#platform';
import { CONFIG, RULE_THREADS } from '../infrastructure/tokens.ts';

/** The threads of the rules. None is started yet, and `LanguageWorkerFactory` closes them. */
export const ruleThreadsProvider: FactoryProvider<RuleThreads> = {
  provide: RULE_THREADS,
  inject: [CONFIG],
  useFactory: ({ language }: Config) => new RuleThreads(language.rules),
};
