import type { Project } from '#contracts/api';
import type { CountedProject } from '#store';

/** A project as the API shows it. */
export function toProject(record: CountedProject): Project {
  return {
    id: record.id,
    ownerId: record.ownerId,
    name: record.name,
    currency: record.currency,
    timeZone: record.timeZone,
    refresh: record.refresh,
    conversationCount: record.conversationCount,
    documentCount: record.documentCount,
    createdAt: record.createdAt.toISOString(),
    updatedAt: record.updatedAt.toISOString(),
  };
}
