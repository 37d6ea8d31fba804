import type { SummaryStyle } from '../api/types.ts';

type Template = SummaryStyle['template'];

/** A style while a person chooses it; an empty template for nothing of its own. */
export interface StyleDraft {
  template: Template | '';
  prompt: string;
}

/** The templates as a person chooses them. */
export const TEMPLATES: readonly {
  readonly value: Template;
  readonly label: string;
  readonly hint: string;
}[] = [
  { value: 'brief', label: 'Brief', hint: 'Three key points, and only what is certain.' },
  {
    value: 'detailed',
    label: 'Detailed',
    hint: 'Up to ten key points, decisions and action items.',
  },
  {
    value: 'minutes',
    label: 'Minutes',
    hint: 'Who was there, topics, decisions and action items.',
  },
];

/** The style that was chosen; `null` for nothing of its own. */
export function styleOf({ template, prompt }: StyleDraft): SummaryStyle | null {
  return template === '' ? null : { template, prompt: prompt.trim() || null };
}
