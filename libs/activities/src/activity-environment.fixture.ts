import type { Info } from '@temporalio/activity';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger, type ActivityInterceptorsFactory } from '@temporalio/worker';

/** What Temporal is to an activity: sends cancellations, gets heartbeats. For one run each. */
export function activityEnvironment(
  info: Partial<Info>,
  interceptors: readonly ActivityInterceptorsFactory[],
): MockActivityEnvironment {
  return new MockActivityEnvironment(info, {
    logger: new DefaultLogger('ERROR'),
    interceptors: [...interceptors],
  });
}
