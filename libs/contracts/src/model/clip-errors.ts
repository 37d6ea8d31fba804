import type { ErrorDefinition } from './error-definition.ts';

/** Errors of uploads, recordings and their bytes. */
export const CLIP_ERRORS = {
  storage_full: {
    status: 507,
    retryable: true,
    title: 'The disk of the recordings is full',
    nextAction: 'Make room in the data folder, or empty the bin, and send the file again.',
  },
  storage_unavailable: {
    status: 503,
    retryable: true,
    title: 'The folder of the recordings cannot be written',
    nextAction: 'Make the data folder writable for Afterword, and send the file again.',
  },
  clip_audio_removed: {
    status: 410,
    retryable: false,
    title: 'The recording is no longer kept',
    nextAction: 'A rule of retention has removed it; upload the recording again to hear it.',
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
    title: 'The recording is not audio or video that can be read',
    nextAction: 'Export the recording again as WAV, MP3, M4A, OGG, WebM, FLAC or MP4.',
  },
  audio_truncated: {
    status: 422,
    retryable: false,
    title: 'The recording is truncated and cannot be read',
    nextAction: 'Upload the whole file again.',
  },
  audio_missing: {
    status: 422,
    retryable: false,
    title: 'The recording has no sound track',
    nextAction: 'Upload a recording that contains sound.',
  },
  audio_empty: {
    status: 422,
    retryable: false,
    title: 'The recording has a sound track with nothing in it',
    nextAction: 'Check the recording; it lasts zero seconds.',
  },
  audio_too_many_channels: {
    status: 422,
    retryable: false,
    title: 'The recording has more channels than can be read',
    nextAction: 'Export the recording with at most 31 channels.',
  },
  audio_track_missing: {
    status: 422,
    retryable: false,
    title: 'The recording has no such track',
    nextAction: 'Choose one of its tracks, or leave the choice out.',
  },
  audio_channel_missing: {
    status: 422,
    retryable: false,
    title: 'The recording has no such channel',
    nextAction: 'Choose one of its channels, or leave the choice out.',
  },
  audio_too_long: {
    status: 422,
    retryable: false,
    title: 'The recording lasts longer than the limit',
    nextAction: 'Split the recording, or raise AFTERWORD_MAX_AUDIO_MINUTES.',
  },
  clip_bytes_missing: {
    status: 500,
    retryable: false,
    title: 'The bytes of the recording are gone from the blob store',
    nextAction: 'Restore the blob folder from a backup, or upload the recording again.',
  },
  range_not_satisfiable: {
    status: 416,
    retryable: false,
    title: 'The requested byte range lies outside the file',
    nextAction: 'Request a range within the size given in Content-Range.',
  },
} as const satisfies Record<string, ErrorDefinition>;
