import type { Info } from '@temporalio/activity';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger, type ActivityInterceptorsFactory } from '@temporalio/worker';

/** Replaces Temporal for one activity: sends cancellations, receives heartbeats. Single use. */
export function activityEnvironment(
  info: Partial<Info>,
  interceptors: readonly ActivityInterceptorsFactory[],
): MockActivityEnvironment {
  return new MockActivityEnvironment(info, {
    logger: new DefaultLogger('ERROR'),
    interceptors: [...interceptors],
  });
}
