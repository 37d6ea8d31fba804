import { eq } from 'drizzle-orm';
import { glossaryEntries, type CompactEntry } from '#contracts/model';
import { AppError } from '#platform';
import type { Database, Transaction } from '../database/database.ts';
import { conversations, ownerGlossaries, projects } from '../schema/index.ts';
import type { GlossaryRecord, GlossaryScope } from './glossary.records.ts';

/** Reads a glossary; that of an unknown owner is empty. @throws AppError `not_found` */
export async function readGlossary(
  db: Database | Transaction,
  scope: GlossaryScope,
): Promise<GlossaryRecord> {
  const [row] = await rowsOf(db, scope);
  if (row !== undefined) return toRecord(scope, row);
  if (scope.level !== 'owner') throw noSubject(scope);
  return { ...scope, ownerId: scope.id, entries: [], changedAt: null };
}

/** The error for a project or conversation that does not exist. */
export function noSubject({ level, id }: GlossaryScope): AppError {
  return new AppError('not_found', `There is no ${level} ${id}.`);
}

interface GlossaryRow {
  readonly ownerId: string;
  readonly glossary: readonly CompactEntry[];
  readonly changedAt: Date | null;
}

function toRecord(scope: GlossaryScope, { ownerId, glossary, changedAt }: GlossaryRow) {
  return { ...scope, ownerId, entries: glossaryEntries(glossary), changedAt };
}

async function rowsOf(
  db: Database | Transaction,
  { level, id }: GlossaryScope,
): Promise<readonly GlossaryRow[]> {
  switch (level) {
    case 'conversation': {
      const { ownerId, glossary, glossaryChangedAt: changedAt } = conversations;
      const columns = { ownerId, glossary, changedAt };
      return db.select(columns).from(conversations).where(eq(conversations.id, id));
    }
    case 'project': {
      const { ownerId, glossary, glossaryChangedAt: changedAt } = projects;
      return db.select({ ownerId, glossary, changedAt }).from(projects).where(eq(projects.id, id));
    }
    case 'owner': {
      const { ownerId, entries: glossary, changedAt } = ownerGlossaries;
      const columns = { ownerId, glossary, changedAt };
      return db.select(columns).from(ownerGlossaries).where(eq(ownerGlossaries.ownerId, id));
    }
  }
}
