import { APICallError } from 'ai';
import { AppError, jsonOf } from '#platform';
import { networkFault } from '../../remote/network-fault.ts';
import { fetchWithoutTimeouts } from '../../remote/patient-fetch.ts';
import { boundedText } from './bounded-text.ts';
import { FILE_FORMS } from './audio-limits.ts';
import { errorInside, failedResponse, invalidAnswer, unreachable } from './service-errors.ts';
import type { ServiceAnswer } from './service-answer.ts';
import type { ServiceRequest, Transcriber } from './transcriber.ts';

/** A model that is asked through the AI SDK. */
export interface SdkTranscriberOptions {
  /** Base URL of its API including the version. */
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey: string | null;
  /** Names of the settings to check when the service does not accept a request. */
  readonly checks: readonly string[];
}

/** What a package of the AI SDK needs to ask for a transcript. */
export interface SdkCall {
  readonly model: string;
  readonly apiKey: string;
  readonly request: ServiceRequest;
  readonly mediaType: string;
  readonly fetch: typeof globalThis.fetch;
}

/** A service of the AI SDK. */
export interface SdkService {
  /** The base URL that its package asks, including the version; that of the settings takes its place. */
  readonly baseUrl: string;
  /** Asks, and hands on the parsed body of the answer. */
  readonly ask: (call: SdkCall) => Promise<unknown>;
  /** @throws AppError `speech_answer_invalid` when the body is no transcript */
  readonly read: (body: unknown) => ServiceAnswer;
}

/**
 * Models that are asked through a package of the AI SDK, which knows what each of them can be asked for: the times of
 * words, or who speaks. The answer is read from what the service has sent, because the SDK's result leaves speakers
 * and probabilities out. Keys come from our settings only, never from other variables.
 */
export class SdkTranscriber implements Transcriber {
  private readonly fetch = fetchWithoutTimeouts();

  constructor(
    private readonly service: SdkService,
    private readonly options: SdkTranscriberOptions,
  ) {}

  async transcribe(request: ServiceRequest): Promise<ServiceAnswer> {
    const { model, apiKey } = this.options;
    const { mediaType } = FILE_FORMS[request.format];
    const fetch: SdkCall['fetch'] = (input, init) => this.send(request, input, init);
    let body: unknown;
    try {
      body = await this.service.ask({ model, apiKey: apiKey ?? '', request, mediaType, fetch });
    } catch (error) {
      throw this.errorOf(error);
    }
    return this.service.read(body);
  }

  /** The SDK reads what is left of an answer: no more than is sensible, and none that reports an error. */
  private async send(
    request: ServiceRequest,
    ...[input, init]: Parameters<typeof globalThis.fetch>
  ): Promise<Response> {
    const url = this.urlOf(input instanceof Request ? input.url : String(input));
    const response = await this.fetch(url, { ...init, redirect: 'manual' });
    if (response.ok) request.onAccepted();
    const text = await boundedText(response);
    const reported = response.ok ? errorInside(jsonOf(text)) : null;
    if (reported !== null) throw reported;
    return new Response(text, { status: response.status, headers: response.headers });
  }

  /** Some packages know one base URL only. A request to any other address would send the recording there. */
  private urlOf(asked: string): string {
    const { baseUrl } = this.options;
    if (asked.startsWith(`${baseUrl}/`)) return asked;
    if (asked.startsWith(`${this.service.baseUrl}/`)) {
      return baseUrl + asked.slice(this.service.baseUrl.length);
    }
    throw new Error('The package of the service asks another address.');
  }

  private errorOf(error: unknown): unknown {
    if (APICallError.isInstance(error)) return this.errorOfCall(error);
    // A package reads what its own schema lets be absent.
    const isMisread = error instanceof TypeError && networkFault(error) === null;
    return isMisread ? invalidAnswer('it is not a transcript') : error;
  }

  private errorOfCall(error: APICallError): AppError {
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
