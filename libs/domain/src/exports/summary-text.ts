import type { SummaryContent, SummaryPoint } from '#contracts/model';
import { formatFrontMatter } from '../transcript-formats/front-matter.ts';
import { markdownText } from '../transcript-formats/markdown-text.ts';

/** A summary for people, and what it was made from. */
export interface SummaryText {
  readonly title: string;
  readonly conversationId: string;
  /** Revision of the text that was summarised. */
  readonly revision: number;
  readonly engine: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly content: SummaryContent;
}

/** A summary as Markdown with YAML front matter. */
export function summaryMarkdown({ content, ...about }: SummaryText): string {
  const { title, conversationId, revision, engine, createdAt } = about;
  const matter = formatFrontMatter({ title, conversationId, revision, engine, createdAt });
  const actions = content.actionItems.map(({ text, who, when }) => ({
    text: [text, ...(who === null ? [] : [who]), ...(when === null ? [] : [when])].join(' · '),
  }));
  return [
    `${matter}\n# ${markdownText(title)}\n`,
    `\n${markdownText(content.overview)}\n`,
    section('Key points', content.keyPoints),
    section('Decisions', content.decisions),
    section('Action items', actions),
  ].join('');
}

function section(heading: string, points: readonly Pick<SummaryPoint, 'text'>[]): string {
  if (points.length === 0) return '';
  const lines = points.map(({ text }) => `- ${markdownText(text)}\n`);
  return `\n## ${heading}\n\n${lines.join('')}`;
}
