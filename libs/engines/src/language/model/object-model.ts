import { APICallError, asSchema } from 'ai';
import { z } from 'zod';
import type { ErrorCode } from '#contracts/model';
import { AppError, jsonOf } from '#platform';
import type { EngineCall } from '../../engine-call.ts';
import type { RequestEnd } from '../../remote/pace/adaptive-limit.ts';
import type { ObjectModelOptions } from './object-model.options.ts';
import { invalidAnswer, modelError, stalled } from './model-errors.ts';
import { answerShape, conversationBlock } from './prompts.ts';
import { sdkModel, type SdkModel } from './sdk-model.ts';
import { StreamedAnswer } from './streamed-answer.ts';
import { withoutFence } from './without-fence.ts';

/** A request for one structured answer. */
export interface Question<T> {
  /** Name of the answer's schema; ASCII letters only. */
  readonly name: string;
  readonly instructions: string;
  readonly data: unknown;
  readonly schema: z.ZodType<T>;
  /** The most tokens of the answer. */
  readonly maxTokens: number;
}

/** A model whose answers are validated objects. */
export class ObjectModel {
  /** Some services know another name of the limit only, and refuse this one. */
  private isLimitKnown = true;

  private constructor(
    private readonly model: SdkModel,
    private readonly options: ObjectModelOptions,
  ) {}

  /** Loads the package of the provider. */
  static async create(options: ObjectModelOptions): Promise<ObjectModel> {
    return new ObjectModel(await sdkModel(options), options);
  }

  /**
   * Sends one request, once the server may have another one; retries are up to the caller.
   * @throws AppError as documented in `LanguageEngine`
   * @throws the reason of `call.signal` when it is aborted
   */
  async ask<T>(question: Question<T>, call: EngineCall): Promise<T> {
    call.signal.throwIfAborted();
    const { gate } = this.options;
    const request = () => this.request(question, call);
    const { value } = await (gate === undefined ? request() : gate.run(call, request, endOf));
    return value;
  }

  private async request<T>(question: Question<T>, call: EngineCall): Promise<Answered<T>> {
    const timeout = AbortSignal.timeout(this.options.timeoutMs);
    const signal = AbortSignal.any([call.signal, timeout]);
    try {
      return await this.generate(question, signal, call).catch((error: unknown) => {
        if (!this.isLimitKnown || !refusesLimit(error)) throw error;
        this.isLimitKnown = false;
        return this.generate(question, signal, call);
      });
    } catch (error) {
      call.signal.throwIfAborted();
      throw timeout.aborted
        ? stalled(this.options.timeoutMs)
        : modelError(error, this.options.checks);
    }
  }

  private async generate<T>(
    question: Question<T>,
    signal: AbortSignal,
    { spent }: EngineCall,
  ): Promise<Answered<T>> {
    const { name, instructions, data, schema, maxTokens } = question;
    const { structuredOutputs } = this.options;
    const shape = structuredOutputs ? '' : `\n\n${answerShape(z.toJSONSchema(schema))}`;
    const prompt = conversationBlock(data);
    const { stream } = await this.model.doStream({
      prompt: [
        { role: 'system', content: instructions + shape },
        { role: 'user', content: [{ type: 'text', text: prompt }] },
      ],
      responseFormat: {
        ...{ type: 'json', name },
        ...(structuredOutputs ? { schema: await asSchema(schema).jsonSchema } : {}),
      },
      abortSignal: signal,
      ...(this.isLimitKnown ? { maxOutputTokens: maxTokens } : {}),
    });
    const answer = new StreamedAnswer(prompt, maxTokens);
    try {
      const text = await answer.read(stream);
      const work = prompt.length * READING_SHARE + text.length;
      return { value: checked(schema, text), work };
    } finally {
      spent?.({ model: `${this.options.provider}:${this.options.model}`, tokens: answer.tokens });
    }
  }
}

/** Reading a character takes a model about a tenth of the time of writing one. */
const READING_SHARE = 0.1;

/** An answer, and how much the model had to do for it, in characters that it writes. */
interface Answered<T> {
  readonly value: T;
  readonly work: number;
}

/** Faults of a server that has too much to do. */
const OVERLOADS: readonly ErrorCode[] = [
  'language_engine_busy',
  'language_engine_unavailable',
  'language_engine_stalled',
];

/** What an answer or an error says about the load of the server. */
function endOf(outcome: PromiseSettledResult<Answered<unknown>>, durationMs: number): RequestEnd {
  if (outcome.status === 'fulfilled') {
    return { kind: 'answered', durationMs, work: outcome.value.work };
  }
  const error: unknown = outcome.reason;
  if (!(error instanceof AppError) || !OVERLOADS.includes(error.code)) return { kind: 'other' };
  const { retryAfterMs } = error.details;
  return {
    kind: 'overloaded',
    retryAfterMs: typeof retryAfterMs === 'number' ? retryAfterMs : null,
  };
}

/** @returns the object @throws AppError `language_answer_invalid` */
function checked<T>(schema: z.ZodType<T>, answer: string): T {
  const parsed = schema.safeParse(jsonOf(withoutFence(answer)));
  if (parsed.success) return parsed.data;
  throw invalidAnswer('it is not JSON that matches the requested schema');
}

/** The body is read for the name of the parameter only; it may quote the request. */
function refusesLimit(error: unknown): boolean {
  if (!APICallError.isInstance(error) || error.statusCode !== 400) return false;
  return /max_(?:completion_)?tokens/u.test(error.responseBody ?? '');
}
