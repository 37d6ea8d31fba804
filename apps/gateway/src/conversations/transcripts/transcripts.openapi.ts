import { applyDecorators } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { formatMarkdown, formatPlainText, formatSrt, formatVtt } from '#domain';
import { ApiProblems } from '../../openapi/api-problems.decorator.ts';
import { TRANSCRIPT_EXAMPLE } from './transcripts.examples.ts';

const text = (example: string) => ({ schema: { type: 'string' }, example });

export function TranscriptRoute(): MethodDecorator {
  return applyDecorators(
    ApiOperation({
      summary: 'Get the transcript of a conversation',
      description:
        'Everything that was said, turn by turn. While a clip is still being transcribed its turn is empty and `complete` is false. In `srt` and `vtt` the clips follow one another in time. `md` begins with YAML front matter.',
    }),
    ApiResponse({
      status: 200,
      description: 'The transcript.',
      content: {
        'application/json': {
          schema: { $ref: '#/components/schemas/Transcript' },
          example: TRANSCRIPT_EXAMPLE,
        },
        'text/markdown': text(formatMarkdown(TRANSCRIPT_EXAMPLE)),
        'text/plain': text(formatPlainText(TRANSCRIPT_EXAMPLE)),
        'application/x-subrip': text(formatSrt(TRANSCRIPT_EXAMPLE)),
        'text/vtt': text(formatVtt(TRANSCRIPT_EXAMPLE)),
      },
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}
