import type { DecodingMode } from '../speech-engine.port.ts';
import { FILE_FORMS } from './audio-limits.ts';
import type { ServiceRequest } from './transcriber.ts';

/** The formats of answers that are asked for, the richest first. */
export type AnswerFormat = 'diarized_json' | 'verbose_json' | 'json';

/** The format to begin with: only models that tell speakers apart know that of OpenAI for them. */
export function richestFormat(model: string): AnswerFormat {
  return /diari[sz]e/iu.test(model) ? 'diarized_json' : 'verbose_json';
}

/** The next poorer format; `null` when there is none. */
export function poorerFormat(format: AnswerFormat): AnswerFormat | null {
  return format === 'json' ? null : 'json';
}

const CAREFUL_TEMPERATURE = 0.4;

/** Sampling leaves a loop; without it, the same audio gives the same loop again. @returns `null` for that of the server */
export function temperatureOf(decoding: DecodingMode): number | null {
  return decoding === 'careful' ? CAREFUL_TEMPERATURE : null;
}

/** The fields of a request, besides the file. */
export function requestFields(
  model: string,
  format: AnswerFormat,
  { language, decoding }: Pick<ServiceRequest, 'language' | 'decoding'>,
): readonly (readonly [string, string])[] {
  const temperature = temperatureOf(decoding);
  return [
    ['model', model],
    ['response_format', format],
    ...(format === 'verbose_json' ? GRANULARITIES : []),
    // OpenAI requires it for audio of more than 30 seconds.
    ...(format === 'diarized_json' ? [['chunking_strategy', 'auto'] as const] : []),
    ...(language === null ? [] : [['language', language] as const]),
    ...(temperature === null ? [] : [['temperature', String(temperature)] as const]),
  ];
}

const GRANULARITIES = [
  ['timestamp_granularities[]', 'word'],
  ['timestamp_granularities[]', 'segment'],
] as const;

/** The body of a request. */
export function requestForm(
  model: string,
  format: AnswerFormat,
  request: ServiceRequest,
): FormData {
  const { mediaType, extension } = FILE_FORMS[request.format];
  const form = new FormData();
  for (const [name, value] of requestFields(model, format, request)) form.append(name, value);
  const file = new Blob([Uint8Array.from(request.audio)], { type: mediaType });
  form.append('file', file, `audio.${extension}`);
  return form;
}
