import type { SummaryLanguage } from '#contracts/model';
import { summarise } from '../../summarise.ts';
import { turnsOf } from '../turns.fixture.ts';

/** Lines such as "Ada: Hello.", one turn each. */
export type Lines = readonly string[];

/** What was found for certain in lines of a language: who does it, by when, and the decisions. */
export function certainIn(language: SummaryLanguage, lines: Lines) {
  const form = { template: 'detailed', prompt: null, language } as const;
  const { actionItems, decisions } = summarise({ title: '', form, turns: turnsOf(lines) });
  const isCertain = ({ certainty }: { readonly certainty?: string | undefined }) =>
    certainty !== 'possible';
  return {
    tasks: actionItems.filter(isCertain).map(({ who, when }) => [who, when]),
    texts: actionItems.filter(isCertain).map(({ text }) => text),
    possible: actionItems.filter((item) => !isCertain(item)).length,
    decisions: decisions.filter(isCertain).map(({ text }) => text),
  };
}

/** The lines of a spec: "Ada: one / Tom: two". */
export function linesOf(text: string): Lines {
  return text.split(' / ');
}
