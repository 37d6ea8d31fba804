import { applyDecorators } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { TRANSCRIPT_TEXT_FORMATS } from '#contracts/model';
import { TRANSCRIPT_FORMATS } from '#domain';
import { ApiProblems } from '../../openapi/api-problems.decorator.ts';
import { toDomainTranscript } from './domain-transcript.ts';
import { TRANSCRIPT_EXAMPLE } from './transcripts.examples.ts';

/** The example transcript in every text format, by media type. */
const TEXT_ANSWERS = Object.fromEntries(
  TRANSCRIPT_TEXT_FORMATS.map((format) => {
    const { mediaType, write } = TRANSCRIPT_FORMATS[format];
    const example = write(toDomainTranscript(TRANSCRIPT_EXAMPLE));
    return [mediaType, { schema: { type: 'string' }, example }];
  }),
);

export function TranscriptRoute(): MethodDecorator {
  return applyDecorators(
    ApiOperation({
      summary: 'Get the transcript of a conversation',
      description:
        'All turns in order. While a clip is being transcribed, its turn is empty and `complete` is false. In `srt` and `vtt` the clips are placed one after another on the timeline. `md` starts with YAML front matter.',
    }),
    ApiResponse({
      status: 200,
      description: 'The transcript.',
      content: {
        'application/json': {
          schema: { $ref: '#/components/schemas/Transcript' },
          example: TRANSCRIPT_EXAMPLE,
        },
        ...TEXT_ANSWERS,
      },
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}
