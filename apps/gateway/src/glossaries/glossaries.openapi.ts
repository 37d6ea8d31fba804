import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiHeader } from '@nestjs/swagger';
import {
  effectiveGlossarySchema,
  glossarySchema,
  outdatedConversationPageSchema,
} from '#contracts/api';
import type { ErrorCode } from '#contracts/model';
import { ApiNoContent } from '../openapi/api-no-content.decorator.ts';
import { ApiProblems } from '../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../openapi/api-route.decorator.ts';
import {
  EFFECTIVE_GLOSSARY_EXAMPLE,
  ENTRY_BODY,
  GLOSSARY_EXAMPLE,
  OUTDATED_EXAMPLE,
} from './glossaries.examples.ts';

const READING: readonly ErrorCode[] = ['invalid_request', 'not_found'];
const CHANGING: readonly ErrorCode[] = [...READING, 'glossary_changed', 'owner_being_erased'];
const WRITING: readonly ErrorCode[] = [
  ...CHANGING,
  ...(['glossary_conflict', 'glossary_full'] as const),
  ...(['request_too_large', 'unsupported_media_type'] as const),
];

const IF_MATCH = {
  name: 'If-Match',
  required: false,
  description: 'ETag of the glossary that is changed.',
  schema: { type: 'string' as const },
};
const ETAG = { ETag: 'Tag of the glossary, for `If-Match`.' };

export function FindGlossaryRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Get a glossary',
      description:
        'The names and terms of an owner, a project or a conversation, in their correct spelling. Corrections of a conversation use all three; where two say something else of the same words, that of the conversation counts before that of its project, and this before that of its owner. The glossary of an unknown owner is empty.',
      status: 200,
      answer: 'The glossary.',
      schema: glossarySchema,
      example: GLOSSARY_EXAMPLE,
      headers: ETAG,
    }),
    ApiProblems(...READING),
  );
}

export function AddEntriesRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Add entries to a glossary',
      description:
        'Adds all of them, or none. Of a term that is there already, `soundsLike` is added to; so adding the same again changes nothing. A word can be the term or a form of one entry only. What was said before is not corrected again by itself; `GET …/outdated` tells where that would change something.',
      status: 200,
      answer: 'The glossary after it.',
      schema: glossarySchema,
      example: GLOSSARY_EXAMPLE,
      headers: ETAG,
    }),
    ApiBody({
      schema: { $ref: '#/components/schemas/AddGlossaryEntries' },
      examples: {
        one: { value: { entries: [ENTRY_BODY] } },
        list: { value: { entries: [{ term: 'Kaito' }, { term: 'Project Heron' }] } },
      },
    }),
    ApiHeader(IF_MATCH),
    ApiProblems(...WRITING),
  );
}

export function SetEntryRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Change an entry of a glossary',
      description:
        'Replaces an entry; what is left out is empty. With another term it is an entry with another id.',
      status: 200,
      answer: 'The glossary after it.',
      schema: glossarySchema,
      example: GLOSSARY_EXAMPLE,
      headers: ETAG,
    }),
    ApiBody({
      schema: { $ref: '#/components/schemas/SetGlossaryEntry' },
      examples: {
        forms: { value: ENTRY_BODY },
        german: { value: { term: 'Straße', soundsLike: ['Strasse'], language: 'de' } },
      },
    }),
    ApiHeader(IF_MATCH),
    ApiProblems(...WRITING),
  );
}

export function RemoveEntryRoute(): MethodDecorator {
  return applyDecorators(
    ApiNoContent({
      summary: 'Remove an entry of a glossary',
      description: 'Later corrections do not use it. Texts stay as they are.',
      answer: 'The glossary does not have the entry.',
    }),
    ApiHeader(IF_MATCH),
    ApiProblems(...CHANGING),
  );
}

export function OutdatedRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List conversations that are out of date',
      description:
        'Conversations that were corrected before the glossary was last changed, and in which something is that an entry `soundsLike`. Nothing is corrected again by itself; request it with `POST /tasks`. What a person has edited does not count. A page may have fewer items than its limit.',
      status: 200,
      answer: 'A page of conversations, newest first.',
      schema: outdatedConversationPageSchema,
      example: { items: [OUTDATED_EXAMPLE], nextCursor: null },
    }),
    ApiProblems(...READING),
  );
}

export function EffectiveGlossaryRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Get the glossary by which a conversation is corrected',
      description:
        'The entries of the conversation, of its project and of its owner, of which the nearest counts, each with where it is from.',
      status: 200,
      answer: 'The entries, the nearest first.',
      schema: effectiveGlossarySchema,
      example: EFFECTIVE_GLOSSARY_EXAMPLE,
    }),
    ApiProblems(...READING),
  );
}
