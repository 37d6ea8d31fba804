import { inventedFacts } from './fact-answers.ts';
import { GERMAN_SUMMARY, withInvented } from './summary-answers.ts';
import { correctionAnswer, plausibleAnswer, type Replacements } from './plausible-answer.ts';
import type { StubError } from './stub-error.ts';
import type { StubRequest } from './stub-request.ts';

/** Options of the behaviours; each reads only its own. */
export interface BehaviourOptions {
  /** `right`: replacements in corrections. */
  readonly replacements?: Replacements;
  /** All: delay before the answer. */
  readonly delayMs?: number;
  /** `answer`: the object to answer with. */
  readonly answer?: unknown;
  /** `text`: the text to answer with. */
  readonly text?: string;
  /** `failure`: the HTTP status, 500 unless given. */
  readonly status?: number;
  /** `failure`, `errorInside`, `errorInStream`: the server's error code. */
  readonly code?: string;
  /** `busy`, `failure`: the header Retry-After, in seconds. */
  readonly retryAfterSeconds?: number;
  /** `busy`, `failure`: the header Retry-After, as an HTTP date. */
  readonly retryAfterDate?: Date;
}

/** The HTTP response. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly delayMs: number;
  readonly ending: 'whole' | 'hang' | 'hangInBody' | 'disconnect' | 'endless';
  /** Where a successful answer has an error; `none` in all others. */
  readonly inside: 'none' | 'json' | 'stream';
  /** The error in the stream. */
  readonly error: StubError | null;
}

type Behaviour = (request: StubRequest, options: BehaviourOptions) => Partial<Reply>;

/** Every behaviour by name; omitted fields default to those of a complete, empty 200. */
export const BEHAVIOURS = {
  /** A correct answer that depends only on the request. */
  right: (request, { replacements }) => completion(rightText(request, replacements)),
  /** A fixed object as the answer. */
  answer: (_request, { answer }) => completion(JSON.stringify(answer)),
  /** A fixed text as the answer. */
  text: (_request, { text = '' }) => completion(text),
  /** HTTP 429. */
  busy: (request, options) => failure(request, 429, options),
  /** An HTTP error whose body quotes the request and the key, as some servers do. */
  failure: (request, options) => failure(request, options.status ?? 500, options),
  /** A correct answer with truncated JSON. */
  malformedJson: (request) => completion(rightText(request).slice(0, -3)),
  /** JSON of another schema, which quotes the request. */
  wrongSchema: ({ prompt }) => completion(JSON.stringify({ echo: prompt })),
  /** The model refuses in the `refusal` field and quotes the request. */
  refusal: ({ prompt }) => message({ content: null, refusal: `I will not do: ${prompt}` }, 'stop'),
  /** The content filter of the server suppresses the answer. */
  contentFilter: () => message({ content: null }, 'content_filter'),
  /** An empty answer. */
  empty: () => completion(''),
  /** A complete answer that the server reports as truncated. */
  cutOff: (request) => message({ content: rightText(request) }, 'length'),
  /** A correct answer, except that each digit in corrections is increased by one. */
  rewrittenNumbers: (request) => completion(withOtherDigits(request)),
  /** Facts with invented figures, quotes, speakers, dates, lines and types. */
  inventedFacts: (request) => completion(withInventions(request)),
  /** A right summary with invented names, numbers and dates, and the opposite of what was said. */
  inventedSummary: (request) => completion(withInventedPoints(request)),
  /** A summary in German. */
  germanSummary: () => completion(JSON.stringify(GERMAN_SUMMARY)),
  /** A body that is not a chat completion and quotes the request. */
  notACompletion: ({ prompt }) => ({ body: JSON.stringify({ hello: prompt }) }),
  /** HTTP 200 with an error instead of an answer, which quotes the request. */
  errorInside: (request, { code = 'stub' }) => ({
    body: JSON.stringify({ error: { message: `Cannot do: ${request.prompt}`, code } }),
    inside: 'json',
  }),
  /** HTTP 200, half an answer, and then an error which quotes the request. */
  errorInStream: (request, { code = 'stub' }) => ({
    ...completion(rightText(request)),
    error: { message: `Cannot do: ${request.prompt}`, type: code, code },
    inside: 'stream',
  }),
  /** 500,000 characters that never loop, as the text of a single piece. */
  veryLong: () => completion(JSON.stringify({ text: words(500_000) })),
  /** Each text in another language than it was said in. */
  otherLanguage: (request) => completion(inOtherLanguage(request)),
  /** Never answers. */
  hang: () => ({ ending: 'hang' }),
  /** Starts to answer and never continues. */
  hangInBody: (request) => ({ ...completion(rightText(request)), ending: 'hangInBody' }),
  /** Repeats the end of its answer for ever. */
  endless: () => ({ ...completion('{"text":"And then '), ending: 'endless' }),
  /** Closes the connection in the middle of the answer. */
  disconnect: (request) => ({ ...completion(rightText(request)), ending: 'disconnect' }),
} as const satisfies Record<string, Behaviour>;
export type BehaviourName = keyof typeof BEHAVIOURS;

/** The HTTP response of a behaviour. */
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
    inside: 'none',
    error: null,
    ...behave(request, options),
    delayMs,
  };
}

function rightText({ task }: StubRequest, replacements: Replacements = {}): string {
  return JSON.stringify(plausibleAnswer(task, replacements));
}

/** Changes only digits within the texts; the numbers of the pieces stay correct. */
function withOtherDigits(request: StubRequest): string {
  const { task } = request;
  if (task.kind !== 'correction') return rightText(request);
  const raised = (text: string) => text.replace(/\d/g, (digit) => String((Number(digit) + 1) % 10));
  return JSON.stringify(correctionAnswer(task, raised));
}

function withInventions(request: StubRequest): string {
  const { task } = request;
  return task.kind === 'facts'
    ? JSON.stringify({ facts: inventedFacts(task) })
    : rightText(request);
}

function withInventedPoints(request: StubRequest): string {
  const { task } = request;
  return task.kind === 'summary'
    ? JSON.stringify(withInvented(plausibleAnswer(task, {})))
    : rightText(request);
}

/** What each request costs; each character of an answer costs a token. */
export const STUB_PROMPT_TOKENS = 100;

/** Words that do not repeat in a loop. */
function words(length: number): string {
  const all: string[] = [];
  for (let n = 1, size = 0; size < length; n += 1) {
    const word = `word${n}`;
    all.push(word);
    size += word.length + 1;
  }
  return all.join(' ').slice(0, length);
}

function inOtherLanguage(request: StubRequest): string {
  const { task } = request;
  if (task.kind !== 'correction') return rightText(request);
  const text = 'Das wurde in einer anderen Sprache gesagt, und zwar mit ganz anderen Worten.';
  return JSON.stringify(correctionAnswer(task, () => text));
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
  const written = typeof fields['content'] === 'string' ? fields['content'].length : 0;
  const usage = { prompt_tokens: STUB_PROMPT_TOKENS, completion_tokens: written };
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
