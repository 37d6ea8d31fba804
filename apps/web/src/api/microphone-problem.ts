import type { PageProblem } from './problem.ts';

const WORDS: Readonly<Record<string, readonly [title: string, nextAction: string]>> = {
  NotAllowedError: [
    'The browser does not let this page listen',
    "Allow the microphone for this page, in the browser's address bar, then try again.",
  ],
  NotFoundError: ['No microphone was found', 'Connect a microphone, then try again.'],
  NotReadableError: [
    'The microphone is in use',
    'Close the program that uses the microphone, then try again.',
  ],
};

/** Converts an error of the microphone to a problem for the page. */
export function microphoneProblem(error: unknown): PageProblem {
  const name = error instanceof DOMException ? error.name : '';
  const [title, nextAction] = WORDS[name] ?? [
    'The recording did not work',
    'Try again, or record with another program and upload the file.',
  ];
  const detail = 'Nothing was recorded.';
  return { title, detail, nextAction, code: 'microphone_unavailable', requestId: null };
}
