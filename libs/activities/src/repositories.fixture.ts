import { AGENT_NAMES } from '#agents';
import type { TokenLimits } from '#contracts/model';
import { NAME_RULES, PIN_RULES } from '#domain';
import {
  createRepositories,
  NO_LIMITS,
  NO_TOKEN_LIMITS,
  type Database,
  type Repositories,
} from '#store';

/** The repositories of a worker in tests. @param tokenLimits by default there are none */
export function repositoriesOf(db: Database, tokenLimits?: Partial<TokenLimits>): Repositories {
  const work = { scoring: true, sharedRuns: false, titles: false, agents: AGENT_NAMES };
  const limits = { ...NO_TOKEN_LIMITS, ...tokenLimits };
  const settings = {
    limits: NO_LIMITS,
    pinRules: PIN_RULES,
    nameRules: NAME_RULES,
    tokenLimits: limits,
    voiceProfiles: true,
  };
  return createRepositories(db, { ...settings, ...work });
}
