import { z } from 'zod';
import { DEFAULT_SPEAKER, prioritySchema, speakerSchema } from '#contracts/api';
import type { Config } from '#platform';
import type { UploadForm } from '../../http/uploads/upload-form.ts';

/** Unknown fields are ignored. */
const fieldsSchema = z.object({
  speaker: speakerSchema.default(DEFAULT_SPEAKER),
  priority: prioritySchema.optional(),
});
export type ClipFields = z.output<typeof fieldsSchema>;

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
