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
import { patientFetch } from './patient-fetch.ts';
import { answerShape, conversationBlock } from './prompts.ts';

/** Where a model is and how it is spoken to. */
export interface ObjectModelOptions {
  /** Address of the API up to its version, such as `http://127.0.0.1:11434/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  /** `null` for a server that wants none. */
  readonly apiKey: string | null;
  /** Longest time that one answer may take. */
  readonly timeoutMs: number;
  /**
   * Whether the server takes the shape of the answer as a JSON schema. If not, the shape is told in
   * words and only JSON is asked for.
   */
  readonly structuredOutputs: boolean;
  /** Sends the requests; a test may bring its own. */
  readonly fetch?: typeof globalThis.fetch;
}

/** What a model is asked. */
export interface Question<T> {
  /** Names the kind of answer; ASCII letters only. */
  readonly name: string;
  readonly instructions: string;
  readonly data: unknown;
  readonly schema: z.ZodType<T>;
}

/** A model behind an OpenAI-compatible API that answers with checked objects. */
export class ObjectModel {
  private readonly model: SdkModel;

  constructor(private readonly options: ObjectModelOptions) {
    this.model = sdkModel(options);
  }

  /**
   * Asks once; to try again is up to the caller.
   * @throws AppError as `LanguageEngine` says
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

/** Answers that ended like this are not taken, not even when they happen to be whole JSON. */
const UNUSABLE_REASONS: readonly string[] = ['content-filter', 'length', 'tool-calls', 'error'];

function checked<T>(schema: z.ZodType<T>, answer: unknown): T {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw invalidAnswer('it is not JSON of the shape that was asked for');
}

const THINKING = extractReasoningMiddleware({ tagName: 'think' });

function withoutFence(text: string): string {
  return /^```(?:json)?\s(.*)```$/is.exec(text.trim())?.[1] ?? text;
}

/** Small models put JSON into code fences and think aloud before it, whatever they are told. */
function sdkModel(options: ObjectModelOptions): SdkModel {
  const { baseUrl, model, apiKey, structuredOutputs, fetch = patientFetch() } = options;
  const provider = createOpenAICompatible({
    name: 'language',
    baseURL: baseUrl,
    supportsStructuredOutputs: structuredOutputs,
    fetch,
    ...(apiKey === null ? {} : { apiKey }),
  });
  const middleware = [extractJsonMiddleware({ transform: withoutFence }), THINKING];
  return wrapLanguageModel({ model: provider(model), middleware });
}
