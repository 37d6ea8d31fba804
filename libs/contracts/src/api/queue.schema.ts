import { z } from 'zod';
import { PAUSABLE_QUEUES, TASK_QUEUES } from '../model/queues.ts';
import { pageOf, timestampSchema, typedTextSchema } from './common.schema.ts';

const LONGEST_REASON = 500;

export const queueNameSchema = z.enum(TASK_QUEUES);

/** Where a task that is pending stands in its queue. */
export const queuePlaceSchema = z
  .object({
    name: z.enum(PAUSABLE_QUEUES),
    position: z
      .number()
      .int()
      .min(1)
      .describe(
        '1 for the next task to begin. What is interactive begins before what is batch; within that, owners take turns, each with the oldest first.',
      ),
    expectedWaitMs: z
      .number()
      .int()
      .nullable()
      .describe(
        'An estimate, and no promise: the position times how long tasks of the queue took in the last hour, by how many of them ran at once. Null when none ended in that time, and while the queue is paused.',
      ),
    paused: z
      .boolean()
      .nullable()
      .describe('Whether an operator has paused the queue; null while Temporal does not answer.'),
  })
  .meta({ id: 'QueuePlace' });
export type QueuePlace = z.output<typeof queuePlaceSchema>;

const queueWorkerSchema = z
  .object({
    identity: z.string().describe('As in the Temporal Web UI: process id and host.'),
    lastSeenAt: timestampSchema,
  })
  .meta({ id: 'QueueWorker' });

/** A task queue, for an operator. */
export const queueSchema = z
  .object({
    name: queueNameSchema,
    pausable: z.boolean(),
    paused: z.boolean().nullable().describe('Null while Temporal does not answer.'),
    pausedAt: timestampSchema.nullable(),
    reason: z.string().nullable().describe('Why it is paused, if somebody said so.'),
    waiting: z
      .number()
      .int()
      .nullable()
      .describe(
        'About how many steps of work wait in the queue, as Temporal counts them: a recording has many. May be too high for a while after Temporal was restarted. Null while Temporal does not answer.',
      ),
    oldestWaitMs: z
      .number()
      .int()
      .nullable()
      .describe('About how long the oldest of them has waited; null when none does.'),
    workers: z
      .array(queueWorkerSchema)
      .nullable()
      .describe(
        'Workers that asked the queue for work in the last 90 seconds. One whose slots are all taken for longer than that is not seen. Null while Temporal does not answer.',
      ),
  })
  .meta({ id: 'Queue' });
export type Queue = z.output<typeof queueSchema>;

export const queuePageSchema = pageOf(queueSchema).meta({ id: 'QueuePage' });
export type QueuePage = z.output<typeof queuePageSchema>;

/** Body of `POST /queues/{name}/pause`; it may be left out. */
export const pauseQueueSchema = z
  .object({
    reason: typedTextSchema(LONGEST_REASON).optional().describe('Shown to whoever wonders why.'),
  })
  .strict()
  .default({})
  .meta({ id: 'PauseQueue' });
export type PauseQueue = z.output<typeof pauseQueueSchema>;
