import {
  TEMPLATE_SHAPES,
  type SummaryContent,
  type SummaryLanguage,
  type SummaryPart,
  type SummaryTemplate,
} from '#contracts/model';
import { formatFrontMatter } from '../transcript-formats/front-matter.ts';
import { markdownText } from '../transcript-formats/markdown-text.ts';

/** A summary for people, and what it was made from. */
export interface SummaryText {
  readonly title: string;
  readonly conversationId: string;
  /** Revision of the text that was summarised. */
  readonly revision: number;
  readonly engine: string;
  readonly template: SummaryTemplate;
  readonly language: SummaryLanguage | null;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** When a person has last edited it; ISO 8601, UTC; `null` for never. */
  readonly editedAt: string | null;
  readonly content: SummaryContent;
}

const HEADINGS: Readonly<Record<SummaryPart, string>> = {
  attendees: 'Attendees',
  topics: 'Topics',
  keyPoints: 'Key points',
  decisions: 'Decisions',
  actionItems: 'Action items',
};

/** A summary as Markdown with YAML front matter; its template decides about parts and their order. */
export function summaryMarkdown({ content, ...about }: SummaryText): string {
  const { title, conversationId, revision, engine, template, language, createdAt, editedAt } =
    about;
  const matter = formatFrontMatter({
    ...{ title, conversationId, revision, engine, template },
    ...(language === null ? {} : { language }),
    createdAt,
    ...(editedAt === null ? {} : { editedAt }),
  });
  return [
    `${matter}\n# ${markdownText(title)}\n`,
    `\n${markdownText(content.overview)}\n`,
    ...partsOf(content, template).map((part) => section(HEADINGS[part], linesOf(content, part))),
  ].join('');
}

/** What the template shows, and then what a person or a model has added. */
function partsOf(content: SummaryContent, template: SummaryTemplate): readonly SummaryPart[] {
  const { parts } = TEMPLATE_SHAPES[template];
  const others = (['keyPoints', 'decisions', 'actionItems'] as const).filter(
    (part) => !parts.includes(part) && content[part].length > 0,
  );
  return [...parts, ...others];
}

function linesOf(content: SummaryContent, part: SummaryPart): readonly string[] {
  switch (part) {
    case 'attendees':
    case 'topics':
      return content[part] ?? [];
    case 'keyPoints':
    case 'decisions':
      return content[part].map(({ text }) => text);
    case 'actionItems':
      return content.actionItems.map(({ text, who, when }) =>
        [text, ...(who === null ? [] : [who]), ...(when === null ? [] : [when])].join(' · '),
      );
  }
}

function section(heading: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return `\n## ${heading}\n\n${lines.map((line) => `- ${markdownText(line)}\n`).join('')}`;
}
