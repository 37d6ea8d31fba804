import { applyDecorators } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { editedSegmentSchema, segmentCorrectionsSchema } from '#contracts/api';
import { ApiProblems } from '../../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../../openapi/api-route.decorator.ts';
import { CORRECTIONS_EXAMPLE, EDITED_SEGMENT_EXAMPLE } from './segments.examples.ts';

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

export function CorrectionsRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List the changes of a segment by its latest correction',
      description:
        'Each place in which the answer of the engine differs from what was heard. A change is taken only if a rule proves that it cannot change the meaning; everything else is refused, with the reason, and the text stays there as it was heard. Changes that a person has undone are listed as such.',
      status: 200,
      answer: 'The text as heard, and its changes in order; none when nothing was corrected.',
      schema: segmentCorrectionsSchema,
      example: CORRECTIONS_EXAMPLE,
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}

export function UndoChangeRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Undo one change of a correction',
      description:
        'Restores what was heard in the place of one change, which `start` and `end` name; all other changes stay. It outlasts later corrections of the same text. `undone: false` takes the change again. The summary is regenerated in the background.',
      status: 200,
      answer: 'The segment with all its layers, and the new revision of the conversation.',
      schema: editedSegmentSchema,
      example: EDITED_SEGMENT_EXAMPLE,
    }),
    ApiBody({
      schema: { $ref: '#/components/schemas/UndoChange' },
      examples: {
        undo: { value: { start: 13, end: 17, undone: true } },
        again: { value: { start: 13, end: 17, undone: false } },
      },
    }),
    ApiProblems(
      'invalid_request',
      'not_found',
      'correction_not_taken',
      'request_too_large',
      'unsupported_media_type',
    ),
  );
}
