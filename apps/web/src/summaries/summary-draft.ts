import type { EditSummary, Summary } from '../api/types.ts';

type Point = Summary['keyPoints'][number];
type Decision = Summary['decisions'][number];
type Item = Summary['actionItems'][number];

/** A summary while a person edits it; what has no text is left out. */
export interface SummaryDraft {
  overview: string;
  /** One in each line. */
  topics: string;
  keyPoints: Point[];
  decisions: Decision[];
  actionItems: Item[];
}

/** The lists of a draft whose elements have a text. */
export type DraftList = 'keyPoints' | 'decisions' | 'actionItems';

/** The summary as it can be edited; changes of the draft do not change the summary. */
export function draftOf(summary: Summary): SummaryDraft {
  const { overview, topics, keyPoints, decisions, actionItems } = summary;
  return {
    ...{ overview, topics: topics.join('\n') },
    keyPoints: keyPoints.map((point) => ({ ...point })),
    decisions: decisions.map((decision) => ({ ...decision })),
    actionItems: actionItems.map((item) => ({ ...item })),
  };
}

/** A point that a person adds, which cites nothing. */
export function newPoint(): Item {
  return { text: '', turnIds: [], segments: [], certainty: 'certain', who: null, when: null };
}

/**
 * What a draft changes of a summary.
 * @returns only the parts that differ; `null` when none does
 */
export function changeOf(draft: SummaryDraft, summary: Summary): EditSummary | null {
  const overview = draft.overview.trim() || summary.overview;
  const topics = draft.topics.split('\n').map(trimmed).filter(Boolean);
  const given = {
    ...{ overview, topics },
    keyPoints: withText(draft.keyPoints).map(pointOf),
    decisions: withText(draft.decisions).map(decisionOf),
    actionItems: withText(draft.actionItems).map(itemOf),
  };
  const stored = {
    ...{ overview: summary.overview, topics: summary.topics },
    keyPoints: summary.keyPoints.map(pointOf),
    decisions: summary.decisions.map(decisionOf),
    actionItems: summary.actionItems.map(itemOf),
  };
  const change: EditSummary = {
    ...(given.overview === stored.overview ? {} : { overview: given.overview }),
    ...(isSame(given.topics, stored.topics) ? {} : { topics: given.topics }),
    ...(isSame(given.keyPoints, stored.keyPoints) ? {} : { keyPoints: given.keyPoints }),
    ...(isSame(given.decisions, stored.decisions) ? {} : { decisions: given.decisions }),
    ...(isSame(given.actionItems, stored.actionItems) ? {} : { actionItems: given.actionItems }),
  };
  return Object.keys(change).length === 0 ? null : change;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function withText<Part extends { readonly text: string }>(parts: readonly Part[]): readonly Part[] {
  return parts.filter(({ text }) => text.trim() !== '');
}

function pointOf({ text, turnIds, segments }: Point): Point {
  return { text: text.trim(), turnIds, segments };
}

function decisionOf({ certainty, ...point }: Decision): Decision {
  return { ...pointOf(point), certainty };
}

function itemOf({ who, when, ...decision }: Item): Item {
  return { ...decisionOf(decision), who: trimmed(who) || null, when: trimmed(when) || null };
}

function trimmed(text: string | null): string {
  return text?.trim() ?? '';
}
