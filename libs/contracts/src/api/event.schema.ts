import { z } from 'zod';
import { idSchema, ownerIdSchema, timestampSchema } from './common.schema.ts';
import { taskProgressSchema, taskRetrySchema } from './task-parts.schema.ts';

/** An event, as sent in streams and returned by the event log. */
export const loggedEventSchema = z
  .object({
    sequence: z.number().int(),
    type: z.string().meta({ example: 'memory_pin_changed' }),
    ownerId: ownerIdSchema,
    conversationId: idSchema('conversation').nullable(),
    taskId: idSchema('task').nullable(),
    data: z
      .record(z.string(), z.unknown())
      .describe('References and facts; never the text of a conversation.'),
    createdAt: timestampSchema,
  })
  .meta({ id: 'LoggedEvent' });
export type LoggedEvent = z.output<typeof loggedEventSchema>;

/**
 * Data of the server-sent event `progress`: a running task has made progress, or a step is retried.
 */
export const taskAdvanceSchema = z
  .object({
    taskId: idSchema('task'),
    progress: taskProgressSchema,
    retry: taskRetrySchema.nullable(),
  })
  .meta({ id: 'TaskAdvance' });
export type TaskAdvance = z.output<typeof taskAdvanceSchema>;

/** Query of `GET /events`. */
export const eventStreamQuerySchema = z
  .object({
    ownerId: ownerIdSchema.optional(),
    conversationId: idSchema('conversation').optional(),
  })
  .meta({ id: 'EventStreamQuery' });
export type EventStreamQuery = z.output<typeof eventStreamQuerySchema>;

/** Query of `GET /event-log`; oldest first. */
export const eventLogQuerySchema = eventStreamQuerySchema
  .extend({
    after: z
      .string()
      .regex(/^\d{1,15}$/, 'must be `nextAfter` of the previous page')
      .optional()
      .describe('`nextAfter` of the previous page.'),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  })
  .meta({ id: 'EventLogQuery' });
export type EventLogQuery = z.output<typeof eventLogQuerySchema>;

/** A page of the event log. */
export const eventLogPageSchema = z
  .object({
    items: z.array(loggedEventSchema),
    nextAfter: z
      .string()
      .describe(
        'Send it as `after` to get the next events; new events appear there and none is missed.',
      ),
  })
  .meta({ id: 'EventLogPage' });
export type EventLogPage = z.output<typeof eventLogPageSchema>;

/** Data of the server-sent event `ready`: from now on, events are sent as they happen. */
export const streamReadySchema = z
  .object({
    sequence: z.number().int().describe('Events with a higher sequence follow in the stream.'),
  })
  .meta({ id: 'StreamReady' });
export type StreamReady = z.output<typeof streamReadySchema>;

/** Data of the server-sent event `dropped`, the last one of a stream whose reader is too slow. */
export const streamDroppedSchema = z
  .object({
    lastEventId: z
      .string()
      .nullable()
      .describe(
        'Reconnect with it as `Last-Event-ID` to go on where the stream stopped; `null` when the stream has sent no id.',
      ),
  })
  .meta({ id: 'StreamDropped' });
export type StreamDropped = z.output<typeof streamDroppedSchema>;

/** Data of the server-sent event `maintenance`. */
export const maintenanceNoticeSchema = z
  .object({
    active: z
      .boolean()
      .describe('Whether a backup is being restored, so that nothing can be changed.'),
  })
  .meta({ id: 'MaintenanceNotice' });
export type MaintenanceNotice = z.output<typeof maintenanceNoticeSchema>;
