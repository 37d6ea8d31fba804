import type { SummaryLanguage } from '#contracts/model';
import type { Counted } from '../../counted.ts';
import { countedOverview, topicsSentence } from '../../phrases/counted-overview.ts';

/** The overview of a conversation: who spoke, and of what. What was said in detail is in the key points. */
export function overviewOf(
  counted: Counted,
  topics: readonly string[],
  language: SummaryLanguage | null,
): string {
  return [countedOverview(counted, language), ...topicsSentence(topics, language)].join(' ');
}
