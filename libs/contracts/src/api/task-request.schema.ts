import { z } from 'zod';
import { kindOf, taskTypesOf, type TaskType, type TaskTypeOf } from '../tasks/catalogue.ts';
import { idSchema, prioritySchema } from './common.schema.ts';
import { engineNameSchema, spokenLanguageSchema } from './engine.schema.ts';

/** How the runs of a task of speech differ from what the operator has set. */
const speechSettingsSchema = z
  .object({
    engine: engineNameSchema.exactOptional().describe('Name of a speech model.'),
    language: spokenLanguageSchema.exactOptional(),
  })
  .strict();

/** How the runs of a task of a language engine do. */
const languageSettingsSchema = z
  .object({ engine: engineNameSchema.exactOptional().describe('Name of a language engine.') })
  .strict();

/** What a retry of any task may be given. */
const anySettingsSchema = speechSettingsSchema.extend({
  engine: engineNameSchema
    .exactOptional()
    .describe('Of a transcription, a speech model; of any other task, a language engine.'),
});

const urgency = { priority: prioritySchema.optional() };

/** What a request may set for a type, by the kind of engine that does its work. */
function settingsFor(type: TaskType) {
  switch (kindOf(type).engine) {
    case 'speech':
      return speechSettingsSchema;
    case 'language':
      return languageSettingsSchema;
    case null:
      return z.object({}).strict();
  }
}

function requestOfClip<Type extends TaskTypeOf<'clip'>>(type: Type) {
  return z
    .object({
      type: z.literal(type),
      clipId: idSchema('clip'),
      settings: settingsFor(type).exactOptional(),
      ...urgency,
    })
    .strict();
}

function requestOfConversation<Type extends TaskTypeOf<'conversation'>>(type: Type) {
  return z
    .object({
      type: z.literal(type),
      conversationId: idSchema('conversation'),
      settings: settingsFor(type).exactOptional(),
      ...urgency,
    })
    .strict();
}

/** Body of `POST /tasks`: a task to be run by itself, with what its type is about. */
export const createTaskSchema = z
  .discriminatedUnion(
    'type',
    nonEmpty([
      ...taskTypesOf('clip').map(requestOfClip),
      ...taskTypesOf('conversation').map(requestOfConversation),
    ]),
  )
  .meta({ id: 'CreateTask' });
export type CreateTask = z.output<typeof createTaskSchema>;

function nonEmpty<Item>([first, ...others]: readonly Item[]): [Item, ...Item[]] {
  if (first === undefined) throw new Error('the catalogue has no task that can be asked for');
  return [first, ...others];
}

/** Body of `POST /tasks/{id}/retry`, which may be left out. */
export const retryTaskSchema = z
  .object({
    settings: anySettingsSchema
      .exactOptional()
      .describe('What is given replaces what the task had; the rest stays.'),
  })
  .strict()
  .meta({ id: 'RetryTask' });
export type RetryTask = z.output<typeof retryTaskSchema>;

/** The task types that `POST /tasks/test/{type}` tries on a built-in sample. */
export const TEST_TASK_TYPES = [
  'transcription',
  'correction',
  'summary',
] as const satisfies readonly TaskType[];
export type TestTaskType = (typeof TEST_TASK_TYPES)[number];
export const testTaskTypeSchema = z.enum(TEST_TASK_TYPES);

/** Query of `POST /tasks/test/{type}`. */
export const testTaskQuerySchema = z.object(urgency).meta({ id: 'TestTaskQuery' });
export type TestTaskQuery = z.output<typeof testTaskQuerySchema>;
