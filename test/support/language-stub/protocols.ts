import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import type { StubError } from './stub-error.ts';

/** The protocols that the stub speaks; Ollama speaks `openai`. */
export type Protocol = 'openai' | 'anthropic' | 'google';

/** A request of any protocol, as far as the stub reads it. */
export interface ChatRequest {
  readonly model: string;
  readonly key: string | null;
  readonly instructions: string;
  /** The message of the user. */
  readonly prompt: string;
  readonly isStreamed: boolean;
  readonly maxTokens: number | null;
  /** `json_schema`, `json_object`, or `null` when no format was requested. */
  readonly format: string | null;
}

/** An answer to be sent in pieces. */
export interface ChatAnswer {
  readonly pieces: readonly string[];
  /** Other fields of the message, such as a refusal. */
  readonly others: Readonly<Record<string, unknown>>;
  /** In the words of OpenAI. */
  readonly finishReason: string;
  readonly usage: { readonly prompt_tokens: number; readonly completion_tokens: number };
  /** With which the stream ends instead of a reason. */
  readonly error: StubError | null;
}

interface ProtocolRules {
  /** The path of a request of this protocol. */
  readonly path: RegExp;
  readonly read: (body: unknown, headers: IncomingHttpHeaders, path: string) => ChatRequest;
  /** The answer as server-sent events. */
  readonly events: (answer: ChatAnswer) => readonly string[];
}

const event = (data: unknown) => `data: ${JSON.stringify(data)}\n\n`;
const named = (data: { readonly type: string }) => `event: ${data.type}\n${event(data)}`;
const textOf = (parts: readonly { readonly text: string }[]) =>
  parts.map(({ text }) => text).join('');

const openAiRequest = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  stream: z.boolean().optional(),
  stream_options: z.object({ include_usage: z.boolean() }).optional(),
  max_tokens: z.number().optional(),
  max_completion_tokens: z.number().optional(),
  response_format: z.looseObject({ type: z.string() }).optional(),
});

const openai: ProtocolRules = {
  path: /^\/v1\/chat\/completions$/,
  read: (body, { authorization }) => {
    const { model, messages, stream, response_format, ...limits } = openAiRequest.parse(body);
    const of = (roles: readonly string[]) =>
      messages.find(({ role }) => roles.includes(role))?.content ?? '';
    return {
      model,
      key: authorization ?? null,
      instructions: of(['system', 'developer']),
      prompt: of(['user']),
      isStreamed: stream === true,
      maxTokens: limits.max_tokens ?? limits.max_completion_tokens ?? null,
      format: response_format?.type ?? null,
    };
  },
  events: ({ pieces, others, finishReason, usage, error }) => {
    const head = { id: 'stub', object: 'chat.completion.chunk', created: 0, model: 'stub' };
    const choice = (delta: object, finish_reason: string | null) =>
      event({ ...head, choices: [{ index: 0, delta, finish_reason }] });
    const begin = [
      choice({ role: 'assistant', ...others }, null),
      ...pieces.map((content) => choice({ content }, null)),
    ];
    if (error !== null) return [...begin, event({ error })];
    const ending = [choice({}, finishReason), event({ ...head, choices: [], usage })];
    return [...begin, ...ending, 'data: [DONE]\n\n'];
  },
};

const textParts = z.array(z.object({ text: z.string() }));

const anthropicRequest = z.object({
  model: z.string(),
  system: textParts,
  messages: z.array(z.object({ role: z.string(), content: textParts })),
  stream: z.boolean().optional(),
  max_tokens: z.number(),
  output_config: z.object({ format: z.looseObject({ type: z.string() }) }).optional(),
});

const ANTHROPIC_REASONS: Readonly<Record<string, string>> = {
  stop: 'end_turn',
  length: 'max_tokens',
  content_filter: 'refusal',
};

