import type { ErrorDefinition } from './error-definition.ts';

/** Errors of imports. */
export const IMPORT_ERRORS = {
  import_missing: {
    status: 400,
    retryable: false,
    title: 'The upload has no file to import',
    nextAction: 'Send multipart/form-data with one part named `file`.',
  },
  import_empty: {
    status: 422,
    retryable: false,
    title: 'The file to import has nothing in it',
    nextAction: 'Check the file, and upload the right one.',
  },
  import_too_large: {
    status: 413,
    retryable: false,
    title: 'The file to import is over the size limit',
    nextAction: 'Split the file, or raise AFTERWORD_IMPORT_MAX_MEBIBYTES.',
  },
  import_format_unknown: {
    status: 422,
    retryable: false,
    title: 'The file has no format that can be imported',
    nextAction:
      'Upload an export of Afterword, or a transcript as SRT, VTT, TXT, JSON of Whisper, or as Speakr or OpenTranscribe export it.',
  },
  import_text_invalid: {
    status: 422,
    retryable: false,
    title: 'The transcript is not valid text',
    nextAction: 'Save it as UTF-8, and upload that file.',
  },
  import_transcript_malformed: {
    status: 422,
    retryable: false,
    title: 'The transcript does not follow its format',
    nextAction: 'Correct the place that the message names, or save the transcript once more.',
  },
  import_transcript_too_large: {
    status: 422,
    retryable: false,
    title: 'The transcript is too large to be one conversation',
    nextAction: 'Split the transcript, and import its parts.',
  },
  import_archive_invalid: {
    status: 422,
    retryable: false,
    title: 'The zip file is damaged, or not an export of Afterword',
    nextAction: 'Download the export again, and upload it as it is.',
  },
  import_archive_changed: {
    status: 422,
    retryable: false,
    title: 'The export was changed after it was made',
    nextAction: 'Download the export again, and upload it as it is.',
  },
  import_archive_too_large: {
    status: 422,
    retryable: false,
    title: 'The export unpacks to more than the limits allow',
    nextAction: 'Export single projects or conversations, and import these.',
  },
  import_version_unknown: {
    status: 422,
    retryable: false,
    title: 'The export has a format of a newer version',
    nextAction: 'Update this installation, then import the file again.',
  },
  import_space_missing: {
    status: 507,
    retryable: false,
    title: 'There is not enough space for what is imported',
    nextAction: 'Free space on the disk of the data folder, then retry the task.',
  },
  import_gone: {
    status: 410,
    retryable: false,
    title: 'The uploaded file is no longer there',
    nextAction: 'Upload the file again; what was imported is not imported twice.',
  },
} as const satisfies Record<string, ErrorDefinition>;
