import type { MockActivityEnvironment } from '@temporalio/testing';
import type {
  DiarisationActivities,
  DocumentActivities,
  EntityActivities,
  LanguageActivities,
  ReportActivities,
  SpeechActivities,
  TaskActivities,
  TranscriptActivities,
} from '#contracts/workflows';

/** The activities of all queues that specs run. */
export type AllActivities = EntityActivities &
  LanguageActivities &
  ReportActivities &
  DiarisationActivities &
  DocumentActivities &
  SpeechActivities &
  TaskActivities &
  TranscriptActivities;

/** Wraps activities so that they run in an environment of Temporal, with interceptors. */
export function inEnvironment(
  environment: MockActivityEnvironment,
  all: AllActivities,
): AllActivities {
  return new Proxy(all, {
    get: (target, name) => {
      const activity: unknown = Reflect.get(target, name);
      if (typeof activity !== 'function') return activity;
      const call = async (...given: unknown[]): Promise<unknown> =>
        Reflect.apply(activity, target, given);
      return (...args: unknown[]) => environment.run(call, ...args);
    },
  });
}
