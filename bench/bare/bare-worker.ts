import path from 'node:path';
import { bundleWorkflowCode, Worker, type NativeConnection } from '@temporalio/worker';

/**
 * A worker that does nothing, on the queue `bare`.
 * @param slots activities that it does nothing in at once, if not as many as the SDK likes
 */
export async function bareWorker(connection: NativeConnection, slots?: number): Promise<Worker> {
  return Worker.create({
    connection,
    taskQueue: 'bare',
    workflowBundle: await bundleWorkflowCode({
      workflowsPath: path.resolve('bench/bare/bare.workflow.ts'),
    }),
    activities: { nothing: () => Promise.resolve() },
    ...(slots === undefined ? {} : { maxConcurrentActivityTaskExecutions: slots }),
  });
}
