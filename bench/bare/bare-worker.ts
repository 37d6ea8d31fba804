import path from 'node:path';
import { bundleWorkflowCode, Worker, type NativeConnection } from '@temporalio/worker';

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
    activities: { nothing: () => Promise.resolve() },
    ...(slots === undefined ? {} : { maxConcurrentActivityTaskExecutions: slots }),
  });
}
