import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import {
  extractJsonMiddleware,
  extractReasoningMiddleware,
  generateText,
  Output,
  wrapLanguageModel,
  type LanguageModel as SdkModel,
} from 'ai';
import { z } from 'zod';
import type { EngineCall } from '../../engine-call.ts';
import { invalidAnswer, modelError, stalled, unusable } from './model-errors.ts';
import { fetchWithoutTimeouts } from './fetch-without-timeouts.ts';
import { answerShape, conversationBlock } from './prompts.ts';
import { withoutFence } from './without-fence.ts';

/** The address of a model and the options of its requests. */
export interface ObjectModelOptions {
  /** Base URL of the API including its version, such as `http://127.0.0.1:11434/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  /** `null` for a server that requires none. */
  readonly apiKey: string | null;
  /** Maximum time for one answer, in milliseconds. */
  readonly timeoutMs: number;
  /**
   * Whether the server accepts a JSON schema for the answer. If not, the schema is part of the
   * prompt, and the request only asks for JSON.
   */
  readonly structuredOutputs: boolean;
  /** Sends the requests; tests may replace it. */
  readonly fetch?: typeof globalThis.fetch;
}

/** A request for one structured answer. */
export interface Question<T> {
  /** Name of the answer's schema; ASCII letters only. */
  readonly name: string;
  readonly instructions: string;
  readonly data: unknown;
  readonly schema: z.ZodType<T>;
}

/** A model behind an OpenAI-compatible API whose answers are validated objects. */
export class ObjectModel {
  private readonly model: SdkModel;

  constructor(private readonly options: ObjectModelOptions) {
    this.model = sdkModel(options);
  }

  /**
   * Sends one request; retries are up to the caller.
   * @throws AppError as documented in `LanguageEngine`
   * @throws the reason of `call.signal` when it is aborted
   */
  async ask<T>(question: Question<T>, call: EngineCall): Promise<T> {
    call.signal.throwIfAborted();
    const timeout = AbortSignal.timeout(this.options.timeoutMs);
    try {
      return await this.generate(question, AbortSignal.any([call.signal, timeout]));
    } catch (error) {
      call.signal.throwIfAborted();
      throw timeout.aborted ? stalled(this.options.timeoutMs) : modelError(error);
    }
  }

  private async generate<T>(question: Question<T>, abortSignal: AbortSignal): Promise<T> {
    const { name, instructions, data, schema } = question;
    const { structuredOutputs } = this.options;
    const shape = structuredOutputs ? '' : `\n\n${answerShape(z.toJSONSchema(schema))}`;
    const result = await generateText({
      model: this.model,
      instructions: instructions + shape,
      prompt: conversationBlock(data),
      output: structuredOutputs ? Output.object({ name, schema }) : Output.json({ name }),
      maxRetries: 0,
      abortSignal,
    });
    if (UNUSABLE_REASONS.includes(result.finishReason)) throw unusable(result.finishReason);
    return checked(schema, result.output);
  }
}

/** Answers with these finish reasons are rejected, even when they are complete JSON. */
const UNUSABLE_REASONS: readonly string[] = ['content-filter', 'length', 'tool-calls', 'error'];

function checked<T>(schema: z.ZodType<T>, answer: unknown): T {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw invalidAnswer('it is not JSON that matches the requested schema');
}

const EXTRACT_REASONING = extractReasoningMiddleware({ tagName: 'think' });

/** The middleware removes code fences and reasoning, which small models add despite the prompt. */
function sdkModel(options: ObjectModelOptions): SdkModel {
  const { baseUrl, model, apiKey, structuredOutputs, fetch = fetchWithoutTimeouts() } = options;
  const provider = createOpenAICompatible({
    name: 'language',
    baseURL: baseUrl,
    supportsStructuredOutputs: structuredOutputs,
    fetch,
    ...(apiKey === null ? {} : { apiKey }),
  });
  const middleware = [extractJsonMiddleware({ transform: withoutFence }), EXTRACT_REASONING];
  return wrapLanguageModel({ model: provider(model), middleware });
}
