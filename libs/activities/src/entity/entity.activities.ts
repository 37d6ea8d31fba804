import type { EntityActivities } from '#contracts/workflows';
import type { Repositories } from '#store';

/** Creates the activities of the workflows of entities. */
export function createEntityActivities({
  pendingWork,
}: Pick<Repositories, 'pendingWork'>): EntityActivities {
  return { takeWork: ({ kind, id, ...known }) => pendingWork.take({ kind, id }, known) };
}
