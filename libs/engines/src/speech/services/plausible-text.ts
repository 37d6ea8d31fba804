import { invalidAnswer } from './service-errors.ts';

/** Markers of Whisper's decoder, such as `<|endoftext|>` or `<|0.00|>`, which some servers leave in. */
const MARKERS = /<\|[^|<>]{0,40}\|>/gu;
/** Control characters; the database refuses some of them. */
const CONTROLS = /\p{Cc}+/gu;
const UNREADABLE = '\u{FFFD}';

/**
 * The most characters of a second. The fastest speech has about 30; an answer to a short chunk may be a little
 * longer, because chunks end at silences.
 */
const MOST_PER_SECOND = 60;
const MOST_OF_ANY = 200;
/** The most of a text that may be unreadable. */
const MOST_UNREADABLE = 0.1;

/** A text without what no one has said. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(MARKERS, ' ')
    .replaceAll(CONTROLS, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/**
 * Refuses what cannot be the transcript of so much audio.
 * @param text clean
 * @param durationMs length of the audio
 * @throws AppError `speech_answer_invalid`
 */
export function refuseImplausible(text: string, durationMs: number): void {
  const most = MOST_OF_ANY + (MOST_PER_SECOND * durationMs) / 1000;
  if (text.length > most) throw invalidAnswer('it is longer than anybody can speak in that time');
  const unreadable = text.split(UNREADABLE).length - 1;
  if (unreadable > text.length * MOST_UNREADABLE) throw invalidAnswer('its characters are garbled');
}
