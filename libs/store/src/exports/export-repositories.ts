import type { Database } from '../database/database.ts';
import type { OwnerLimits } from '../owners/owner-limits.ts';
import { ExportRunsRepository } from './export-runs.repository.ts';
import { ExportSource } from './export-source.ts';
import { ExportsRepository } from './exports.repository.ts';

/** Creates the repositories of exports, which opens no connection. */
export function exportRepositories(db: Database, limits: OwnerLimits) {
  return {
    exportRuns: new ExportRunsRepository(db),
    exports: new ExportsRepository(db, limits),
    exportSource: new ExportSource(db),
  };
}
