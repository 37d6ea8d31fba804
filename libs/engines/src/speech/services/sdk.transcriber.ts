import { createOpenAI } from '@ai-sdk/openai';
import { APICallError } from 'ai';
import type { AppError } from '#platform';
import { jsonOf } from '#platform';
import { networkFault } from '../../remote/network-fault.ts';
import { fetchWithoutTimeouts } from '../../remote/patient-fetch.ts';
import { boundedText } from './bounded-text.ts';
import { FILE_FORMS } from './audio-limits.ts';
import { openAiAnswer } from './openai-answer.ts';
import { temperatureOf } from './openai-request.ts';
import { errorInside, failedResponse, invalidAnswer, unreachable } from './service-errors.ts';
import type { ServiceAnswer } from './service-answer.ts';
import type { ServiceRequest, Transcriber } from './transcriber.ts';

/** A model of OpenAI. */
export interface SdkTranscriberOptions {
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey: string | null;
  /** Names of the settings to check when the service does not accept a request. */
  readonly checks: readonly string[];
}

/**
 * OpenAI's models through the AI SDK, which knows what each of them can be asked for: the times of words, or who
 * speaks. The answer is read from what the service has sent, because the SDK's result leaves speakers and
 * probabilities out. Keys come from our settings only, never from other variables.
 */
export class SdkTranscriber implements Transcriber {
  private readonly fetch = fetchWithoutTimeouts();

  constructor(private readonly options: SdkTranscriberOptions) {}

  async transcribe(request: ServiceRequest): Promise<ServiceAnswer> {
    const { baseUrl, apiKey, model } = this.options;
    const provider = createOpenAI({
      ...{ baseURL: baseUrl, apiKey: apiKey ?? '' },
      fetch: (input, init) => this.send(request, input, init),
    });
    const { language, decoding, audio, format, signal } = request;
    const temperature = temperatureOf(decoding);
    const asked = {
      ...(language === null ? {} : { language }),
      ...(temperature === null ? {} : { temperature }),
    };
    try {
      const { response } = await provider.transcription(model).doGenerate({
        ...{ audio, mediaType: FILE_FORMS[format].mediaType, abortSignal: signal },
        ...(KNOWS_WORD_TIMES.test(model) ? { timestampGranularities: ['word', 'segment'] } : {}),
        providerOptions: { openai: asked },
      });
      return openAiAnswer(response.body);
    } catch (error) {
      throw APICallError.isInstance(error) ? this.errorOf(error) : error;
    }
  }

  /** The SDK reads what is left of an answer: no more than is sensible, and none that reports an error. */
  private async send(
    request: ServiceRequest,
    ...[input, init]: Parameters<typeof globalThis.fetch>
  ): Promise<Response> {
    const response = await this.fetch(input, { ...init, redirect: 'manual' });
    if (response.ok) request.onAccepted();
    const text = await boundedText(response);
    const reported = response.ok ? errorInside(jsonOf(text)) : null;
    if (reported !== null) throw reported;
    return new Response(text, { status: response.status, headers: response.headers });
  }

  private errorOf(error: APICallError): AppError {
    const { statusCode: status, responseHeaders, responseBody, cause } = error;
    if (status === undefined) return unreachable(cause);
    if (status < 300) {
      return networkFault(cause) === null
        ? invalidAnswer('it is not a transcript')
        : unreachable(cause);
    }
    const retryAfter = responseHeaders?.['retry-after'];
    const body = jsonOf(responseBody ?? '');
    return failedResponse({ status, retryAfter, body }, this.options.checks);
  }
}

/** The newer models give none. */
const KNOWS_WORD_TIMES = /^whisper/u;
