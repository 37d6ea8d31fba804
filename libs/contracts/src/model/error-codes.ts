import { BACKUP_ERRORS } from './backup-errors.ts';
import { DOCUMENT_ERRORS } from './document-errors.ts';
import { ENGINE_ERRORS } from './engine-errors.ts';
import type { ErrorDefinition } from './error-definition.ts';

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
  not_found: {
    status: 404,
    retryable: false,
    title: 'The resource was not found',
    nextAction: 'Check the id or the path.',
  },
  summary_missing: {
    status: 404,
    retryable: true,
    title: 'The conversation has no summary yet',
    nextAction: 'Wait until its summary task is completed, or request one with POST /tasks.',
  },
  report_missing: {
    status: 404,
    retryable: true,
    title: 'The agent has not reported about the project yet',
    nextAction:
      'Request a report with POST /projects/{id}/reports, and wait until it is completed.',
  },
  agent_unknown: {
    status: 404,
    retryable: false,
    title: 'There is no agent of this name',
    nextAction: 'Use one of the names that GET /agents lists.',
  },
  cross_site_refused: {
    status: 403,
    retryable: false,
    title: 'A page of another site may not start work',
    nextAction: 'Call it from a page of the same site, or send POST /projects/{id}/reports.',
  },
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
  unsupported_media_type: {
    status: 415,
    retryable: false,
    title: 'The request body has the wrong content type',
    nextAction: 'Send JSON, or multipart/form-data with one `file` part for a clip or document.',
  },
  clip_missing: {
    status: 400,
    retryable: false,
    title: 'The upload has no file',
    nextAction: 'Send multipart/form-data with one part named `file`.',
  },
  clip_empty: {
    status: 422,
    retryable: false,
    title: 'The uploaded file is empty',
    nextAction: 'Check the recording; it has no bytes.',
  },
  clip_too_large: {
    status: 413,
    retryable: false,
    title: 'The uploaded file is over the size limit',
    nextAction: 'Split the recording, or raise AFTERWORD_MAX_CLIP_MEBIBYTES.',
  },
  upload_interrupted: {
    status: 400,
    retryable: true,
    title: 'The upload ended before the whole file had arrived',
    nextAction: 'Send the file again.',
  },
  audio_unreadable: {
    status: 422,
    retryable: false,
    title: 'The clip is not audio or video that can be read',
    nextAction: 'Export the recording again as WAV, MP3, M4A, OGG, WebM, FLAC or MP4.',
  },
  audio_truncated: {
    status: 422,
    retryable: false,
    title: 'The clip is truncated and cannot be read',
    nextAction: 'Upload the whole file again.',
  },
  audio_missing: {
    status: 422,
    retryable: false,
    title: 'The clip has no sound track',
    nextAction: 'Upload a recording that contains sound.',
  },
  audio_empty: {
    status: 422,
    retryable: false,
    title: 'The clip has a sound track with nothing in it',
    nextAction: 'Check the recording; it lasts zero seconds.',
  },
  audio_too_long: {
    status: 422,
    retryable: false,
    title: 'The clip lasts longer than the limit',
    nextAction: 'Split the recording, or raise AFTERWORD_MAX_AUDIO_MINUTES.',
  },
  clip_bytes_missing: {
    status: 500,
    retryable: false,
    title: 'The bytes of the clip are gone from the blob store',
    nextAction: 'Restore the blob folder from a backup, or upload the clip again.',
  },
  range_not_satisfiable: {
    status: 416,
    retryable: false,
    title: 'The requested byte range lies outside the clip',
    nextAction: 'Request a range within the size given in Content-Range.',
  },
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
  ...DOCUMENT_ERRORS,
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
