import type { ErrorDefinition } from './error-definition.ts';

/** Errors of requests that are refused before they reach a route. */
export const DOOR_ERRORS = {
  host_not_allowed: {
    status: 421,
    retryable: false,
    title: 'The gateway does not answer under this host name',
    nextAction: 'Use a loopback address, or add the name to AFTERWORD_HOSTS and restart.',
  },
  cross_site_refused: {
    status: 403,
    retryable: false,
    title: 'A page of another site may not start or change anything',
    nextAction:
      'Call it from a page of the same site, or add its origin to AFTERWORD_CORS_ORIGINS and restart.',
  },
  method_not_allowed: {
    status: 405,
    retryable: false,
    title: 'The path exists, but not with this method',
    nextAction: 'Use one of the methods in the header Allow.',
  },
  headers_too_large: {
    status: 431,
    retryable: false,
    title: 'The headers of the request are too large',
    nextAction: 'Send fewer or shorter headers: 16 KiB in all.',
  },
  request_timeout: {
    status: 408,
    retryable: true,
    title: 'The request did not arrive in time',
    nextAction: 'Send it again, over a connection that does not stall.',
  },
  too_many_streams: {
    status: 429,
    retryable: true,
    title: 'Too many event streams are open',
    nextAction:
      'Close streams that nobody reads, or wait for the time in Retry-After; AFTERWORD_STREAMS_MAX and AFTERWORD_STREAMS_PER_CALLER set the limits.',
  },
  invalid_encoding: {
    status: 400,
    retryable: false,
    title: 'The text is not UTF-8',
    nextAction: 'Send the text as UTF-8; nothing was stored.',
  },
} as const satisfies Record<string, ErrorDefinition>;
