import type { SummaryTurn } from '../../language-engine.port.ts';
import { cleanSentence } from '../text/clean.ts';
import { contentWords } from '../text/content-words.ts';
import { sentencesOf } from '../text/sentences.ts';

/** A sentence of a conversation. */
export interface Statement {
  readonly turnId: string;
  /** Number of its turn in the conversation. */
  readonly turn: number;
  readonly speaker: string;
  /** As it was said. */
  readonly said: string;
  /** As a summary shows it; may be empty when it only fills a pause. */
  readonly text: string;
  readonly words: readonly string[];
  readonly isQuestion: boolean;
}

/** All sentences of a conversation, in their order. */
export function statementsOf(turns: readonly SummaryTurn[]): readonly Statement[] {
  return turns.flatMap(({ turnId, speaker, text }, turn) =>
    sentencesOf(text).map((said) => {
      const shown = cleanSentence(said);
      const isQuestion = /[?？]["'”’)\]]*$/u.test(said);
      return { turnId, turn, speaker, said, text: shown, words: contentWords(shown), isQuestion };
    }),
  );
}

/** The speakers in the order in which they first spoke. */
export function speakersOf(turns: readonly SummaryTurn[]): readonly string[] {
  return [...new Set(turns.map(({ speaker }) => speaker.trim()).filter((name) => name !== ''))];
}

/** The sentence with its speaker, where more than one spoke. */
export function attributed({ speaker, text }: Statement, speakerCount: number): string {
  return speakerCount > 1 && speaker.trim() !== '' ? `${speaker.trim()}: ${text}` : text;
}
