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
        'Sets what is shown of a segment. An edit stands above what was typed or heard and what was corrected; neither is lost, and no correction overwrites it. `null` takes the edit back. The summary is made again in the background.',
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
    ApiProblems('invalid_request', 'not_found', 'request_too_large', 'unsupported_media_type'),
  );
}
