import { plausibleAnswer, type Replacements } from './plausible-answer.ts';
import type { StubRequest } from './stub-request.ts';

/** What a behaviour can be told; each reads what concerns it. */
export interface BehaviourOptions {
  /** `right`, `slow`: what corrections replace. */
  readonly replacements?: Replacements;
  /** Any: time before the answer begins. */
  readonly delayMs?: number;
  /** `answer`: the object that is answered. */
  readonly answer?: unknown;
  /** `text`: the text that is answered. */
  readonly text?: string;
  /** `failure`: the HTTP status, 500 unless given. */
  readonly status?: number;
  /** `failure`: the server's own code for the fault. */
  readonly code?: string;
  /** `busy`, `failure`: the header Retry-After, in seconds. */
  readonly retryAfterSeconds?: number;
  /** `busy`, `failure`: the header Retry-After, as an HTTP date. */
  readonly retryAfterDate?: Date;
}

/** What goes over the wire. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly delayMs: number;
  readonly ending: 'whole' | 'hang' | 'hangInBody' | 'disconnect';
}

type Behaviour = (request: StubRequest, options: BehaviourOptions) => Partial<Reply>;

/** Every behaviour by its name; what a reply leaves out is that of a whole, empty 200. */
export const BEHAVIOURS = {
  /** A right answer, made from the request alone. */
  right: (request, { replacements }) => completion(rightText(request, replacements)),
  /** This object as the answer, whatever was asked. */
  answer: (_request, { answer }) => completion(JSON.stringify(answer)),
  /** This text as the answer, whatever was asked. */
  text: (_request, { text = '' }) => completion(text),
  /** HTTP 429. */
  busy: (request, options) => failure(request, 429, options),
  /** An HTTP error, with a body that quotes the request and the key, as some servers do. */
  failure: (request, options) => failure(request, options.status ?? 500, options),
  /** A right answer that breaks off within the JSON. */
  malformedJson: (request) => completion(rightText(request).slice(0, -3)),
  /** JSON of another shape, which quotes the request. */
  wrongSchema: ({ prompt }) => completion(JSON.stringify({ echo: prompt })),
  /** The model says that it will not, in the field for it, and quotes the request. */
  refusal: ({ prompt }) => message({ content: null, refusal: `I will not do: ${prompt}` }, 'stop'),
  /** The filter of the server holds the answer back. */
  contentFilter: () => message({ content: null }, 'content_filter'),
  /** An answer without any text. */
  empty: () => completion(''),
  /** A whole answer that the server says was cut off. */
  cutOff: (request) => message({ content: rightText(request) }, 'length'),
  /** A right answer; in corrections each digit is one higher. */
  rewrittenNumbers: (request) => completion(withOtherDigits(request)),
  /** A body that is no chat completion, and quotes the request. */
  notACompletion: ({ prompt }) => ({ body: JSON.stringify({ hello: prompt }) }),
  /** Never answers. */
  hang: () => ({ ending: 'hang' }),
  /** Begins to answer, and never goes on. */
  hangInBody: (request) => ({ ...completion(rightText(request)), ending: 'hangInBody' }),
  /** Closes the connection in the middle of the answer. */
  disconnect: (request) => ({ ...completion(rightText(request)), ending: 'disconnect' }),
} as const satisfies Record<string, Behaviour>;
export type BehaviourName = keyof typeof BEHAVIOURS;

/** What goes over the wire when a call is answered in that way. */
export function replyOf(
  name: BehaviourName,
  request: StubRequest,
  options: BehaviourOptions,
): Reply {
  const behave: Behaviour = BEHAVIOURS[name];
  const { delayMs = 0 } = options;
  return {
    status: 200,
    headers: {},
    body: '',
    ending: 'whole',
    ...behave(request, options),
    delayMs,
  };
}

function rightText({ task }: StubRequest, replacements: Replacements = {}): string {
  return JSON.stringify(plausibleAnswer(task, replacements));
}

/** Only digits within the texts change: the numbers of the pieces stay right. */
function withOtherDigits(request: StubRequest): string {
  const { task } = request;
  if (task.kind !== 'correction') return rightText(request);
  const raised = (text: string) => text.replace(/\d/g, (digit) => String((Number(digit) + 1) % 10));
  return JSON.stringify({ texts: task.pieces.map(({ n, text }) => ({ n, text: raised(text) })) });
}

function completion(content: string): Partial<Reply> {
  return message({ content }, 'stop');
}

function message(fields: Readonly<Record<string, unknown>>, finishReason: string): Partial<Reply> {
  const choice = {
    index: 0,
    message: { role: 'assistant', ...fields },
    finish_reason: finishReason,
  };
  const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
  const head = { id: 'chatcmpl-stub', object: 'chat.completion', created: 0, model: 'stub' };
  return { body: JSON.stringify({ ...head, choices: [choice], usage }) };
}

function failure(
  { prompt, authorization }: StubRequest,
  status: number,
  options: BehaviourOptions,
): Partial<Reply> {
  const quoted = `Refused with ${authorization ?? 'no key'}: ${prompt}`;
  const error = { message: quoted, type: 'stub', code: options.code ?? 'stub' };
  return { status, headers: retryAfter(options), body: JSON.stringify({ error }) };
}

function retryAfter(options: BehaviourOptions): Record<string, string> {
  const { retryAfterSeconds, retryAfterDate } = options;
  if (retryAfterDate !== undefined) return { 'retry-after': retryAfterDate.toUTCString() };
  if (retryAfterSeconds !== undefined) return { 'retry-after': String(retryAfterSeconds) };
  return {};
}
