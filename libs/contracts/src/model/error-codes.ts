import { AGENT_ERRORS } from './agent-errors.ts';
import { BACKUP_ERRORS } from './backup-errors.ts';
import { CLIP_ERRORS } from './clip-errors.ts';
import { DOOR_ERRORS } from './door-errors.ts';
import { DOCUMENT_ERRORS } from './document-errors.ts';
import { ENGINE_ERRORS } from './engine-errors.ts';
import { ERASURE_ERRORS } from './erasure-errors.ts';
import type { ErrorDefinition } from './error-definition.ts';
import { EXPORT_ERRORS } from './export-errors.ts';
import { GLOSSARY_ERRORS } from './glossary-errors.ts';
import { IMPORT_ERRORS } from './import-errors.ts';
import { SPEAKER_ERRORS } from './speaker-errors.ts';
import { SUMMARY_ERRORS } from './summary-errors.ts';

/**
 * Every error that Afterword can report. A code never changes its meaning once released;
 * the API, tasks, logs and Temporal failures all use these same codes.
 */
export const ERROR_DEFINITIONS = {
  invalid_request: {
    status: 400,
    retryable: false,
    title: 'The request is not valid',
    nextAction: 'Correct the fields named in `errors` and send the request again.',
  },
  cursor_invalid: {
    status: 400,
    retryable: false,
    title: 'The cursor is not one of this list',
    nextAction: 'Send the `nextCursor` of the previous page, or none for the first page.',
  },
  not_found: {
    status: 404,
    retryable: false,
    title: 'The resource was not found',
    nextAction: 'Check the id or the path.',
  },
  ...SUMMARY_ERRORS,
  ...SPEAKER_ERRORS,
  ...DOOR_ERRORS,
  ...AGENT_ERRORS,
  ...GLOSSARY_ERRORS,
  idempotency_key_reused: {
    status: 422,
    retryable: false,
    title: 'The idempotency key was used for a different request',
    nextAction: 'Use a new Idempotency-Key for a new request.',
  },
  request_too_large: {
    status: 413,
    retryable: false,
    title: 'The request body is over the size limit',
    nextAction: 'Send less data in one request.',
  },
  correction_not_taken: {
    status: 409,
    retryable: false,
    title: 'The change was refused, so the text is as it was heard',
    nextAction: 'Edit the segment to change its text.',
  },
  turn_too_long: {
    status: 422,
    retryable: false,
    title: 'A turn is longer than a turn may be',
    nextAction: 'Split the text into several turns of at most 20,000 characters each.',
  },
  unsupported_media_type: {
    status: 415,
    retryable: false,
    title: 'The request body has the wrong content type',
    nextAction: 'Send JSON, or multipart/form-data with one `file` part for a clip or document.',
  },
  ...CLIP_ERRORS,
  owner_limit_reached: {
    status: 429,
    retryable: true,
    title: 'The owner has reached a limit',
    nextAction: 'Wait for the time in Retry-After; GET /owners/{ownerId}/usage shows the limits.',
  },
  task_cancelled: {
    status: 409,
    retryable: true,
    title: 'The work was cancelled',
    nextAction: 'Start it again, or retry the task.',
  },
  task_not_cancellable: {
    status: 409,
    retryable: false,
    title: 'The task has already ended',
    nextAction: 'Nothing is running any more; retry the task to run it again.',
  },
  task_not_retryable: {
    status: 409,
    retryable: false,
    title: 'The task cannot be retried in its current state',
    nextAction:
      'Retry what has failed, was cancelled or timed out; retry what is completed with other settings.',
  },
  task_settings_differ: {
    status: 409,
    retryable: true,
    title: 'The same task is already open with other settings',
    nextAction: 'Wait until that task has ended, or cancel it; then send the request again.',
  },
  queue_not_pausable: {
    status: 409,
    retryable: false,
    title: 'The queue cannot be paused',
    nextAction: 'Pause `speech` or `language`; cancelling and status need the other queues.',
  },
  ...ENGINE_ERRORS,
  ...BACKUP_ERRORS,
  ...ERASURE_ERRORS,
  ...DOCUMENT_ERRORS,
  ...EXPORT_ERRORS,
  ...IMPORT_ERRORS,
  worker_stopping: {
    status: 503,
    retryable: true,
    title: 'The worker stopped and returned the work to its queue',
    nextAction: 'Nothing to do: the work continues as soon as a worker is available.',
  },
  run_terminated: {
    status: 500,
    retryable: true,
    title: 'The run was terminated from outside',
    nextAction: 'Retry the task; it resumes from the parts that are finished.',
  },
  run_lost: {
    status: 500,
    retryable: true,
    title: 'The run ended without recording how',
    nextAction: 'Retry the task; it resumes from the parts that are finished.',
  },
  worker_lost: {
    status: 503,
    retryable: true,
    title: 'The last try did not report its end; its worker may have been lost',
    nextAction:
      'Nothing to do: the step is retried. If it keeps happening, check the worker for crashes.',
  },
  timed_out: {
    status: 500,
    retryable: true,
    title: 'The work took longer than its time limit',
    nextAction: 'Retry the task; it resumes from the parts that are finished.',
  },
  temporal_unavailable: {
    status: 503,
    retryable: true,
    title: 'Temporal cannot be reached',
    nextAction: 'Check that Temporal is running; accepted work starts when it is back.',
  },
  database_unavailable: {
    status: 503,
    retryable: true,
    title: 'The database cannot be reached',
    nextAction: 'Check that PostgreSQL is running, then send the request again.',
  },
  internal: {
    status: 500,
    retryable: true,
    title: 'Something unexpected went wrong',
    nextAction: 'Send the request again; if it keeps failing, look for the request id in the log.',
  },
} as const satisfies Record<string, ErrorDefinition>;

/** The stable name of one kind of error. */
export type ErrorCode = keyof typeof ERROR_DEFINITIONS;

/** Narrows any text (for example a Temporal failure's `type`) to a known error code. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(ERROR_DEFINITIONS, value);
}
