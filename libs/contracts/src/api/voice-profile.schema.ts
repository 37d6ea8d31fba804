import { z } from 'zod';
import { idSchema, ownerIdSchema, pageOf, pageQueryOf, timestampSchema } from './common.schema.ts';

/** A voice that somebody has named. What it is known by is not shown. */
export const voiceProfileSchema = z
  .object({
    id: idSchema('voiceProfile'),
    ownerId: ownerIdSchema,
    name: z.string().describe('What the voice is called in its conversation.'),
    conversationId: idSchema('conversation').describe(
      'Where somebody has named it; the profile goes with this conversation.',
    ),
    voiceLabel: z.string().describe('The label of the voice there.'),
    heardMs: z.number().int().describe('About how much speech it was learned from.'),
    engine: z.string().describe('The network and its version; it is not compared with others.'),
    createdAt: timestampSchema,
  })
  .meta({ id: 'VoiceProfile' });
export type VoiceProfile = z.output<typeof voiceProfileSchema>;

export const voiceProfilePageSchema = pageOf(voiceProfileSchema).meta({ id: 'VoiceProfilePage' });
export type VoiceProfilePage = z.output<typeof voiceProfilePageSchema>;

/** Query of `GET /voice-profiles`, in the order in which they were named. */
export const voiceProfileQuerySchema = pageQueryOf('voiceProfile')
  .extend({ ownerId: ownerIdSchema })
  .meta({ id: 'VoiceProfileQuery' });
export type VoiceProfileQuery = z.output<typeof voiceProfileQuerySchema>;

/** Query of `DELETE /voice-profiles`. */
export const deleteVoiceProfilesQuerySchema = z
  .strictObject({ ownerId: ownerIdSchema })
  .meta({ id: 'DeleteVoiceProfilesQuery' });
export type DeleteVoiceProfilesQuery = z.output<typeof deleteVoiceProfilesQuerySchema>;
