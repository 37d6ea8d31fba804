import { wordSet } from '../../../text/words.ts';
import { plainWords } from './plain-words.ts';

/** What people are called with, and is no name alone. */
const TITLES = wordSet(
  'frau herr dr prof monsieur madame mademoiselle mme señor señora señorita don doña doctor doctora',
  'signor signora signore dottor dottoressa senhor senhora dom dona doutor doutora meneer mevrouw sprecher',
  'speaker locuteur hablante interlocutore orador spreker mr mrs ms de la le el van von der den di da dos du',
);
const SHORTEST_LETTERS = 3;

/** The names of the speakers of a conversation, as plain words. */
export class SpeakerWords {
  private readonly speakers = new Map<string, string>();

  constructor(speakers: readonly string[]) {
    for (const speaker of speakers) {
      const full = plainWords(speaker).trim();
      const parts = full.split(' ');
      for (const name of [full, parts[0] ?? '', parts.at(-1) ?? '']) {
        if (isName(name) && !this.speakers.has(name)) this.speakers.set(name, speaker.trim());
      }
    }
  }

  /** Every name by which a speaker may be called; the longest first. */
  get names(): readonly string[] {
    return [...this.speakers.keys()].sort((one, other) => other.length - one.length);
  }

  /** The speaker whom plain words name; `null` when it is none. */
  nameOf(words: string): string | null {
    return this.speakers.get(words) ?? null;
  }

  /** The speaker whom a clause calls, at its beginning or end: "Tom, can you …", "…, Tom?". */
  addressedIn(clause: string): string | null {
    const [first = '', ...rest] = clause.split(',');
    const called = [first, rest.at(-1) ?? ''].map((part) => this.nameOf(plainWords(part).trim()));
    return called.find((name) => name !== null) ?? null;
  }
}

function isName(words: string): boolean {
  return (
    words.length >= SHORTEST_LETTERS && !TITLES.has(words) && /^\p{L}[\p{L}\p{M} ]*$/u.test(words)
  );
}
