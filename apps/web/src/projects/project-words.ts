import type { Project } from '../api/types.ts';

/** When reports are made without a request. */
export type RefreshRule = Project['refresh'];

/** All rules, in the order of how much they do by themselves. */
export const REFRESH_RULES: readonly { readonly value: RefreshRule; readonly label: string }[] = [
  { value: 'manual', label: 'Only on request' },
  { value: 'onChange', label: 'When there is new material' },
  { value: 'daily', label: 'Every day' },
  { value: 'weekly', label: 'Every week' },
];

/** How much belongs to a project, such as `4 conversations · 1 document`. */
export function sizeInWords(project: Pick<Project, 'conversationCount' | 'documentCount'>): string {
  const { conversationCount, documentCount } = project;
  if (conversationCount + documentCount === 0) return 'Nothing in it yet';
  const parts = [
    conversationCount === 1 ? '1 conversation' : `${conversationCount} conversations`,
    documentCount === 1 ? '1 document' : `${documentCount} documents`,
  ];
  return parts.filter((part) => !part.startsWith('0 ')).join(' · ');
}
