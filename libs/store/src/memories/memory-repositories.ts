import type { Database } from '../database/database.ts';
import type { OwnerLimits } from '../owners/owner-limits.ts';
import { MemoriesRepository } from './memories.repository.ts';
import { MemoryEditsRepository } from './memory-edits.repository.ts';
import { PassageMemoriesRepository } from './passage-memories.repository.ts';
import type { PinRules } from './pins.ts';
import { ScoringRepository } from './scoring.repository.ts';
import { WaitingMemoriesRepository } from './waiting-memories.repository.ts';

/** What the repositories of memories are made with. */
interface MemorySettings {
  readonly limits: OwnerLimits;
  readonly pinRules: PinRules;
  /** Whether the installation scores memories. */
  readonly scoring: boolean;
}

/** Creates the repositories of memories, which opens no connection. */
export function memoryRepositories(db: Database, { limits, pinRules, scoring }: MemorySettings) {
  return {
    memories: new MemoriesRepository(db, pinRules.evict, limits),
    memoryEdits: new MemoryEditsRepository(db),
    passageMemories: new PassageMemoriesRepository(db),
    scoring: new ScoringRepository(db, pinRules, scoring),
    waitingMemories: new WaitingMemoriesRepository(db, scoring),
  };
}
