import { segmentsWithin, type CitedSegment, type SummaryLanguage } from '#contracts/model';
import type { SummaryTurn } from '../../language-engine.port.ts';
import { cleanSentence } from '../text/clean.ts';
import { contentWords } from '../text/content-words.ts';
import { sentencesOf } from '../text/sentences.ts';

/** A sentence of a conversation. */
export interface Statement {
  readonly turnId: string;
  /** The segments of a recording in which it was said; empty in a typed turn. */
  readonly segments: readonly CitedSegment[];
  /** Index of its turn in the conversation. */
  readonly turn: number;
  readonly speaker: string;
  /** The original text. */
  readonly said: string;
  /** The text for display in a summary; may be empty when the sentence has only fillers. */
  readonly text: string;
  readonly words: readonly string[];
  readonly isQuestion: boolean;
}

/**
 * All sentences of a conversation, in order.
 * @param language of the conversation
 */
export function statementsOf(
  turns: readonly SummaryTurn[],
  language: SummaryLanguage | null,
): readonly Statement[] {
  return turns.flatMap(({ turnId, speaker, text, segments: starts = [] }, turn) =>
    placedSentences(text).map(({ said, from }) => {
      const shown = cleanSentence(said, language);
      const isQuestion = /[?？]["'”’)\]]*$/u.test(said);
      const within = segmentsWithin(starts, from, from + said.length);
      const segments = within.map(({ segmentId, startMs }) => ({ turnId, segmentId, startMs }));
      const words = contentWords(shown, language);
      return { turnId, segments, turn, speaker, said, text: shown, words, isQuestion };
    }),
  );
}

/** The sentences of a text, each with the index at which it begins. */
function placedSentences(
  text: string,
): readonly { readonly said: string; readonly from: number }[] {
  let end = 0;
  return sentencesOf(text).map((said) => {
    // Only spaces and loose punctuation are between one sentence and the next.
    const from = text.indexOf(said, end);
    end = from + said.length;
    return { said, from };
  });
}

/** The sentence, prefixed with its speaker when the conversation has several. */
export function attributed({ speaker, text }: Statement, speakerCount: number): string {
  return speakerCount > 1 && speaker.trim() !== '' ? `${speaker.trim()}: ${text}` : text;
}

/** A sentence that {@link attributed} may have prefixed, without its speaker. */
export function withoutSpeaker(text: string, speakers: ReadonlySet<string>): string {
  const end = text.indexOf(': ');
  return end > 0 && speakers.has(text.slice(0, end)) ? text.slice(end + 2) : text;
}
