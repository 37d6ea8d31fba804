import type { ErrorDefinition } from './error-definition.ts';

/** Errors of erasures. */
export const ERASURE_ERRORS = {
  erasure_not_confirmed: {
    status: 422,
    retryable: false,
    title: 'The erasure was not confirmed',
    nextAction: 'Send the id of the owner as `confirm`. What is erased cannot be brought back.',
  },
  owner_not_erasable: {
    status: 422,
    retryable: false,
    title: 'This owner cannot be erased',
    nextAction:
      'Name an owner of conversations; the tasks of the installation hold nothing of anybody.',
  },
  owner_being_erased: {
    status: 409,
    retryable: true,
    title: 'Everything of this owner is being erased',
    nextAction: 'Send the request again when the erasure is completed; GET /erasures shows it.',
  },
} as const satisfies Record<string, ErrorDefinition>;
