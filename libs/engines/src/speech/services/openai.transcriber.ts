import { jsonOf } from '#platform';
import { fetchWithoutTimeouts } from '../../remote/patient-fetch.ts';
import { boundedText } from './bounded-text.ts';
import { openAiAnswer, plainAnswer } from './openai-answer.ts';
import { poorerFormat, requestForm, richestFormat, type AnswerFormat } from './openai-request.ts';
import { errorInside, failedResponse, invalidAnswer } from './service-errors.ts';
import type { ServiceAnswer } from './service-answer.ts';
import type { ServiceRequest, Transcriber } from './transcriber.ts';

/** A model behind `/audio/transcriptions`. */
export interface OpenAiTranscriberOptions {
  /** Base URL of the API including its version. */
  readonly baseUrl: string;
  readonly model: string;
  /** `null` for a server that requires none. */
  readonly apiKey: string | null;
  /** Names of the settings to check when the server does not accept a request. */
  readonly checks: readonly string[];
}

/** Statuses with which servers refuse a parameter. */
const REFUSED_PARAMETER: readonly number[] = [400, 422];
const NAMES_FORMAT = /response_format|verbose_json|diarized_json|timestamp_granularities/u;

/**
 * Any server with OpenAI's `/audio/transcriptions`. It is asked for the richest answer; one that refuses the
 * format is asked for a poorer one, and remembered.
 */
export class OpenAiTranscriber implements Transcriber {
  private readonly fetch = fetchWithoutTimeouts();
  private format: AnswerFormat;

  constructor(private readonly options: OpenAiTranscriberOptions) {
    this.format = richestFormat(options.model);
  }

  async transcribe(request: ServiceRequest): Promise<ServiceAnswer> {
    const { format } = this;
    const response = await this.post(request, format);
    const text = await boundedText(response);
    if (response.ok) return answerOf(response, text);
    const poorer = poorerFormat(format);
    const refusesFormat = REFUSED_PARAMETER.includes(response.status) && NAMES_FORMAT.test(text);
    if (poorer !== null && refusesFormat) {
      this.format = poorer;
      return this.transcribe(request);
    }
    const retryAfter = response.headers.get('retry-after') ?? undefined;
    const { status } = response;
    throw failedResponse({ status, retryAfter, body: jsonOf(text) }, this.options.checks);
  }

  private async post(request: ServiceRequest, format: AnswerFormat): Promise<Response> {
    const { baseUrl, apiKey, model } = this.options;
    const url = `${baseUrl.replace(/\/+$/u, '')}/audio/transcriptions`;
    const response = await this.fetch(url, {
      method: 'POST',
      headers: apiKey === null ? {} : { authorization: `Bearer ${apiKey}` },
      body: requestForm(model, format, request),
      signal: request.signal,
      // A redirect would send the recording to another place than the operator has chosen.
      redirect: 'manual',
    });
    if (response.ok) request.onAccepted();
    return response;
  }
}

function answerOf(response: Response, text: string): ServiceAnswer {
  if (text.trim() === '') throw invalidAnswer('it is empty');
  const body = jsonOf(text);
  const reported = errorInside(body);
  if (reported !== null) throw reported;
  if (body !== undefined) return openAiAnswer(body);
  const isPlain = response.headers.get('content-type')?.startsWith('text/plain') === true;
  if (!isPlain) throw invalidAnswer('it is neither JSON nor plain text');
  return plainAnswer(text);
}
