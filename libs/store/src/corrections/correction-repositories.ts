import type { Database } from '../database/database.ts';
import { GlossariesRepository } from '../glossaries/glossaries.repository.ts';
import { ReplacementsRepository } from '../replacements/replacements.repository.ts';
import { CorrectionsRepository } from './corrections.repository.ts';
import { SegmentCorrectionsRepository } from './segment-corrections.repository.ts';

/** Creates the repositories of corrections and of what they go by, which opens no connection. */
export function correctionRepositories(db: Database) {
  return {
    corrections: new CorrectionsRepository(db),
    glossaries: new GlossariesRepository(db),
    replacements: new ReplacementsRepository(db),
    segmentCorrections: new SegmentCorrectionsRepository(db),
  };
}
