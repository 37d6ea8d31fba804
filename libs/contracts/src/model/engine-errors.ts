import type { ErrorDefinition } from './error-definition.ts';

/** Errors of speech and language engines. */
export const ENGINE_ERRORS = {
  speech_engine_crashed: {
    status: 500,
    retryable: true,
    title: 'The speech process ended unexpectedly',
    nextAction: 'It restarts automatically; retry the task if it has failed for good.',
  },
  speech_engine_stalled: {
    status: 500,
    retryable: true,
    title: 'The speech process stopped responding',
    nextAction: 'It restarts automatically; retry the task if it has failed for good.',
  },
  speech_engine_unavailable: {
    status: 503,
    retryable: true,
    title: 'The speech process cannot be started',
    nextAction: 'Check the log of the worker; run `npm start` once to set up Python and the model.',
  },
  speech_service_unavailable: {
    status: 503,
    retryable: true,
    title: 'The speech service cannot be reached',
    nextAction: 'Check that it runs; retry the task if it has failed for good.',
  },
  speech_service_busy: {
    status: 503,
    retryable: true,
    title: 'The speech service asks to wait',
    nextAction: 'Nothing to do: the work continues when the service has capacity again.',
  },
  speech_service_stalled: {
    status: 500,
    retryable: true,
    title: 'The speech service did not answer in time',
    nextAction: 'Raise AFTERWORD_SPEECH_TIMEOUT_MILLISECONDS if the model is slow, and retry.',
  },
  speech_answer_invalid: {
    status: 500,
    retryable: true,
    title: 'The answer of the speech service cannot be used',
    nextAction: 'Retry the task; if it keeps failing, transcribe with another engine.',
  },
  speech_service_refused: {
    status: 422,
    retryable: false,
    title: 'The speech service refused the recording',
    nextAction: 'Transcribe with another engine.',
  },
  speech_service_misconfigured: {
    status: 500,
    retryable: false,
    title: 'The speech service does not accept its configuration',
    nextAction: 'Check the base URL, the model and the key of the service, then retry the task.',
  },
  engine_unknown: {
    status: 422,
    retryable: false,
    title: 'The engine is not available',
    nextAction: 'Use an engine that GET /engines lists.',
  },
  engine_lacks_language: {
    status: 422,
    retryable: false,
    title: 'The engine does not know the language',
    nextAction:
      'Choose an engine that knows it (GET /engines says which languages each knows), or leave the language out.',
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
    nextAction: 'Nothing to do: the work continues when the engine has capacity again.',
  },
  language_engine_stalled: {
    status: 500,
    retryable: true,
    title: 'The language engine did not answer in time',
    nextAction:
      'Raise AFTERWORD_LANGUAGE_TIMEOUT_MILLISECONDS if the model is slow, or AFTERWORD_RULES_TIMEOUT_MILLISECONDS if the machine is, and retry.',
  },
  language_limit_reached: {
    status: 503,
    retryable: true,
    title: 'The limit of models for today is reached',
    nextAction:
      'Nothing to do: the work goes on at midnight, UTC. Raise the limit, or set AFTERWORD_LANGUAGE_FALLBACK, to go on at once.',
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
    title: 'The language engine refused the request',
    nextAction: 'Use another model.',
  },
  language_engine_misconfigured: {
    status: 500,
    retryable: false,
    title: 'The language engine does not accept its configuration',
    nextAction: 'Check the base URL, the model and the key of its provider, then retry the task.',
  },
} as const satisfies Record<string, ErrorDefinition>;
