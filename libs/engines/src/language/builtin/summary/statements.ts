import type { SummaryTurn } from '../../language-engine.port.ts';
import { cleanSentence } from '../text/clean.ts';
import { contentWords } from '../text/content-words.ts';
import { sentencesOf } from '../text/sentences.ts';

/** A sentence of a conversation. */
export interface Statement {
  readonly turnId: string;
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

/** All sentences of a conversation, in order. */
export function statementsOf(turns: readonly SummaryTurn[]): readonly Statement[] {
  return turns.flatMap(({ turnId, speaker, text }, turn) =>
    sentencesOf(text).map((said) => {
      const shown = cleanSentence(said);
      const isQuestion = /[?？]["'”’)\]]*$/u.test(said);
      return { turnId, turn, speaker, said, text: shown, words: contentWords(shown), isQuestion };
    }),
  );
}

/** The distinct speakers, in the order of their first turns. */
export function speakersOf(turns: readonly SummaryTurn[]): readonly string[] {
  return [...new Set(turns.map(({ speaker }) => speaker.trim()).filter((name) => name !== ''))];
}

/** The sentence, prefixed with its speaker when the conversation has several. */
export function attributed({ speaker, text }: Statement, speakerCount: number): string {
  return speakerCount > 1 && speaker.trim() !== '' ? `${speaker.trim()}: ${text}` : text;
}
