import { z } from 'zod';
import { TASK_STATES } from '../tasks/task-states.ts';
import { idSchema, timestampSchema, typedTextSchema } from './common.schema.ts';
import { taskSchema } from './task.schema.ts';

/** Name of a speaker, as given in the request. */
export const speakerSchema = typedTextSchema(100).meta({ example: 'Ada' });

/** Uploaded audio or video of a turn. */
export const clipSchema = z
  .object({
    id: idSchema('clip'),
    conversationId: idSchema('conversation'),
    turnId: idSchema('turn'),
    speaker: speakerSchema,
    fileName: z
      .string()
      .describe('As named in the upload; the format is detected from the content only.'),
    sizeBytes: z.number().int(),
    sha256: z.string(),
    durationMs: z.number().int().nullable().describe('Null until the clip has been read.'),
    container: z
      .string()
      .nullable()
      .describe('Detected from the content, such as `wav`, `mp3`, `mp4`.'),
    codec: z.string().nullable(),
    taskId: idSchema('task').describe('The task that transcribes the clip.'),
    taskState: z.enum(TASK_STATES),
    audioRemovedAt: timestampSchema
      .nullable()
      .describe('When a rule of retention has removed its bytes; null while they are there.'),
    createdAt: timestampSchema,
  })
  .meta({ id: 'Clip' });
export type Clip = z.output<typeof clipSchema>;

/** Answer of `POST /conversations/{id}/clips`. */
export const acceptedClipSchema = z
  .object({ clip: clipSchema, task: taskSchema })
  .meta({ id: 'AcceptedClip' });
export type AcceptedClip = z.output<typeof acceptedClipSchema>;
