import { eq, sql } from 'drizzle-orm';
import type { ExportScope } from '#contracts/model';
import { AppError } from '#platform';
import type { Transaction } from '../database/database.ts';
import { conversations, projects } from '../schema/index.ts';

/**
 * The owner of what is to be exported.
 * @throws AppError `not_found` when there is no such conversation or project, or nothing of the owner
 */
export async function ownerOfScope(tx: Transaction, { kind, id }: ExportScope): Promise<string> {
  const owner = await OWNERS[kind](tx, id);
  if (owner !== null) return owner;
  const message = kind === 'owner' ? `There is nothing of ${id}.` : `There is no ${kind} ${id}.`;
  throw new AppError('not_found', message);
}

type FindOwner = (tx: Transaction, id: string) => Promise<string | null>;

const OWNERS: Readonly<Record<ExportScope['kind'], FindOwner>> = {
  conversation: async (tx, id) => {
    const [row] = await tx.select().from(conversations).where(eq(conversations.id, id));
    return row?.ownerId ?? null;
  },
  project: async (tx, id) => {
    const [row] = await tx.select().from(projects).where(eq(projects.id, id));
    return row?.ownerId ?? null;
  },
  owner: async (tx, id) => {
    const { rows } = await tx.execute(sql`
      SELECT 1 WHERE EXISTS (SELECT 1 FROM conversations WHERE owner_id = ${id})
        OR EXISTS (SELECT 1 FROM projects WHERE owner_id = ${id})
        OR EXISTS (SELECT 1 FROM memories WHERE owner_id = ${id})`);
    return rows.length > 0 ? id : null;
  },
};
