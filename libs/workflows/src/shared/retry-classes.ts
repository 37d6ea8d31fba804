import { ActivityCancellationType, proxyActivities } from '@temporalio/workflow';
import type {
  SpeechActivities,
  TranscriptActivities,
  TranscriptionLimits,
} from '#contracts/messages';

/**
 * `database`: short statements. Many tries, because PostgreSQL comes back and the work then goes
 * on; all of them are safe to repeat.
 */
export function databaseActivities(): TranscriptActivities {
  return proxyActivities<TranscriptActivities>({
    taskQueue: 'orchestration',
    startToCloseTimeout: '2 minutes',
    scheduleToCloseTimeout: '1 day',
    retry: { initialInterval: '200ms', backoffCoefficient: 2, maximumInterval: '10s' },
  });
}

/**
 * `speech`: long, with heartbeats. A worker that dies is noticed by the missing heartbeat, one that
 * hangs by start-to-close. Tries end after 100 so that a chunk that kills its worker each time does
 * not go round for ever; work may wait in the queue for days behind other recordings. A cancelled
 * run waits until the engine has really stopped.
 */
export function speechActivities(limits: TranscriptionLimits): SpeechActivities {
  return proxyActivities<SpeechActivities>({
    taskQueue: 'speech',
    startToCloseTimeout: limits.chunkTimeoutMs,
    heartbeatTimeout: limits.heartbeatTimeoutMs,
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
