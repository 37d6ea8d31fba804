import { z } from 'zod';
import {
  createConversationSchema,
  DEFAULT_SPEAKER,
  prioritySchema,
  speakerSchema,
} from '#contracts/api';
import type { Config } from '#platform';
import type { UploadForm } from '../../http/uploads/upload-form.ts';

/** Unknown fields are ignored. */
const fieldsSchema = z.object({
  speaker: speakerSchema.default(DEFAULT_SPEAKER),
  priority: prioritySchema.optional(),
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
  return { ...clipForm(config), fields: newFieldsSchema };
}

/** The form with which a clip is uploaded. */
export function clipForm({ maxClipBytes: limitBytes }: Config): UploadForm<ClipFields> {
  return {
    noun: 'A clip',
    fields: fieldsSchema,
    limitBytes,
    unnamed: 'recording',
    errors: { missing: 'clip_missing', empty: 'clip_empty', tooLarge: 'clip_too_large' },
  };
}
