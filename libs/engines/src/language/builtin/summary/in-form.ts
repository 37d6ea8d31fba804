import {
  TEMPLATE_SHAPES,
  type Decision,
  type SummaryContent,
  type SummaryForm,
} from '#contracts/model';
import type { Counted } from '../../counted.ts';
import { countedOverview } from '../../phrases/counted-overview.ts';

/**
 * A summary with the parts that its template shows. Minutes have attendees and topics as lists, which the
 * overview does not repeat; a brief one has nothing that is only possible.
 */
export function inForm(
  content: SummaryContent,
  counted: Counted,
  { template, language }: SummaryForm,
): SummaryContent {
  if (template === 'minutes') {
    const overview = countedOverview(counted, language);
    return { ...content, overview, attendees: [...counted.speakers] };
  }
  if (template === 'detailed') return content;
  const { mostKeyPoints } = TEMPLATE_SHAPES[template];
  return {
    ...content,
    keyPoints: content.keyPoints.slice(0, mostKeyPoints),
    decisions: content.decisions.filter(isCertain),
    actionItems: content.actionItems.filter(isCertain),
  };
}

function isCertain({ certainty }: Decision): boolean {
  return certainty !== 'possible';
}
