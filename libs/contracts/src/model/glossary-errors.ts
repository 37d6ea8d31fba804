import type { ErrorDefinition } from './error-definition.ts';

/** Errors of glossaries, and of replacements by their terms. */
export const GLOSSARY_ERRORS = {
  glossary_changed: {
    status: 412,
    retryable: false,
    title: 'The glossary was changed meanwhile',
    nextAction: 'Read the glossary again, apply the change to it, and send it with the new ETag.',
  },
  glossary_conflict: {
    status: 409,
    retryable: false,
    title: 'The glossary has another entry that says something else',
    nextAction: 'Change or remove the entry that the message names, or use another spelling.',
  },
  glossary_full: {
    status: 409,
    retryable: false,
    title: 'The glossary has no room for more',
    nextAction:
      'Remove entries that are no longer needed, or move some to the glossary of a project or conversation.',
  },
  replacement_too_large: {
    status: 422,
    retryable: false,
    title: 'There are more passages than one replacement may have',
    nextAction: 'Replace in one project or conversation after the other.',
  },
  replacement_not_ready: {
    status: 409,
    retryable: true,
    title: 'The replacement has not ended',
    nextAction: 'Wait until its task has ended, or cancel the task.',
  },
} as const satisfies Record<string, ErrorDefinition>;
