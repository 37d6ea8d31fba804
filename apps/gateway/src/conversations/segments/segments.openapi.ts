import { applyDecorators } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { editedSegmentSchema } from '#contracts/api';
import { ApiProblems } from '../../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../../openapi/api-route.decorator.ts';
import { EDITED_SEGMENT_EXAMPLE } from './segments.examples.ts';

export function EditSegmentRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Edit a segment',
      description:
        'Sets the edited text of a segment. An edit takes precedence over the original and the corrected text; both are kept, and no correction overwrites the edit. `null` removes the edit. The summary is regenerated in the background. The text has at most 20,000 characters, like a turn.',
      status: 200,
      answer: 'The segment with all its layers, and the new revision of the conversation.',
      schema: editedSegmentSchema,
      example: EDITED_SEGMENT_EXAMPLE,
    }),
    ApiBody({
      schema: { $ref: '#/components/schemas/EditSegment' },
      examples: {
        edit: { value: { text: EDITED_SEGMENT_EXAMPLE.segment.text } },
        undo: { value: { text: null } },
      },
    }),
    ApiProblems(
      'invalid_request',
      'not_found',
      'request_too_large',
      'turn_too_long',
      'unsupported_media_type',
    ),
  );
}
