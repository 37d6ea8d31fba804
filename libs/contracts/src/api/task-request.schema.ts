import { z } from 'zod';
import type { TaskType } from '../tasks/catalogue.ts';
import type { TaskTypeOf } from '../tasks/task-type-groups.ts';
import { kindOf, taskTypesOf } from '../tasks/task-types.ts';
import { idSchema, prioritySchema } from './common.schema.ts';
import { engineNameSchema, spokenLanguageSchema } from './engine.schema.ts';
import {
  channelsSchema,
  choosesOneOrAll,
  ONE_OR_ALL,
  trackSchema,
  tracksSchema,
} from './recording-parts.schema.ts';
import {
  checkSpeakers,
  diarisationSchema,
  maxSpeakersSchema,
  minSpeakersSchema,
  speakersSchema,
} from './speakers.schema.ts';

/** The fields of a task of a speech engine that override the operator's settings. */
const speechFieldsSchema = z
  .object({
    engine: engineNameSchema.exactOptional().describe('Name of a speech model.'),
    language: spokenLanguageSchema.exactOptional(),
    channels: channelsSchema.exactOptional(),
    track: trackSchema.exactOptional(),
    tracks: tracksSchema.exactOptional(),
    diarisation: diarisationSchema.exactOptional(),
    speakers: speakersSchema.exactOptional(),
    minSpeakers: minSpeakersSchema.exactOptional(),
    maxSpeakers: maxSpeakersSchema.exactOptional(),
  })
  .strict();

const speechSettingsSchema = speechFieldsSchema
  .refine(choosesOneOrAll, ONE_OR_ALL)
  .superRefine(checkSpeakers);

/** Settings of a task that tells speakers apart. */
const diarisationSettingsSchema = z
  .object({
    speakers: speakersSchema.exactOptional(),
    minSpeakers: minSpeakersSchema.exactOptional(),
    maxSpeakers: maxSpeakersSchema.exactOptional(),
  })
  .strict()
  .superRefine(checkSpeakers);

/** Settings of a task of a language engine that override the operator's settings. */
const languageSettingsSchema = z
  .object({ engine: engineNameSchema.exactOptional().describe('Name of a language engine.') })
  .strict();

/** Settings that a retry accepts, for tasks of any type. */
const anySettingsSchema = speechFieldsSchema
  .extend({
    engine: engineNameSchema
      .exactOptional()
      .describe(
        'An engine of the kind that the task type needs: a speech model or a language engine.',
      ),
  })
  .refine(choosesOneOrAll, ONE_OR_ALL)
  .superRefine(checkSpeakers);

const priorityField = { priority: prioritySchema.optional() };

/** Settings that a request for a task type accepts; they depend on its kind of engine. */
function settingsFor(type: TaskType) {
  if (type === 'diarisation') return diarisationSettingsSchema;
  switch (kindOf(type).engine) {
    case 'speech':
      return speechSettingsSchema;
    case 'language':
      return languageSettingsSchema;
    case null:
      return z.object({}).strict();
  }
}

function clipTaskRequest<Type extends TaskTypeOf<'clip'>>(type: Type) {
  return z
    .object({
      type: z.literal(type),
      clipId: idSchema('clip'),
      settings: settingsFor(type).exactOptional(),
      ...priorityField,
    })
    .strict();
}

function conversationTaskRequest<Type extends TaskTypeOf<'conversation'>>(type: Type) {
  return z
    .object({
      type: z.literal(type),
      conversationId: idSchema('conversation'),
      settings: settingsFor(type).exactOptional(),
      ...priorityField,
    })
    .strict();
}

/**
 * Body of `POST /tasks`: the type of a single task, and the clip or conversation that it is for.
 */
export const createTaskSchema = z
  .discriminatedUnion(
    'type',
    nonEmpty([
      ...taskTypesOf('clip').map(clipTaskRequest),
      ...taskTypesOf('conversation').map(conversationTaskRequest),
    ]),
  )
  .meta({ id: 'CreateTask' });
export type CreateTask = z.output<typeof createTaskSchema>;

function nonEmpty<Item>([first, ...others]: readonly Item[]): [Item, ...Item[]] {
  if (first === undefined) throw new Error('the catalogue has no task type that can be requested');
  return [first, ...others];
}

/** Body of `POST /tasks/{id}/retry`; optional. */
export const retryTaskSchema = z
  .object({
    settings: anySettingsSchema
      .exactOptional()
      .describe('Given fields replace those of the task; the others stay.'),
  })
  .strict()
  .meta({ id: 'RetryTask' });
export type RetryTask = z.output<typeof retryTaskSchema>;

/** The task types that `POST /tasks/test/{type}` runs on a built-in sample. */
export const TEST_TASK_TYPES = [
  'transcription',
  'correction',
  'summary',
] as const satisfies readonly TaskType[];
export type TestTaskType = (typeof TEST_TASK_TYPES)[number];
export const testTaskTypeSchema = z.enum(TEST_TASK_TYPES);

/** Query of `POST /tasks/test/{type}`. */
export const testTaskQuerySchema = z.object(priorityField).meta({ id: 'TestTaskQuery' });
export type TestTaskQuery = z.output<typeof testTaskQuerySchema>;
