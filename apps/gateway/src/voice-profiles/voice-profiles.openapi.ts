import { applyDecorators } from '@nestjs/common';
import { voiceProfilePageSchema } from '#contracts/api';
import { ApiNoContent } from '../openapi/api-no-content.decorator.ts';
import { ApiProblems } from '../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../openapi/api-route.decorator.ts';
import { VOICE_PROFILE_EXAMPLE } from './voice-profiles.examples.ts';

export function ListVoiceProfilesRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List the named voices of an owner',
      description:
        'The voices that people have named, by which names are suggested in later recordings. There are none unless the installation (`AFTERWORD_VOICE_PROFILES`) and the owner have asked for it.',
      status: 200,
      answer: 'A page of voices.',
      schema: voiceProfilePageSchema,
      example: { items: [VOICE_PROFILE_EXAMPLE], nextCursor: null },
    }),
    ApiProblems('invalid_request'),
  );
}

export function DeleteVoiceProfileRoute(): MethodDecorator {
  return applyDecorators(
    ApiNoContent({
      summary: 'Forget a named voice',
      description:
        'Deletes what the voice is known by, at once and for good. The name stays where somebody has given it.',
      answer: 'It is forgotten.',
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}

export function DeleteVoiceProfilesRoute(): MethodDecorator {
  return applyDecorators(
    ApiNoContent({
      summary: 'Forget all named voices of an owner',
      description: 'Deletes what they are known by, at once and for good.',
      answer: 'None is left.',
    }),
    ApiProblems('invalid_request'),
  );
}
