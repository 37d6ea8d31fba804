import type { Database } from '../database/database.ts';
import { RetentionRulesRepository } from './retention-rules.repository.ts';
import { RetentionRunsRepository } from './retention-runs.repository.ts';

/** Creates the repositories of retention, which opens no connection. */
export function retentionRepositories(db: Database) {
  return {
    retentionRules: new RetentionRulesRepository(db),
    retentionRuns: new RetentionRunsRepository(db),
  };
}
