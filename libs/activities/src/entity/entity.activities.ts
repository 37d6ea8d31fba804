import type { EntityActivities } from '#contracts/workflows';
import type { Repositories } from '#store';

/** The activities of the workflows of entities, closed over what they need. */
export function createEntityActivities({
  pendingWork,
}: Pick<Repositories, 'pendingWork'>): EntityActivities {
  return { takeWork: ({ kind, id }) => pendingWork.take({ kind, id }) };
}
