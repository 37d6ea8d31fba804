import path from 'node:path';
import { bundleWorkflowCode, Worker, type NativeConnection } from '@temporalio/worker';
import { BARE_ACTIVITIES } from './queues.ts';

/**
 * A worker with no-op activities on the queue `bare`.
 * @param slots concurrent activities; the SDK's default if not given
 */
export async function bareWorker(connection: NativeConnection, slots?: number): Promise<Worker> {
  return Worker.create({
    connection,
    taskQueue: 'bare',
    workflowBundle: await bundleWorkflowCode({
      workflowsPath: path.resolve('bench/bare/bare.workflow.ts'),
    }),
    activities: { nothing },
    ...(slots === undefined ? {} : { maxConcurrentActivityTaskExecutions: slots }),
  });
}

/** A worker with the activities of the tree, on a queue of their own as in the product. */
export function bareActivityWorker(connection: NativeConnection): Promise<Worker> {
  return Worker.create({ connection, taskQueue: BARE_ACTIVITIES, activities: { nothing } });
}

const nothing = () => Promise.resolve();
