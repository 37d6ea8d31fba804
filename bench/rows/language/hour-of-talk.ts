import type { SpokenText } from '#contracts/model';
import { COMMITTED_CONVERSATIONS, readCases } from '../../../libs/engines/src/eval/cases.ts';

/** People speak some 150 words a minute. */
const WORDS_OF_AN_HOUR = 9_000;

/**
 * As much as is said in an hour: the committed English conversations as they were heard, one after the other
 * and again, each time with other names and numbers, so that no two sentences are the same.
 */
export function hourOfTalk(): readonly SpokenText[] {
  const conversations = readCases(COMMITTED_CONVERSATIONS).conversations.filter(
    ({ language }) => language === 'en',
  );
  const all = conversations.flatMap(({ turns }) => turns);
  const talk: SpokenText[] = [];
  for (let at = 0, words = 0; words < WORDS_OF_AN_HOUR; at += 1) {
    const turn = all[at % all.length];
    if (turn === undefined) break;
    const text = altered(turn.text, Math.floor(at / all.length));
    talk.push({ speaker: turn.speaker, text });
    words += text.split(/\s+/u).length;
  }
  return talk;
}

function altered(text: string, round: number): string {
  if (round === 0) return text;
  return text
    .replaceAll(/\d+/gu, (digits) => String(Number(digits) + round))
    .replaceAll(/(?<=\p{L} )\p{Lu}\p{Ll}{3,}/gu, (name) => `${name}${'aeiou'.charAt(round % 5)}n`);
}
