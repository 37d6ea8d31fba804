import { z } from 'zod';
import {
  channelsSchema,
  choosesOneOrAll,
  createConversationSchema,
  DEFAULT_SPEAKER,
  ONE_OR_ALL,
  prioritySchema,
  speakerSchema,
  trackSchema,
  tracksSchema,
} from '#contracts/api';
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
  channels: channelsSchema.exactOptional(),
  track: numberField.pipe(trackSchema).exactOptional(),
  tracks: tracksSchema.exactOptional(),
});
export type ClipFields = z.output<typeof fieldsSchema>;

const newFieldsSchema = fieldsSchema.extend({
  title: createConversationSchema.shape.title,
  projectId: createConversationSchema.shape.projectId,
  ownerId: createConversationSchema.shape.ownerId,
});
/** Fields of a clip and of the conversation that it begins. */
export type NewClipFields = z.output<typeof newFieldsSchema>;

/** The form with which a clip is uploaded to a new conversation. */
export function newClipForm(config: Config): UploadForm<NewClipFields> {
  return { ...clipForm(config), fields: newFieldsSchema.refine(choosesOneOrAll, ONE_OR_ALL) };
}

/** The form with which a clip is uploaded. */
export function clipForm({ maxClipBytes: limitBytes }: Config): UploadForm<ClipFields> {
  return {
    noun: 'A clip',
    fields: fieldsSchema.refine(choosesOneOrAll, ONE_OR_ALL),
    limitBytes,
    unnamed: 'recording',
    errors: { missing: 'clip_missing', empty: 'clip_empty', tooLarge: 'clip_too_large' },
  };
}
