import type { SummaryLanguage } from '#contracts/model';
import type { Counted } from '../counted.ts';
import { NO_WORDS, PHRASES, type Phrases } from './phrases.table.ts';

/** Number of speakers that an overview names before it counts the others. */
const MAX_NAMED = 5;

/** "Ada and Tom spoke in 12 turns." @param language `null` for a form without words */
export function countedOverview(
  { speakers, turnCount }: Counted,
  language: SummaryLanguage | null,
): string {
  const phrases = phrasesOf(language);
  const others = speakers.length - MAX_NAMED;
  const named = others > 1 ? speakers.slice(0, MAX_NAMED) : speakers;
  const rest = phrases.others.replace('{count}', String(others));
  const names = listed(others > 1 ? [...named, rest] : named, phrases.and);
  const phrase = turnCount === 1 ? phrases.spokeOnce : phrases.spoke;
  return phrase
    .replace('{count}', String(turnCount))
    .replace('{names}', () => names || phrases.somebody);
}

/** "Topics: payment provider, search ads." Nothing without topics. */
export function topicsSentence(
  topics: readonly string[],
  language: SummaryLanguage | null,
): readonly string[] {
  if (topics.length === 0) return [];
  return [phrasesOf(language).topics.replace('{topics}', () => topics.join(', '))];
}

/** The overview of a conversation in which nothing is said. */
export function nothingSaid(language: SummaryLanguage | null): string {
  return phrasesOf(language).nothing;
}

function phrasesOf(language: SummaryLanguage | null): Phrases {
  return language === null ? NO_WORDS : PHRASES[language];
}

/** "Ada", "Ada and Tom", "Ada, Tom and Lin". */
function listed(names: readonly string[], and: string): string {
  if (names.length <= 1) return names.join('');
  const joined = and === ',' ? ', ' : ` ${and} `;
  return `${names.slice(0, -1).join(', ')}${joined}${names.at(-1) ?? ''}`;
}
