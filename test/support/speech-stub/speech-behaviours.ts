import type { StubSpeechRequest } from './stub-speech-request.ts';
import { deepgramAnswer, elevenLabsAnswer } from './other-protocols.ts';
import { heardIn, textOf, type StubSegment } from './transcript.ts';

/** Options of the behaviours; each reads only its own. */
export interface SpeechBehaviourOptions {
  /** All: what the answer waits for. */
  readonly after?: Promise<unknown>;
  /** `answer`: the JSON to answer with. */
  readonly answer?: unknown;
  /** `raw`: the body to answer with, and its type. */
  readonly body?: string;
  readonly contentType?: string;
  /** `failure`: the HTTP status, 500 unless given. */
  readonly status?: number;
  /** `failure`, `errorInside`: the error code of the server. */
  readonly code?: string;
  /** `busy`, `failure`: the header Retry-After, in seconds. */
  readonly retryAfterSeconds?: number;
}

/** The HTTP response. */
export interface SpeechReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly ending: 'whole' | 'hang' | 'hangInBody' | 'disconnect' | 'endless' | 'trickle';
}

type Behaviour = (
  request: StubSpeechRequest,
  options: SpeechBehaviourOptions,
) => Partial<SpeechReply>;

/** Every behaviour by name; omitted fields default to those of a complete, empty 200. */
export const SPEECH_BEHAVIOURS = {
  /** A correct answer in the format that was asked for. */
  right: (request) => json(rightAnswer(request)),
  /** Plain text, whatever was asked for. */
  plainText: ({ seconds }) => ({
    body: textOf(heardIn(seconds)),
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  }),
  /** Text without times. */
  textOnly: ({ seconds }) => json({ text: textOf(heardIn(seconds)) }),
  /** Segments without words. */
  segmentsOnly: ({ seconds }) => json({ ...spoken(seconds), words: undefined }),
  /** Words within the segments, as servers around faster-whisper give them. */
  nestedWords: ({ seconds }) =>
    json({ text: textOf(heardIn(seconds)), segments: heardIn(seconds), language: 'en' }),
  /** Every other sentence by another speaker. */
  diarised: ({ seconds }) => json(diarised(seconds)),
  /** A fixed object. */
  answer: (_request, { answer }) => json(answer),
  /** A fixed body. */
  raw: (_request, { body = '', contentType = 'application/json' }) => ({
    body,
    headers: { 'content-type': contentType },
  }),
  /** HTTP 429. */
  busy: (request, options) => failure(request, 429, options),
  /** An HTTP error whose body quotes the key, as some servers do. */
  failure: (request, options) => failure(request, options.status ?? 500, options),
  /** HTTP 400 for every format of answers but the plainest. */
  refusesFormat: (request, options) =>
    request.fields['response_format'] === 'json'
      ? json(rightAnswer(request))
      : failure(request, 400, { ...options, code: 'unsupported response_format' }),
  /** HTTP 200 with an error instead of an answer. */
  errorInside: ({ authorization }, { code = 'stub' }) =>
    json({ error: { message: `Cannot do that with ${authorization ?? 'no key'}`, code } }),
  /** A correct answer with truncated JSON. */
  malformedJson: (request) => ({ body: JSON.stringify(rightAnswer(request)).slice(0, -3) }),
  /** Times of words in reverse order. */
  unorderedWords: ({ seconds }) => json(withWords(seconds, (words) => [...words].reverse())),
  /** Times of words and segments an hour later. */
  timesOutside: ({ seconds }) => json(shifted(seconds, (time) => time + 3_600)),
  /** Times in milliseconds instead of seconds. */
  timesInMilliseconds: ({ seconds }) => json(shifted(seconds, (time) => time * 1000)),
  /** The same sentence again and again. */
  loop: () => json({ text: 'Thank you for watching. '.repeat(12) }),
  /** 500,000 characters that never loop. */
  veryLong: () => json({ text: textOf(heardIn(28_000)).slice(0, 500_000) }),
  /** A body that never ends. */
  endless: () => ({ body: '{"text":"', ending: 'endless' }),
  /** A body that never ends and comes so slowly that it never becomes long. */
  trickle: () => ({ body: '{"text":"', ending: 'trickle' }),
  /** Never answers. */
  hang: () => ({ ending: 'hang' }),
  /** Starts to answer and never continues. */
  hangInBody: (request) => ({ ...json(rightAnswer(request)), ending: 'hangInBody' }),
  /** Closes the connection in the middle of the answer. */
  disconnect: (request) => ({ ...json(rightAnswer(request)), ending: 'disconnect' }),
} as const satisfies Record<string, Behaviour>;
export type SpeechBehaviourName = keyof typeof SPEECH_BEHAVIOURS;

