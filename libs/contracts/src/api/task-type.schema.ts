import { z } from 'zod';
import { ENGINE_KINDS } from '../model/engines.ts';
import { TASK_QUEUES } from '../model/queues.ts';
import { PROGRESS_UNITS, TASK_STEPS, TASK_TYPES } from '../tasks/task-types.ts';
import { TASK_SUBJECTS } from '../tasks/task-kind.ts';
import { pageOf } from './common.schema.ts';

const taskStepSchema = z
  .object({
    name: z.enum(TASK_STEPS).describe('As in the progress and the error of a task.'),
    label: z.string().describe('What goes on in it, for people.'),
  })
  .meta({ id: 'TaskStep' });

/** What is true of every task of one type. */
export const taskTypeSchema = z
  .object({
    type: z.enum(TASK_TYPES),
    name: z.string().describe('What a task of the type is called, for people.'),
    verb: z.string().describe('What it does.'),
    none: z.string().describe('What to say of a conversation that has no task of the type.'),
    steps: z.array(taskStepSchema).describe('In the order in which they are done.'),
    unit: z.enum(PROGRESS_UNITS).describe('What its progress counts.'),
    unitName: z.string().nullable().describe('One of them; null when they are a length of time.'),
    queue: z.enum(TASK_QUEUES).describe('The queue that its work waits in.'),
    subject: z.enum(TASK_SUBJECTS).describe('What it is about.'),
    engine: z
      .enum(ENGINE_KINDS)
      .nullable()
      .describe('The kind of engine that its settings may name; null when none does its work.'),
    changesText: z.boolean().describe('Whether the text of the conversation changes with it.'),
    oneAtATime: z.boolean().describe('Whether there is at most one open task for each subject.'),
    waitsForQuiet: z
      .boolean()
      .describe('Whether it waits until the conversation is quiet, unless it is asked for.'),
  })
  .meta({ id: 'TaskType' });
export type TaskTypeView = z.output<typeof taskTypeSchema>;

/** Answer of `GET /task-types`. */
export const taskTypePageSchema = pageOf(taskTypeSchema).meta({ id: 'TaskTypePage' });
export type TaskTypePage = z.output<typeof taskTypePageSchema>;