const anthropic: ProtocolRules = {
  path: /^\/v1\/messages$/,
  read: (body, headers) => {
    const { model, system, messages, stream, max_tokens, output_config } =
      anthropicRequest.parse(body);
    return {
      model,
      key: String(headers['x-api-key'] ?? '') || null,
      instructions: textOf(system),
      prompt: textOf(messages.flatMap(({ content }) => content)),
      isStreamed: stream === true,
      maxTokens: max_tokens,
      format: output_config?.format.type ?? null,
    };
  },
  events: ({ pieces, finishReason, usage, error }) => {
    const { prompt_tokens: input_tokens, completion_tokens: output_tokens } = usage;
    const message = { id: 'stub', type: 'message', role: 'assistant', model: 'stub', content: [] };
    const begin = [
      named({
        type: 'message_start',
        ...{ message: { ...message, usage: { input_tokens, output_tokens: 1 } } },
      }),
      named({
        type: 'content_block_start',
        ...{ index: 0, content_block: { type: 'text', text: '' } },
      }),
      ...pieces.map((text) =>
        named({
          type: 'content_block_delta',
          ...{ index: 0, delta: { type: 'text_delta', text } },
        }),
      ),
    ];
    if (error !== null) return [...begin, named({ type: 'error', ...{ error } })];
    const stop_reason = ANTHROPIC_REASONS[finishReason] ?? finishReason;
    return [
      ...begin,
      named({ type: 'content_block_stop', ...{ index: 0 } }),
      named({
        type: 'message_delta',
        ...{ delta: { stop_reason, stop_sequence: null }, usage: { output_tokens } },
      }),
      named({ type: 'message_stop' }),
    ];
  },
};

const googleRequest = z.object({
  systemInstruction: z.object({ parts: textParts }),
  contents: z.array(z.object({ parts: textParts })),
  generationConfig: z.looseObject({
    maxOutputTokens: z.number().optional(),
    responseMimeType: z.string().optional(),
    responseJsonSchema: z.unknown().optional(),
  }),
});

const GOOGLE_REASONS: Readonly<Record<string, string>> = {
  stop: 'STOP',
  length: 'MAX_TOKENS',
  content_filter: 'SAFETY',
};

const google: ProtocolRules = {
  path: /^\/v1\/models\/[^/:]+:(?:streamG|g)enerateContent(?:\?alt=sse)?$/,
  read: (body, headers, path) => {
    const { systemInstruction, contents, generationConfig } = googleRequest.parse(body);
    const { maxOutputTokens, responseMimeType, responseJsonSchema } = generationConfig;
    const json = responseMimeType === 'application/json' ? 'json_object' : null;
    return {
      model: /models\/([^/:]+)/.exec(path)?.[1] ?? '',
      key: String(headers['x-goog-api-key'] ?? '') || null,
      instructions: textOf(systemInstruction.parts),
      prompt: textOf(contents.flatMap(({ parts }) => parts)),
      isStreamed: path.includes(':stream'),
      maxTokens: maxOutputTokens ?? null,
      format: responseJsonSchema === undefined ? json : 'json_schema',
    };
  },
  events: ({ pieces, finishReason, usage, error }) => {
    const begin = pieces.map((text) =>
      event({ candidates: [{ content: { role: 'model', parts: [{ text }] }, index: 0 }] }),
    );
    if (error !== null) return [...begin, event({ error })];
    const finish = GOOGLE_REASONS[finishReason] ?? finishReason;
    const usageMetadata = {
      promptTokenCount: usage.prompt_tokens,
      candidatesTokenCount: usage.completion_tokens,
      totalTokenCount: usage.prompt_tokens + usage.completion_tokens,
    };
    return [...begin, event({ candidates: [{ finishReason: finish, index: 0 }], usageMetadata })];
  },
};

/** How the stub speaks each protocol. */
export const PROTOCOLS: Readonly<Record<Protocol, ProtocolRules>> = { openai, anthropic, google };

/** The protocol of a request; `undefined` when it is of none. */
export function protocolOf(path: string): Protocol | undefined {
  const all: readonly Protocol[] = ['openai', 'anthropic', 'google'];
  return all.find((name) => PROTOCOLS[name].path.test(path));
}
