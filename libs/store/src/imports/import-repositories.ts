import type { Database } from '../database/database.ts';
import type { EvictionRule } from '../memories/pins.ts';
import type { OwnerLimits } from '../owners/owner-limits.ts';
import { ImportRunsRepository } from './import-runs.repository.ts';
import { ImportedConversationsRepository } from './imported-conversations.repository.ts';
import { ImportedMemoriesRepository } from './imported-memories.repository.ts';
import { ImportedProjectsRepository } from './imported-projects.repository.ts';
import { ImportsRepository } from './imports.repository.ts';

/** Creates the repositories of imports, which opens no connection. */
export function importRepositories(db: Database, limits: OwnerLimits, evict: EvictionRule) {
  return {
    importedConversations: new ImportedConversationsRepository(db, evict),
    importedMemories: new ImportedMemoriesRepository(db, evict),
    importedProjects: new ImportedProjectsRepository(db),
    importRuns: new ImportRunsRepository(db),
    imports: new ImportsRepository(db, limits),
  };
}
