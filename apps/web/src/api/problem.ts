import { isProblem } from './guards.ts';

/** What the page shows when something did not work: always with what to do next. */
export interface PageProblem {
  readonly title: string;
  readonly detail: string;
  readonly nextAction: string;
  /** Stable code of the API, or one of the page's own for what never reached the API. */
  readonly code: string;
  /** Finds the request in the log of the gateway; `null` when it never got there. */
  readonly requestId: string | null;
}

/** Carries a problem through `throw`. */
export class ProblemError extends Error {
  constructor(readonly problem: PageProblem) {
    super(problem.detail);
    this.name = 'ProblemError';
  }
}

export const UNREACHABLE: PageProblem = {
  title: 'Afterword cannot be reached',
  detail: 'The connection to the gateway is gone. Work that was accepted goes on without it.',
  nextAction: 'Check that Afterword is running, then try again.',
  code: 'unreachable',
  requestId: null,
};

export const UPLOAD_INTERRUPTED: PageProblem = {
  title: 'The connection was lost',
  detail: 'The file had not arrived completely when the connection broke. Nothing was harmed.',
  nextAction: 'Check the connection, then try again.',
  code: 'upload_interrupted',
  requestId: null,
};

export const EMPTY_FILE: PageProblem = {
  title: 'This file is empty',
  detail: 'It has no bytes, so there is nothing to hear.',
  nextAction: 'Check the recording, or choose another file.',
  code: 'clip_empty',
  requestId: null,
};

/** Turns the body of an error answer into what the page shows, whatever the body is. */
export function problemOfBody(body: unknown, httpStatus: number): PageProblem {
  if (isProblem(body)) return body;
  return {
    title: 'Afterword gave an answer that this page does not understand',
    detail: `The answer had the HTTP status ${httpStatus} and no description.`,
    nextAction: 'Reload the page and try again; if it stays so, look into the log of the gateway.',
    code: 'unexpected_answer',
    requestId: null,
  };
}

/** Turns anything that was thrown into what the page shows. */
export function problemOfError(error: unknown): PageProblem {
  return error instanceof ProblemError ? error.problem : UNREACHABLE;
}
