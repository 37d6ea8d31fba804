import { z } from 'zod';
import {
  channelsSchema,
  checkSpeakers,
  choosesOneOrAll,
  createConversationSchema,
  diarisationSchema,
  engineNameSchema,
  maxSpeakersSchema,
  minSpeakersSchema,
  ONE_OR_ALL,
  prioritySchema,
  speakerSchema,
  speakersSchema,
  spokenLanguageSchema,
  trackSchema,
  tracksSchema,
} from '#contracts/api';
import { DEFAULT_SPEAKER } from '#contracts/model';
import type { TaskSettings } from '#contracts/tasks';
import type { Config } from '#platform';
import type { UploadForm } from '../../http/uploads/upload-form.ts';

/** A field of a form is a text; only one of digits is a number. */
const numberField = z
  .string()
  .regex(/^\d{1,9}$/u, { error: 'must be a number' })
  .transform(Number);

/** Unknown fields are ignored. */
const fieldsSchema = z.object({
  speaker: speakerSchema.default(DEFAULT_SPEAKER),
  priority: prioritySchema.optional(),
  engine: engineNameSchema.exactOptional(),
  language: spokenLanguageSchema.exactOptional(),
  channels: channelsSchema.exactOptional(),
  track: numberField.pipe(trackSchema).exactOptional(),
  tracks: tracksSchema.exactOptional(),
  diarisation: diarisationSchema.exactOptional(),
  speakers: numberField.pipe(speakersSchema).exactOptional(),
  minSpeakers: numberField.pipe(minSpeakersSchema).exactOptional(),
  maxSpeakers: numberField.pipe(maxSpeakersSchema).exactOptional(),
});
export type ClipFields = z.output<typeof fieldsSchema>;

const newFieldsSchema = fieldsSchema.extend({
  title: createConversationSchema.shape.title,
  projectId: createConversationSchema.shape.projectId,
  ownerId: createConversationSchema.shape.ownerId,
});
/** Fields of a clip and of the conversation that it begins. */
export type NewClipFields = z.output<typeof newFieldsSchema>;

/** Fields that must not contradict each other. */
function checked<Fields extends z.ZodType<ClipFields>>(fields: Fields) {
  return fields.refine(choosesOneOrAll, ONE_OR_ALL).superRefine(checkSpeakers);
}

/** The fields of a form that are settings of the task. */
const SETTINGS = [
  ...(['engine', 'language'] as const),
  ...(['channels', 'track', 'tracks'] as const),
  ...(['diarisation', 'speakers', 'minSpeakers', 'maxSpeakers'] as const),
];

/** The settings of the task of a clip; none if its form chooses nothing. */
export function settingsOf(fields: ClipFields): { readonly settings?: TaskSettings } {
  const given = SETTINGS.filter((name) => fields[name] !== undefined);
  const settings: TaskSettings = Object.fromEntries(given.map((name) => [name, fields[name]]));
  return given.length === 0 ? {} : { settings };
}

/** Refuses settings of a task that no engine meets. */
type CheckSettings = (settings: TaskSettings | undefined) => void;

/**
 * The form with which a clip is uploaded to a new conversation.
 * @param check as for {@link clipForm}
 */
export function newClipForm(config: Config, check: CheckSettings): UploadForm<NewClipFields> {
  return { ...clipForm(config, check), fields: checked(newFieldsSchema) };
}

/**
 * The form with which a clip is uploaded.
 * @param check refuses settings that no engine meets
 */
export function clipForm(
  { maxClipBytes: limitBytes }: Config,
  check: CheckSettings,
): UploadForm<ClipFields> {
  return {
    noun: 'A clip',
    fields: checked(fieldsSchema),
    check: (fields) => check(settingsOf(fields).settings),
    limitBytes,
    unnamed: 'recording',
    errors: { missing: 'clip_missing', empty: 'clip_empty', tooLarge: 'clip_too_large' },
  };
}
