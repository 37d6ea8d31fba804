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

/** The form with which a clip is uploaded to a new conversation. */
export function newClipForm(config: Config): UploadForm<NewClipFields> {
  return { ...clipForm(config), fields: checked(newFieldsSchema) };
}

/** The form with which a clip is uploaded. */
export function clipForm({ maxClipBytes: limitBytes }: Config): UploadForm<ClipFields> {
  return {
    noun: 'A clip',
    fields: checked(fieldsSchema),
    limitBytes,
    unnamed: 'recording',
    errors: { missing: 'clip_missing', empty: 'clip_empty', tooLarge: 'clip_too_large' },
  };
}
