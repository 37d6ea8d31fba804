import type { LeftOutCounts, SummaryContent, SummaryForm } from '#contracts/model';
import type { PartTurn } from '#domain';
import {
  countedOf,
  evidenceLines,
  EVIDENCE_VERSION,
  type Counted,
  type EvidenceLine,
} from '#engines';
import type { SpokenTurn } from '#store';
import { checkedSummarySchema, summaryContentSchema } from '../shared/language/answers.schema.ts';
import type { Ask } from '../shared/language/engine-calls.ts';
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
  readonly counted: Counted;
}

type Part = readonly PartTurn<SpokenTurn>[];

/** Asks an engine for summaries of parts and their combination, and takes of each what was said. */
export class PartSummariser {
  constructor(
    private readonly rules: CheckingRules,
    private readonly summarised: Summarised,
  ) {}

  /** Looks up what is stored of parts in two queries, so that {@link summarise} needs none for them. */
  async lookUp(kept: KeptAnswers, parts: readonly Part[]): Promise<void> {
    const answers = await kept.lookUp(
      'summarise',
      parts.map((turns) => this.requestOf(turns)),
    );
    await this.lookUpChecks(kept, answers, (index) => evidenceOf(parts[index] ?? []));
  }

  async summarise(kept: KeptAnswers, turns: Part): Promise<SummarisedPart> {
    const { signal } = this.summarised;
    const request = this.requestOf(turns);
    const ask: Ask<SummaryContent> = (engine, call) => engine.summarise(request, call);
    const { answer } = await kept.ask('summarise', request, summaryContentSchema, ask, signal);
    return this.checked(kept, inStoredOrder(answer), {}, evidenceOf(turns));
  }

  /** As {@link lookUp}, for {@link combine}. */
  async lookUpCombined(
    kept: KeptAnswers,
    groups: readonly (readonly SummarisedPart[])[],
  ): Promise<void> {
    const several = groups.filter(({ length }) => length > 1);
    const requests = several.map((parts) => this.combinationOf(parts));
    const answers = await kept.lookUp('combine', requests);
    await this.lookUpChecks(kept, answers, (index) => this.combinedEvidence(several[index] ?? []));
  }

  /** @returns a single part as it is */
  async combine(kept: KeptAnswers, parts: readonly SummarisedPart[]): Promise<SummarisedPart> {
    const [only, ...others] = parts;
    if (only && others.length === 0) return only;
    const { signal } = this.summarised;
    const request = this.combinationOf(parts);
    const ask: Ask<SummaryContent> = (engine, call) => engine.combine(request, call);
    const { answer } = await kept.ask('combine', request, summaryContentSchema, ask, signal);
    const leftOut = leftOutTogether(parts.map((part) => part.leftOut));
    const content = inStoredOrder(answer);
    return this.checked(kept, content, leftOut, this.combinedEvidence(parts));
  }

  private requestOf(turns: Part) {
    const { title, form } = this.summarised;
    return { title, turns, form };
  }

  private combinationOf(parts: readonly SummarisedPart[]) {
    const { title, form } = this.summarised;
    return {
      title,
      parts: parts.map(({ content }) => content),
      counted: countedTogether(parts),
      form,
    };
  }

  private combinedEvidence(parts: readonly SummarisedPart[]): Evidence {
    const contents = parts.map(({ content }) => content);
    const about = contents.flatMap(({ overview, topics = [] }) => [overview, ...topics]);
    const lines = citedLines(contents, this.summarised.turns);
    return { lines, about, counted: countedTogether(parts) };
  }

  private async lookUpChecks(
    kept: KeptAnswers,
    answers: readonly unknown[],
    evidence: (index: number) => Evidence,
  ): Promise<void> {
    const keys = answers.flatMap((answer, index) => {
      const content = summaryContentSchema.safeParse(answer);
      return content.success ? [checkKey(this.checkOf(content.data, evidence(index)))] : [];
    });
    await kept.lookUp('checkSummary', keys);
  }

  private checkOf(content: SummaryContent, { lines, about, counted }: Evidence) {
    const { title, form } = this.summarised;
    return { content, lines, about: [title, ...about], counted, language: form.language };
  }

  /** Stores what was taken where the answer is stored: the check of a long part costs as much as its rules. */
  private async checked(
    kept: KeptAnswers,
    content: SummaryContent,
    leftOut: LeftOutCounts,
    evidence: Evidence,
  ): Promise<SummarisedPart> {
    const { signal } = this.summarised;
    const request = this.checkOf(content, evidence);
    const check = () => this.rules.checkSummary(request, engineCall(signal));
    const key = checkKey(request);
    const held = await kept.derive('checkSummary', key, checkedSummarySchema, check, signal);
    const left = leftOutTogether([leftOut, held.leftOut]);
    return { content: held.content, leftOut: left, counted: evidence.counted };
  }
}

/** An answer with its fields in the order of one that was stored, so that both have the same check. */
function inStoredOrder(answer: SummaryContent): SummaryContent {
  return summaryContentSchema.safeParse(answer).data ?? answer;
}

function evidenceOf(turns: Part): Evidence {
  return { lines: evidenceLines(turns), about: [], counted: countedOf(turns) };
}

function checkKey(request: object): readonly unknown[] {
  return [EVIDENCE_VERSION, request];
}
