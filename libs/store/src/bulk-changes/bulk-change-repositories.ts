import type { BinRepository } from '../bin/bin.repository.ts';
import type { Database } from '../database/database.ts';
import type { NameRules } from '../transcripts/speakers/name-rules.ts';
import { BulkChangeRunsRepository } from './bulk-change-runs.repository.ts';
import { BulkChangesRepository } from './bulk-changes.repository.ts';

/** Creates the repositories of bulk changes, which opens no connection. */
export function bulkChangeRepositories(db: Database, bin: BinRepository, nameRules: NameRules) {
  return {
    bulkChangeRuns: new BulkChangeRunsRepository(db, bin, nameRules),
    bulkChanges: new BulkChangesRepository(db),
  };
}
