import type { SpokenText } from '#contracts/model';
import { contentWords } from '../text/content-words.ts';
import { sentencesOf } from '../text/sentences.ts';
import { wordsIn, type Word } from '../text/words.ts';

/** What one speaker says at a time, as far as it can be scored by itself. */
export interface Utterance {
  readonly text: string;
  readonly sentences: readonly string[];
  readonly words: readonly Word[];
  /** Whether the text is spoken by somebody else than the text before it, which asks something. */
  readonly isAnswer: boolean;
  /** The text before it that is a question of somebody else; `''` without one. */
  readonly question: string;
  /** Content words that the dialogue before it does not have. */
  readonly newWords: readonly string[];
  /** Whether a lower-case word is the name of a speaker, or its beginning: "Mel" of Melanie. */
  readonly isSpeaker: (key: string) => boolean;
}

/** Longer texts are scored in parts, so that a passage is not pivotal only because it is long. */
const MOST_WORDS = 60;
/** Number of texts before an utterance in which its words may have been said. */
const LOOK_BACK = 6;
const MIN_NICKNAME = 3;
/**
 * The speaker before a text, "Ada: ", as memories of conversations have it. "I told him: never" begins
 * with no speaker, because names of several words have capitals.
 */
const SPEAKER = /^(?<speaker>\S{1,60}|\p{Lu}\S{0,30}(?: [\p{Lu}\p{N}]\S{0,30}){1,3}): /u;

/** A text, and the content words in it. */
interface Said extends SpokenText {
  readonly content: readonly string[];
}

/**
 * The utterances of a memory: each line by itself, a long one in parts of whole sentences.
 * @param narrative its lines may begin with their speaker: `Ada: Yes.`
 * @param priorDialogue the dialogue before the memory, the latest text last
 */
export function utterancesOf(
  narrative: string,
  priorDialogue: readonly SpokenText[],
): readonly Utterance[] {
  const parts = plain(narrative).split('\n').flatMap(partsOf);
  const before = priorDialogue
    .slice(-LOOK_BACK)
    .map(({ speaker, text }) => said(speaker, plain(text)));
  const all = [...before, ...parts];
  const isSpeaker = speakerTest(all);
  return parts.map((part, n) => {
    const earlier = all.slice(Math.max(0, n + before.length - LOOK_BACK), n + before.length);
    return utteranceOf(part, earlier, isSpeaker);
  });
}

function utteranceOf(
  part: Said,
  earlier: readonly Said[],
  isSpeaker: (key: string) => boolean,
): Utterance {
  const last = earlier.at(-1);
  const isAnswer = last !== undefined && last.speaker !== part.speaker && last.text.includes('?');
  const known = new Set(earlier.flatMap(({ content }) => content));
  return {
    ...{ text: part.text, sentences: sentencesOf(part.text), words: wordsIn(part.text) },
    ...{ isAnswer, isSpeaker },
    question: isAnswer && last.text.trim().endsWith('?') ? last.text : '',
    newWords: part.content.filter((word) => !known.has(word)),
  };
}

/** The parts of a line, none with many more than {@link MOST_WORDS} words. */
function partsOf(line: string): readonly Said[] {
  const found = SPEAKER.exec(line);
  const text = found ? line.slice(found[0].length) : line;
  const speaker = found?.groups?.['speaker'] ?? '';
  const parts: { text: string; words: number }[] = [];
  for (const sentence of sentencesOf(text)) {
    const words = wordsIn(sentence).length;
    const part = parts.at(-1);
    if (part && part.words + words <= MOST_WORDS) {
      part.text += ` ${sentence}`;
      part.words += words;
    } else parts.push({ text: sentence, words });
  }
  return parts.map((part) => said(speaker, part.text));
}

function said(speaker: string, text: string): Said {
  return { speaker, text, content: contentWords(text) };
}

function speakerTest(all: readonly Said[]): (key: string) => boolean {
  const speakers = new Set(all.map(({ speaker }) => speaker));
  const names = [...speakers].flatMap((speaker) => wordsIn(speaker).map(({ key }) => key));
  return (key) => {
    const word = key.replace(/'s$/u, '');
    return names.some(
      (name) => name === word || (word.length >= MIN_NICKNAME && name.startsWith(word)),
    );
  };
}

function plain(text: string): string {
  return text.replaceAll('’', "'");
}
