import { and, eq, sql } from 'drizzle-orm';
import { gardens } from '../schema/index.ts';
import { taskCreated } from '../tasks/new-task.ts';
import type { EntityWork } from './entity-work.port.ts';

/** Pending work of gardens: dry gardens are watered. */
export function gardenWork(): EntityWork {
  return {
    kind: 'garden',
    table: sql`gardens`,
    hasWork: sql`SELECT id FROM gardens WHERE dry`,
    claim: async (tx, id) => {
      const [dry] = await tx
        .update(gardens)
        .set({ dry: false })
        .where(and(eq(gardens.id, id), gardens.dry))
        .returning({ ownerId: gardens.ownerId });
      if (!dry) return { created: [], more: false };
      const entity = { kind: 'garden', id } as const;
      const purpose = { type: 'watering', conversationId: null, entity } as const;
      return { created: [taskCreated(purpose, { ownerId: dry.ownerId, total: 1 })], more: false };
    },
  };
}
