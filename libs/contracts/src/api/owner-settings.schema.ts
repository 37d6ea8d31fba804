import { z } from 'zod';
import { ownerIdSchema, pageOf, pageQuerySchema } from './common.schema.ts';
import { spokenLanguageSchema } from './engine.schema.ts';

const ownerLanguageSchema = spokenLanguageSchema
  .nullable()
  .describe(
    'What is spoken in recordings of this owner, as ISO 639-1, unless a project or conversation says otherwise; `auto` to detect it. Null for the language of the installation (`AFTERWORD_SPEECH_LANGUAGE`).',
  );

/** What is set for an owner, and what follows from it. */
export const ownerSettingsSchema = z
  .object({
    ownerId: ownerIdSchema,
    scoring: z
      .boolean()
      .describe('Whether memories of this owner are scored, if the installation scores any.'),
    scoringOfInstallation: z
      .boolean()
      .describe('Whether the installation scores memories (`AFTERWORD_SIGNIFICANCE_ENABLED`).'),
    voiceProfiles: z
      .boolean()
      .describe(
        'Whether voices that somebody has named are recognised in later recordings of this owner, if the installation allows it. Off unless somebody switches it on.',
      ),
    voiceProfilesOfInstallation: z
      .boolean()
      .describe('Whether the installation allows it (`AFTERWORD_VOICE_PROFILES`).'),
    spokenLanguage: ownerLanguageSchema,
    memoriesWaiting: z
      .number()
      .int()
      .describe('Memories without a score that no task is about to give one.'),
  })
  .meta({ id: 'OwnerSettings' });
export type OwnerSettings = z.output<typeof ownerSettingsSchema>;

/** Body of `PATCH /owners/{ownerId}/settings`. */
export const changeOwnerSettingsSchema = z
  .strictObject({
    scoring: z.boolean().exactOptional(),
    voiceProfiles: z.boolean().exactOptional(),
    spokenLanguage: ownerLanguageSchema.exactOptional(),
  })
  .refine((given) => Object.keys(given).length > 0, 'must change something')
  .meta({ id: 'ChangeOwnerSettings' });
export type ChangeOwnerSettings = z.output<typeof changeOwnerSettingsSchema>;

/** Query of `GET /owners/settings`; in order of the names of owners. */
export const ownerSettingsQuerySchema = pageQuerySchema
  .extend({ cursor: ownerIdSchema.optional().describe('`nextCursor` of the previous page.') })
  .meta({ id: 'OwnerSettingsQuery' });
export type OwnerSettingsQuery = z.output<typeof ownerSettingsQuerySchema>;

export const ownerSettingsPageSchema = pageOf(ownerSettingsSchema).meta({
  id: 'OwnerSettingsPage',
});
export type OwnerSettingsPage = z.output<typeof ownerSettingsPageSchema>;
