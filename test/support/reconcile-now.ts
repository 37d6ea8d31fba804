import { Client, Connection } from '@temporalio/client';
import { RECONCILE_WORKFLOW } from '#contracts/workflows';
import type { StackPlace } from './stack.ts';

/** Starts `reconcile` now instead of at the next minute; if it runs, once more after that run. */
export async function reconcileNow({ temporalAddress }: StackPlace): Promise<void> {
  const connection = await Connection.connect({ address: temporalAddress });
  try {
    await new Client({ connection }).schedule.getHandle(RECONCILE_WORKFLOW).trigger('BUFFER_ONE');
  } finally {
    await connection.close();
  }
}
