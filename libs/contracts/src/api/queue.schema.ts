import { z } from 'zod';
import { PAUSABLE_QUEUES, TASK_QUEUES } from '../model/queues.ts';
import { pageOf, timestampSchema, typedTextSchema } from './common.schema.ts';

const LONGEST_REASON = 500;

export const queueNameSchema = z.enum(TASK_QUEUES);

/** Position in its queue of a pending task, or of the first chunk of a running transcription. */
export const queuePlaceSchema = z
  .object({
    name: z.enum(PAUSABLE_QUEUES),
    position: z
      .number()
      .int()
      .min(1)
      .describe(
        '1 for the next task to start. Interactive tasks start before batch tasks; within each priority, owners take turns, each with the oldest task first.',
      ),
    expectedWaitMs: z
      .number()
      .int()
      .nullable()
      .describe(
        'An estimate, not a guarantee: the position times the duration of tasks of the queue in the last hour, divided by how many of them ran at once. Null when none ended in that time, and while the queue is paused.',
      ),
    paused: z
      .boolean()
      .nullable()
      .describe('Whether an operator has paused the queue; null while Temporal is unavailable.'),
  })
  .meta({ id: 'QueuePlace' });
export type QueuePlace = z.output<typeof queuePlaceSchema>;

const queueWorkerSchema = z
  .object({
    identity: z.string().describe('As shown in the Temporal Web UI: process id and host.'),
    lastSeenAt: timestampSchema,
  })
  .meta({ id: 'QueueWorker' });

/** A task queue, as shown to an operator. */
export const queueSchema = z
  .object({
    name: queueNameSchema,
    pausable: z.boolean(),
    paused: z.boolean().nullable().describe('Null while Temporal is unavailable.'),
    pausedAt: timestampSchema.nullable(),
    reason: z.string().nullable().describe('Why it is paused; null when no reason was given.'),
    waitingTasks: z
      .number()
      .int()
      .nullable()
      .describe(
        'Number of pending tasks that wait in it: as many as have a place in it (`queue` of a task). Null while the database is unavailable.',
      ),
    waiting: z
      .number()
      .int()
      .nullable()
      .describe(
        'Approximate number of Temporal tasks (activities and workflow tasks) that wait in the queue: a recording has many. May be too high for a while after a restart of Temporal. Null while Temporal is unavailable.',
      ),
    oldestWaitMs: z
      .number()
      .int()
      .nullable()
      .describe('Approximate wait of the oldest of them so far; null when none waits.'),
    workers: z
      .array(queueWorkerSchema)
      .nullable()
      .describe(
        'Workers that polled the queue in the last 90 seconds. A worker whose slots have all been busy for longer is not listed. Null while Temporal is unavailable.',
      ),
  })
  .meta({ id: 'Queue' });
export type Queue = z.output<typeof queueSchema>;

export const queuePageSchema = pageOf(queueSchema).meta({ id: 'QueuePage' });
export type QueuePage = z.output<typeof queuePageSchema>;

/** Body of `POST /queues/{name}/pause`; optional. */
export const pauseQueueSchema = z
  .object({
    reason: typedTextSchema(LONGEST_REASON)
      .optional()
      .describe('Shown as the reason for the pause.'),
  })
  .strict()
  .default({})
  .meta({ id: 'PauseQueue' });
export type PauseQueue = z.output<typeof pauseQueueSchema>;
