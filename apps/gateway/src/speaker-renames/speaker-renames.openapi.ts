import { applyDecorators } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { renamedConversationPageSchema, speakerRenameSchema } from '#contracts/api';
import { ApiIdempotencyKey } from '../openapi/api-idempotency-key.decorator.ts';
import { ApiProblems } from '../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../openapi/api-route.decorator.ts';
import {
  RENAMED_CONVERSATION_EXAMPLE,
  RENAME_APPLIED_EXAMPLE,
  RENAME_BODIES,
  RENAME_PREVIEW_EXAMPLE,
  RENAME_UNDONE_EXAMPLE,
} from './speaker-renames.examples.ts';

export function PreviewSpeakerRenameRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Preview a renaming in all conversations',
      description:
        'Finds the conversations of an owner in which somebody has a name, and keeps that as a preview. Nothing is renamed. Where somebody else has the new name already, the conversation is counted as `taken` and is left alone. A preview is kept for 30 days.',
      status: 201,
      answer: 'The preview, with how many conversations there are.',
      schema: speakerRenameSchema,
      example: RENAME_PREVIEW_EXAMPLE,
      headers: { Location: 'Path of the renaming.' },
    }),
    ApiBody({
      schema: { $ref: '#/components/schemas/PreviewSpeakerRename' },
      examples: { ...RENAME_BODIES },
    }),
    ApiIdempotencyKey(),
    ApiProblems(
      ...(['invalid_request', 'speaker_rename_too_large'] as const),
      ...(['idempotency_key_reused', 'owner_being_erased'] as const),
      ...(['request_too_large', 'unsupported_media_type'] as const),
    ),
  );
}

export function FindSpeakerRenameRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Get a renaming',
      description: 'A renaming with its tasks, and what has become of its conversations so far.',
      status: 200,
      answer: 'The renaming.',
      schema: speakerRenameSchema,
      example: RENAME_APPLIED_EXAMPLE,
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}

export function RenamedConversationsRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List the conversations of a renaming',
      description: 'Each conversation, and what has become of it, in pages.',
      status: 200,
      answer: 'A page of conversations.',
      schema: renamedConversationPageSchema,
      example: { items: [RENAMED_CONVERSATION_EXAMPLE], nextCursor: null },
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}

export function ApplySpeakerRenameRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Rename in all conversations of a preview',
      description:
        'Starts a task that renames the speaker in one conversation after the other, each as `POST /conversations/{id}/speakers/changes` does: summaries, action items, facts, memories and exports follow, and no engine is asked. Asking again returns the same task.',
      status: 202,
      answer: 'The renaming is scheduled.',
      schema: speakerRenameSchema,
      example: RENAME_APPLIED_EXAMPLE,
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}

export function UndoSpeakerRenameRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Take a renaming back',
      description:
        'Starts a task that takes the decision back in each conversation. What somebody has decided about the same speaker since stays.',
      status: 202,
      answer: 'The undoing is scheduled.',
      schema: speakerRenameSchema,
      example: RENAME_UNDONE_EXAMPLE,
    }),
    ApiProblems('invalid_request', 'not_found', 'speaker_rename_not_ready'),
  );
}
