import { isProblem } from './guards.ts';

/** An error as the page shows it, always with a next action. */
export interface PageProblem {
  readonly title: string;
  readonly detail: string;
  readonly nextAction: string;
  /** Stable code of the API, or a code of the page for errors without an API response. */
  readonly code: string;
  /** Id of the request in the log of the gateway; `null` when the request did not reach it. */
  readonly requestId: string | null;
}

/** An error that carries a problem. */
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

/**
 * Converts the body of an error response, which may have any content, to a problem for the page.
 */
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

/**
 * Whether a thing does not exist, because it was never there or is deleted, or because its id is
 * not one.
 */
export function saysNothingThere(problem: PageProblem | null): boolean {
  return problem?.code === 'not_found' || problem?.code === 'invalid_request';
}

/** Converts any thrown value to a problem for the page. */
export function problemOfError(error: unknown): PageProblem {
  return error instanceof ProblemError ? error.problem : UNREACHABLE;
}
