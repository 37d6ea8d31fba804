import type { ErrorDefinition } from './error-definition.ts';

/** Errors of summaries. */
export const SUMMARY_ERRORS = {
  summary_missing: {
    status: 404,
    retryable: true,
    title: 'The conversation has no summary yet',
    nextAction: 'Wait until its summary task is completed, or request one with POST /tasks.',
  },
  summary_prompt_needs_model: {
    status: 422,
    retryable: false,
    title: 'Only a language model follows instructions for summaries',
    nextAction: 'Configure a language model, or choose a template without instructions.',
  },
} as const satisfies Record<string, ErrorDefinition>;
