import type { SummaryForm } from '#contracts/model';
import type { PartTurn } from '#domain';
import { countedOf, evidenceLines, EVIDENCE_VERSION, type EvidenceLine } from '#engines';
import type { SpokenTurn } from '#store';
import { checkedSummarySchema, summaryContentSchema } from '../shared/language/answers.schema.ts';
import { engineCall } from '../shared/language/engine-call.ts';
import type { KeptAnswers } from '../shared/language/kept-answers.ts';
import type { CheckingRules } from '../shared/language/language-dependencies.ts';
import { citedLines } from './cited-lines.ts';
import { countedTogether, leftOutTogether, type SummarisedPart } from './summarised-part.ts';

/** A conversation that is summarised, and how. */
export interface Summarised {
  readonly title: string;
  readonly form: SummaryForm;
  readonly turns: readonly SpokenTurn[];
  readonly signal: AbortSignal;
}

/** What a summary is checked against, besides the title. */
interface Evidence {
  readonly lines: readonly EvidenceLine[];
  /** Overviews and topics of parts, which were checked. */
  readonly about: readonly string[];
}

/** Asks an engine for summaries of parts and their combination, and takes of each what was said. */
export class PartSummariser {
  constructor(
    private readonly rules: CheckingRules,
    private readonly summarised: Summarised,
  ) {}

  async summarise(
    kept: KeptAnswers,
    turns: readonly PartTurn<SpokenTurn>[],
  ): Promise<SummarisedPart> {
    const { title, form, signal } = this.summarised;
    const request = { title, turns, form };
    const ask = () => kept.engine.summarise(request, engineCall(signal));
    const content = await kept.ask('summarise', request, summaryContentSchema, ask, signal);
    const part = { content, leftOut: {}, counted: countedOf(turns) };
    return this.checked(kept, part, { lines: evidenceLines(turns), about: [] });
  }

  /** @param parts at least two */
  async combine(kept: KeptAnswers, parts: readonly SummarisedPart[]): Promise<SummarisedPart> {
    const { title, form, turns, signal } = this.summarised;
    const contents = parts.map((part) => part.content);
    const counted = countedTogether(parts);
    const request = { title, parts: contents, counted, form };
    const ask = () => kept.engine.combine(request, engineCall(signal));
    const content = await kept.ask('combine', request, summaryContentSchema, ask, signal);
    const leftOut = leftOutTogether(parts.map((part) => part.leftOut));
    const about = contents.flatMap(({ overview, topics = [] }) => [overview, ...topics]);
    return this.checked(
      kept,
      { content, leftOut, counted },
      { lines: citedLines(contents, turns), about },
    );
  }

  /** Stores what was taken where the answer is stored: the check of a long part costs as much as its rules. */
  private async checked(
    kept: KeptAnswers,
    { content, leftOut, counted }: SummarisedPart,
    { lines, about }: Evidence,
  ): Promise<SummarisedPart> {
    const { title, form, signal } = this.summarised;
    const { language } = form;
    const request = { content, lines, about: [title, ...about], counted, language };
    const check = () => this.rules.checkSummary(request, engineCall(signal));
    const key = [EVIDENCE_VERSION, request];
    const held = await kept.ask('checkSummary', key, checkedSummarySchema, check, signal);
    const left = leftOutTogether([leftOut, held.leftOut]);
    return { content: held.content, leftOut: left, counted };
  }
}