/** The HTTP response of a behaviour. */
export function speechReplyOf(
  name: SpeechBehaviourName,
  request: StubSpeechRequest,
  options: SpeechBehaviourOptions,
): SpeechReply {
  const behave: Behaviour = SPEECH_BEHAVIOURS[name];
  const usual = { 'content-type': 'application/json' };
  const { headers, ...reply } = behave(request, options);
  return {
    ...{ status: 200, body: '', ending: 'whole' },
    ...reply,
    headers: { ...usual, ...headers },
  };
}

function rightAnswer({ path, fields, seconds }: StubSpeechRequest): unknown {
  if (path.endsWith('/listen')) return deepgramAnswer(seconds);
  if (path.endsWith('/speech-to-text')) return elevenLabsAnswer(seconds);
  const { response_format: format, language = 'english' } = fields;
  if (format === 'verbose_json') return { ...spoken(seconds), language };
  if (format === 'diarized_json') return diarised(seconds);
  return { text: textOf(heardIn(seconds)) };
}

/** As OpenAI answers with `verbose_json`: words beside the segments. */
function spoken(seconds: number) {
  const segments = heardIn(seconds);
  const words = segments.flatMap((segment) => segment.words);
  return {
    ...{ task: 'transcribe', language: 'english', duration: seconds, text: textOf(segments) },
    segments: segments.map(({ words: _own, ...segment }) => ({
      ...segment,
      ...{ seek: 0, tokens: [1], temperature: 0, compression_ratio: 1 },
    })),
    words: words.map(({ word, start, end }) => ({ word, start, end })),
  };
}

/** As OpenAI answers with `diarized_json`. */
function diarised(seconds: number) {
  const segments = heardIn(seconds).map(({ start, end, text }, n) => ({
    ...{ type: 'transcript.text.segment', id: `seg_${n}`, start, end, text },
    speaker: n % 2 === 0 ? 'A' : 'B',
  }));
  return { task: 'transcribe', duration: seconds, text: textOf(heardIn(seconds)), segments };
}

type Words = ReturnType<typeof spoken>['words'];

function withWords(seconds: number, change: (words: Words) => Words) {
  const answer = spoken(seconds);
  return { ...answer, words: change(answer.words) };
}

function shifted(seconds: number, change: (time: number) => number) {
  const { segments, words, ...answer } = spoken(seconds);
  const moved = <Piece extends Pick<StubSegment, 'start' | 'end'>>(piece: Piece) => ({
    ...piece,
    ...{ start: change(piece.start), end: change(piece.end) },
  });
  return { ...answer, segments: segments.map(moved), words: words.map(moved) };
}

function json(answer: unknown): Partial<SpeechReply> {
  return { body: JSON.stringify(answer) };
}

function failure(
  { authorization }: StubSpeechRequest,
  status: number,
  { code = 'stub', retryAfterSeconds }: SpeechBehaviourOptions,
): Partial<SpeechReply> {
  const error = {
    message: `Refused with ${authorization ?? 'no key'}: ${code}`,
    type: 'stub',
    code,
  };
  const wait = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
  return { status, headers: wait, body: JSON.stringify({ error }) };
}
