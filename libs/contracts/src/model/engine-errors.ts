import type { ErrorDefinition } from './error-definition.ts';

/** What speech and language engines fail with. */
export const ENGINE_ERRORS = {
  speech_engine_crashed: {
    status: 500,
    retryable: true,
    title: 'The speech process ended unexpectedly',
    nextAction: 'It is started again by itself; retry the task if it has failed for good.',
  },
  speech_engine_stalled: {
    status: 500,
    retryable: true,
    title: 'The speech process stopped answering',
    nextAction: 'It is started again by itself; retry the task if it has failed for good.',
  },
  speech_engine_unavailable: {
    status: 503,
    retryable: true,
    title: 'The speech process cannot be started',
    nextAction:
      'Look into the log of the worker; run `npm start` once to set up Python and the model.',
  },
  engine_unknown: {
    status: 422,
    retryable: false,
    title: 'There is no such engine here',
    nextAction: 'Ask for one that GET /engines names.',
  },
  language_engine_unavailable: {
    status: 503,
    retryable: true,
    title: 'The language engine cannot be reached',
    nextAction: 'Check that the model server runs; retry the task if it has failed for good.',
  },
  language_engine_busy: {
    status: 503,
    retryable: true,
    title: 'The language engine asks to wait',
    nextAction: 'Nothing: the work goes on when the engine has room again.',
  },
  language_engine_stalled: {
    status: 500,
    retryable: true,
    title: 'The language engine did not answer in time',
    nextAction: 'Raise AFTERWORD_LANGUAGE_TIMEOUT_MILLISECONDS if the model is slow, and retry.',
  },
  language_answer_invalid: {
    status: 500,
    retryable: true,
    title: 'The answer of the language engine cannot be used',
    nextAction: 'Retry the task; if it keeps failing, use a model that can answer in JSON.',
  },
  language_engine_refused: {
    status: 422,
    retryable: false,
    title: 'The language engine refused this piece of work',
    nextAction: 'Use another model for it.',
  },
  language_engine_misconfigured: {
    status: 500,
    retryable: false,
    title: 'The language engine does not accept how it is called',
    nextAction: 'Check AFTERWORD_LANGUAGE_BASE_URL, _MODEL and _API_KEY, then retry the task.',
  },
} as const satisfies Record<string, ErrorDefinition>;
