import type { wrapLanguageModel } from 'ai';
import type { TokenCounts } from '#contracts/model';
import { endlessRepetition } from './endless-repetition.ts';
import { errorInStream } from './reported-error.ts';
import { invalidAnswer, unusable } from './model-errors.ts';

/** A part of what the SDK's models stream. */
type Part = Stream extends ReadableStream<infer Each> ? Each : never;
type Stream = Awaited<ReturnType<ReturnType<typeof wrapLanguageModel>['doStream']>>['stream'];

type Usage = Extract<Part, { type: 'finish' }>['usage'];

/** Answers with these finish reasons are rejected, even when they are complete JSON. */
const UNUSABLE_REASONS: readonly string[] = ['content-filter', 'length', 'tool-calls', 'error'];
/** Tokens have four characters on average; a text of the longest ones that there are has fewer than this. */
const MOST_CHARACTERS_OF_TOKEN = 16;
/** Number of new characters after which the answer is looked at again. */
const CHECK_EVERY = 200;
/** Number of latest characters that are looked at; more than the longest loop that is noticed. */
const LOOKED_AT = 2_000;

/** Reads an answer as it comes, and cuts it off when the model repeats itself endlessly. */
export class StreamedAnswer {
  private text = '';
  private latest = '';
  private unchecked = 0;
  private counts: TokenCounts | null = null;

  /**
   * @param prompt the request, whose repetitions an answer may rightly repeat
   * @param maxTokens the most tokens of the answer: some servers do not keep to it, or do not know it
   */
  constructor(
    private readonly prompt: string,
    private readonly maxTokens: number,
  ) {}

  /** What the provider says that the request has used; `null` unless it said so. */
  get tokens(): TokenCounts | null {
    return this.counts;
  }

  /**
   * Who leaves the loop over a stream cancels it, which ends the call.
   * @returns the whole text
   * @throws AppError `language_answer_invalid`, `language_engine_refused`; what the call failed with
   */
  async read(stream: AsyncIterable<Part>): Promise<string> {
    for await (const part of stream) {
      if (part.type === 'error') throw errorInStream(part.error) ?? part.error;
      if (part.type === 'text-delta') this.add(part.delta);
      if (part.type === 'text-delta' || part.type === 'reasoning-delta') this.check(part.delta);
      if (part.type === 'finish') this.counts = countsOf(part.usage);
      if (part.type === 'finish' && UNUSABLE_REASONS.includes(part.finishReason.unified)) {
        throw unusable(part.finishReason.unified);
      }
    }
    return this.text;
  }

  private add(text: string): void {
    this.text += text;
    if (this.text.length <= this.maxTokens * MOST_CHARACTERS_OF_TOKEN) return;
    throw invalidAnswer('it is far longer than was asked for');
  }

  /** Reasoning may loop as well. */
  private check(text: string): void {
    this.latest = (this.latest + text).slice(-LOOKED_AT);
    this.unchecked += text.length;
    if (this.unchecked < CHECK_EVERY) return;
    this.unchecked = 0;
    const repeated = endlessRepetition(this.latest);
    if (repeated === null || this.prompt.includes(repeated)) return;
    throw invalidAnswer('it repeats itself endlessly');
  }
}

/** A provider that reports one of both counts reports none of the other kind. */
function countsOf({ inputTokens, outputTokens }: Usage): TokenCounts | null {
  if (inputTokens.total === undefined && outputTokens.total === undefined) return null;
  return { input: inputTokens.total ?? 0, output: outputTokens.total ?? 0 };
}
