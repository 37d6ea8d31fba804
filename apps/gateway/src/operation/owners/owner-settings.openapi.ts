import { applyDecorators } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { ownerSettingsPageSchema, ownerSettingsSchema, type OwnerSettings } from '#contracts/api';
import { ApiProblems } from '../../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../../openapi/api-route.decorator.ts';

const OWNER_SETTINGS_EXAMPLE: OwnerSettings = {
  ownerId: 'ada',
  scoring: false,
  scoringOfInstallation: true,
  voiceProfiles: false,
  voiceProfilesOfInstallation: true,
  spokenLanguage: 'de',
  memoriesWaiting: 12,
};

export function ListOwnerSettingsRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List the owners whose memories are not scored',
      description: 'Those for whom scoring was switched off, in order of their names, in pages.',
      status: 200,
      answer: 'A page of settings.',
      schema: ownerSettingsPageSchema,
      example: { items: [OWNER_SETTINGS_EXAMPLE], nextCursor: null },
    }),
    ApiProblems('invalid_request'),
  );
}

export function FindOwnerSettingsRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Get the settings of an owner',
      description: 'What is set for the owner; those of an unknown owner are the defaults.',
      status: 200,
      answer: 'The settings.',
      schema: ownerSettingsSchema,
      example: OWNER_SETTINGS_EXAMPLE,
    }),
    ApiProblems('invalid_request'),
  );
}

export function ChangeOwnerSettingsRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Change the settings of an owner',
      description:
        'What is left out stays. With `scoring: false`, memories of the owner are stored and wait without a score; tasks that exist already are completed, and `POST /memories/{id}/rescore` still scores one. With `scoring: true`, those that have waited are scored behind all interactive work, at most 100 or one conversation in a task. With `voiceProfiles: true`, voices that somebody names from then on are known in later recordings; switched off again, nothing more is learned or suggested, and `DELETE /voice-profiles` forgets what was. `spokenLanguage` is what recordings are transcribed in that are added from then on, unless an upload, a conversation or a project says otherwise.',
      status: 200,
      answer: 'The settings.',
      schema: ownerSettingsSchema,
      example: { ...OWNER_SETTINGS_EXAMPLE, scoring: true, memoriesWaiting: 0 },
    }),
    ApiBody({
      required: true,
      schema: { $ref: '#/components/schemas/ChangeOwnerSettings' },
      examples: {
        off: { value: { scoring: false } },
        on: { value: { scoring: true } },
        voices: { value: { voiceProfiles: true } },
        language: { value: { spokenLanguage: 'de' } },
      },
    }),
    ApiProblems(
      'invalid_request',
      'request_too_large',
      'unsupported_media_type',
      'owner_being_erased',
    ),
  );
}
