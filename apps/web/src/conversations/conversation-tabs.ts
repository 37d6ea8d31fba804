/** The parts of a conversation, each a tab on a narrow screen. */
export const CONVERSATION_TABS = ['summary', 'transcript', 'memories', 'details'] as const;
export type ConversationTab = (typeof CONVERSATION_TABS)[number];

export const TAB_LABELS: Readonly<Record<ConversationTab, string>> = {
  summary: 'Summary',
  transcript: 'Transcript',
  memories: 'Memories',
  details: 'Details',
};

/** What the address says of the tab. */
export interface TabAddress {
  /** The parameter `tab`; anything for an address that people have changed. */
  readonly tab: unknown;
  /** Whether the address names a place of the transcript. */
  readonly namesPlace: boolean;
}

/**
 * The tab that is open: the one in the address; the transcript, if the address names a place in it;
 * otherwise the summary, if there was one when the page was opened.
 *
 * @param address - The address of the page.
 * @param hasSummary - Whether there was a summary.
 */
export function openTab({ tab, namesPlace }: TabAddress, hasSummary: boolean): ConversationTab {
  const named = CONVERSATION_TABS.find((each) => each === tab);
  if (named !== undefined) return named;
  return hasSummary && !namesPlace ? 'summary' : 'transcript';
}
