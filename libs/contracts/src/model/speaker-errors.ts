import type { ErrorDefinition } from './error-definition.ts';

/** Errors of what people do with speakers. */
export const SPEAKER_ERRORS = {
  speaker_unknown: {
    status: 404,
    retryable: false,
    title: 'Nobody of that name speaks in the conversation',
    nextAction: 'Use one of the names of GET /conversations/{id}/speakers.',
  },
  speaker_exists: {
    status: 409,
    retryable: false,
    title: 'Somebody else in the conversation has that name',
    nextAction: 'Choose another name, or send `merge: true` if both are the same person.',
  },
  passage_not_heard: {
    status: 409,
    retryable: false,
    title: 'No voice tells who says this passage',
    nextAction:
      'Only passages of recordings whose turns are told by voice can be given to another speaker; rename the speaker instead.',
  },
  speaker_rename_too_large: {
    status: 422,
    retryable: false,
    title: 'There are more conversations than one renaming may have',
    nextAction: 'Rename the speaker in the conversations themselves.',
  },
  speaker_rename_not_ready: {
    status: 409,
    retryable: true,
    title: 'The renaming has not ended',
    nextAction: 'Wait until its task has ended, or cancel the task.',
  },
} as const satisfies Record<string, ErrorDefinition>;
