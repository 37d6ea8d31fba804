import {
  ActivityCancellationType,
  proxyActivities,
  proxyLocalActivities,
} from '@temporalio/workflow';
import type {
  ActivityTimeouts,
  EntityActivities,
  LanguageActivities,
  MaintenanceActivities,
  SpeechActivities,
  TaskActivities,
  TranscriptActivities,
} from '#contracts/workflows';

/**
 * `database`: short statements. Many tries, because PostgreSQL comes back and the work then goes
 * on; all of them are safe to repeat.
 */
export function databaseActivities(): TaskActivities & TranscriptActivities {
  return proxyActivities<TaskActivities & TranscriptActivities>({
    taskQueue: 'orchestration',
    startToCloseTimeout: '2 minutes',
    scheduleToCloseTimeout: '1 day',
    retry: { initialInterval: '200ms', backoffCoefficient: 2, maximumInterval: '10s' },
  });
}

/**
 * `database`, in the worker that runs the workflow: one transaction, so short that the way through
 * a task queue would take three times as long. It is tried for as long as it takes.
 */
export function localDatabaseActivities(): EntityActivities {
  return proxyLocalActivities<EntityActivities>({
    startToCloseTimeout: '30 seconds',
    scheduleToCloseTimeout: '1 day',
    // Longer waits become timers, so that the worker is not kept waiting.
    localRetryThreshold: '5 seconds',
    retry: { initialInterval: '200ms', backoffCoefficient: 2, maximumInterval: '10s' },
  });
}

/**
 * `speech`: long, with heartbeats. A worker that dies is noticed by the missing heartbeat, one that
 * hangs by start-to-close. Tries end after 100 so that a chunk that kills its worker each time does
 * not go round for ever; work may wait in the queue for days behind other recordings. A cancelled
 * run waits until the engine has really stopped.
 */
export function speechActivities({
  startToCloseMs,
  heartbeatMs,
}: ActivityTimeouts): SpeechActivities {
  return proxyActivities<SpeechActivities>({
    taskQueue: 'speech',
    startToCloseTimeout: startToCloseMs,
    heartbeatTimeout: heartbeatMs,
    scheduleToCloseTimeout: '7 days',
    cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
    retry: {
      initialInterval: '500ms',
      backoffCoefficient: 2,
      maximumInterval: '1 minute',
      maximumAttempts: 100,
    },
  });
}

/**
 * `engine`: minutes, with heartbeats. A model that is away or asks to wait is asked again later, at
 * the time that it names if it names one; calls that it has answered are stored and not made again.
 * After a day the task fails and says so. A cancelled run waits until the call has really ended.
 */
export function languageActivities({
  startToCloseMs,
  heartbeatMs,
}: ActivityTimeouts): LanguageActivities {
  return proxyActivities<LanguageActivities>({
    taskQueue: 'language',
    startToCloseTimeout: startToCloseMs,
    heartbeatTimeout: heartbeatMs,
    scheduleToCloseTimeout: '1 day',
    cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
    retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '2 minutes' },
  });
}

/**
 * `maintenance`: looks through everything. Few tries within the minute, because the next look is due
 * then and does the same again.
 */
export function maintenanceActivities(): MaintenanceActivities {
  return proxyActivities<MaintenanceActivities>({
    taskQueue: 'maintenance',
    startToCloseTimeout: '2 minutes',
    heartbeatTimeout: '10 seconds',
    scheduleToCloseTimeout: '3 minutes',
    retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumAttempts: 3 },
  });
}
