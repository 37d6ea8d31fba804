import type { Database } from '../database/database.ts';
import { ActionItemsRepository } from './action-items.repository.ts';
import { SummariesRepository } from './summaries.repository.ts';
import { SummaryEditsRepository } from './summary-edits.repository.ts';

/** Creates the repositories of summaries, which opens no connection. */
export function summaryRepositories(db: Database) {
  return {
    summaries: new SummariesRepository(db),
    summaryEdits: new SummaryEditsRepository(db),
    actionItems: new ActionItemsRepository(db),
  };
}
