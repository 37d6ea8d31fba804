import { applyDecorators } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { conversationSpeakersSchema } from '#contracts/api';
import { ApiProblems } from '../../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../../openapi/api-route.decorator.ts';
import { SPEAKERS_EXAMPLE } from './speakers.examples.ts';

const EXAMPLE_SEGMENT_ID = 'seg_01jd3k4m5n6p7q8r9s0t1v2w43';

const ANSWER = {
  status: 200,
  answer: 'The speakers of the conversation, and what people have decided about them.',
  schema: conversationSpeakersSchema,
  example: SPEAKERS_EXAMPLE,
};

export function SpeakersRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List the speakers of a conversation',
      description:
        'Who speaks in a conversation, how long, and where they can be heard; what people have decided about their names; and whom a voice without a name sounds like, if its owner has voices recognised.',
      ...ANSWER,
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}

export function ChangeSpeakerRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Rename or merge speakers',
      description:
        'Gives a speaker another name in all turns of a conversation. With `merge: true` it may be the name of another speaker: both are the same person from then on. Summaries, action items, memories and exports have the new name at once; no engine is asked unless speakers were merged. The decision outlasts later transcriptions, which know the speaker by the voice, and can be undone.',
      ...ANSWER,
    }),
    ApiBody({
      schema: { $ref: '#/components/schemas/ChangeSpeaker' },
      examples: {
        rename: { value: { from: 'Speaker 1', to: 'Ada' } },
        merge: { value: { from: 'Speaker 3', to: 'Ada', merge: true } },
      },
    }),
    ApiProblems(
      ...(['invalid_request', 'not_found', 'speaker_unknown', 'speaker_exists'] as const),
      ...(['request_too_large', 'unsupported_media_type'] as const),
    ),
  );
}

export function AssignPassageRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Give passages to a speaker',
      description:
        'Gives segments of a recording to another speaker, or to somebody new. Turns begin and end with them. It outlasts later transcriptions and can be undone. The summary is made again in the background.',
      ...ANSWER,
    }),
    ApiBody({
      schema: { $ref: '#/components/schemas/AssignPassage' },
      examples: {
        assign: { value: { segmentIds: [EXAMPLE_SEGMENT_ID], speaker: 'Ada' } },
      },
    }),
    ApiProblems(
      ...(['invalid_request', 'not_found', 'passage_not_heard'] as const),
      ...(['request_too_large', 'unsupported_media_type'] as const),
    ),
  );
}

export function RejectNameRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Reject a suggested name',
      description:
        'Says that a voice is not who it sounds like. That name is not suggested for it again. To accept a suggestion, rename the speaker.',
      ...ANSWER,
    }),
    ApiBody({
      schema: { $ref: '#/components/schemas/RejectName' },
      examples: {
        reject: { value: { speaker: 'Speaker 2', name: 'Grace' } },
        other: { value: { speaker: 'Speaker 3', name: 'Grace' } },
      },
    }),
    ApiProblems(
      ...(['invalid_request', 'not_found', 'speaker_unknown'] as const),
      ...(['request_too_large', 'unsupported_media_type'] as const),
    ),
  );
}

export function UndoSpeakerChangeRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Undo a change of a speaker',
      description:
        'Takes back what a person has decided about a speaker. Later decisions about the same speaker stay. Where speakers are apart again, the summary is made again in the background.',
      ...ANSWER,
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}
