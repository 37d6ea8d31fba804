import type { ErrorDefinition } from './error-definition.ts';

/** Errors of exports. */
export const EXPORT_ERRORS = {
  export_not_ready: {
    status: 409,
    retryable: true,
    title: 'The export is not finished',
    nextAction: 'Wait until its task is completed; retry the task if it has failed.',
  },
  export_gone: {
    status: 410,
    retryable: false,
    title: 'The file of the export is no longer there',
    nextAction: 'Request a new export.',
  },
  export_space_missing: {
    status: 507,
    retryable: false,
    title: 'There is not enough space for the export',
    nextAction: 'Free space on the disk of the data folder, then retry the task.',
  },
} as const satisfies Record<string, ErrorDefinition>;
