import type { SummaryContent, SummaryForm, SummaryPoint } from '#contracts/model';
import type { PartTurn } from '#domain';
import {
  CheckedPoints,
  countedOf,
  evidenceLines,
  EVIDENCE_VERSION,
  pointsOf,
  type CheckedSummary,
  type CombineRequest,
  type Counted,
  type EvidenceLine,
  type SummaryRequest,
} from '#engines';
import type { SpokenTurn } from '#store';
import { checkedSummarySchema, summaryContentSchema } from '../shared/language/answers.schema.ts';
import { contentHash } from '../shared/language/content-hash.ts';
import type { Ask } from '../shared/language/engine-calls.ts';
import { engineCall } from '../shared/engine-call.ts';
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
  /** Points of parts, which were checked. */
  readonly checked: readonly SummaryPoint[];
  readonly counted: Counted;
}

type Part = readonly PartTurn<SpokenTurn>[];
type Group = readonly SummarisedPart[];

/** A summary that is to be checked. */
interface ToCheck {
  readonly content: SummaryContent;
  readonly evidence: Evidence;
}

/** Asks an engine for summaries of parts and their combination, and takes of each what was said. */
export class PartSummariser {
  /** One request for each part or group, so that what is looked up is hashed once. */
  private readonly requests = new Map<Part, SummaryRequest>();
  private readonly combinations = new Map<Group, CombineRequest>();

  constructor(
    private readonly rules: CheckingRules,
    private readonly summarised: Summarised,
  ) {}

  /** Looks up what is stored of parts in one query, or two, so that {@link summarise} needs none for them. */
  async lookUp(kept: KeptAnswers, parts: readonly Part[]): Promise<void> {
    const checked = await kept.lookUp(
      'checkedSummary',
      parts.map((part) => this.keyOfPart(part)),
    );
    const others = parts.filter((_, n) => checked[n] === undefined);
    await kept.lookUp(
      'summarise',
      others.map((part) => this.requestOf(part)),
    );
  }

  /** The check is stored with the answer: of a long part it costs as much as the rules. */
  async summarise(kept: KeptAnswers, part: Part): Promise<SummarisedPart> {
    const { signal } = this.summarised;
    const request = this.requestOf(part);
    const ask: Ask<SummaryContent> = (engine, call) => engine.summarise(request, call);
    const make = async () => {
      const { answer, engine } = await kept.ask(
        'summarise',
        request,
        summaryContentSchema,
        ask,
        signal,
      );
      return { answer: await this.checked(this.checkOfPart(answer, part)), engine };
    };
    const key = this.keyOfPart(part);
    const checked = await kept.derive('checkedSummary', key, checkedSummarySchema, make, signal);
    return { ...checked, counted: countedOf(part), textHash: contentHash(request) };
  }

  /** As {@link lookUp}, for {@link combine}. */
  async lookUpCombined(kept: KeptAnswers, groups: readonly Group[]): Promise<void> {
    const several = groups.filter(({ length }) => length > 1);
    const checked = await kept.lookUp(
      'checkedSummary',
      several.map((group) => this.keyOfGroup(group)),
    );
    const others = several.filter((_, n) => checked[n] === undefined);
    await kept.lookUp(
      'combine',
      others.map((group) => this.combinationOf(group)),
    );
  }

  /** @returns a single part as it is */
  async combine(kept: KeptAnswers, group: Group): Promise<SummarisedPart> {
    const [only, ...others] = group;
    if (only && others.length === 0) return only;
    const { signal } = this.summarised;
    const request = this.combinationOf(group);
    const ask: Ask<SummaryContent> = (engine, call) => engine.combine(request, call);
    const make = async () => {
      const { answer, engine } = await kept.ask(
        'combine',
        request,
        summaryContentSchema,
        ask,
        signal,
      );
      return { answer: await this.checkedCombination(answer, group), engine };
    };
    const key = this.keyOfGroup(group);
    const made = await kept.derive('checkedSummary', key, checkedSummarySchema, make, signal);
    const before = group.map((part) => part.leftOut);
    return {
      content: made.content,
      leftOut: leftOutTogether([...before, made.leftOut]),
      counted: request.counted,
      textHash: textHashOf(group),
    };
  }

  /**
   * What engines take over word for word was checked in its part, so the rest is checked against what it
   * cites first. Only if something is left out then, all lines that the parts cite are read.
   */
  private async checkedCombination(content: SummaryContent, group: Group): Promise<CheckedSummary> {
    const held = await this.checked(this.checkOfNew(content, group));
    if (Object.keys(held.leftOut).length === 0) return held;
    return this.checked(this.checkOfAll(content, group));
  }

  private keyOfPart(part: Part): readonly unknown[] {
    return [EVIDENCE_VERSION, contentHash(this.requestOf(part))];
  }

  /** What is taken of a combination depends on the text of its parts as well. */
  private keyOfGroup(group: Group): readonly unknown[] {
    return [EVIDENCE_VERSION, contentHash(this.combinationOf(group)), textHashOf(group)];
  }

  private requestOf(part: Part): SummaryRequest {
    const { title, form } = this.summarised;
    return memoised(this.requests, part, () => ({ title, turns: part, form }));
  }

  private combinationOf(group: Group): CombineRequest {
    const { title, form } = this.summarised;
    const parts = group.map(({ content }) => content);
    const counted = () => countedTogether(group);
    return memoised(this.combinations, group, () => ({ title, parts, counted: counted(), form }));
  }

  private checkOfPart(content: SummaryContent, part: Part): ToCheck {
    const lines = evidenceLines(part);
    return { content, evidence: { lines, about: [], checked: [], counted: countedOf(part) } };
  }

  private checkOfNew(content: SummaryContent, group: Group): ToCheck {
    const known = new CheckedPoints(group.flatMap((part) => pointsOf(part.content)));
    return this.checkOfCombination(
      content,
      group,
      pointsOf(content).filter((point) => known.held(point) === null),
    );
  }

  private checkOfAll(content: SummaryContent, group: Group): ToCheck {
    return this.checkOfCombination(
      content,
      group,
      group.flatMap((part) => pointsOf(part.content)),
    );
  }

  /** @param points whose lines are read */
  private checkOfCombination(
    content: SummaryContent,
    group: Group,
    points: readonly SummaryPoint[],
  ): ToCheck {
    const contents = group.map((part) => part.content);
    const lines = citedLines(points, this.summarised.turns);
    const evidence = {
      lines,
      about: contents.flatMap(({ overview, topics = [] }) => [overview, ...topics]),
      checked: contents.flatMap(pointsOf),
      counted: this.combinationOf(group).counted,
    };
    return { content, evidence };
  }

  private checked({ content, evidence }: ToCheck): Promise<CheckedSummary> {
    const { title, form, signal } = this.summarised;
    const { about, ...rest } = evidence;
    const request = { ...rest, content, about: [title, ...about], language: form.language };
    return this.rules.checkSummary(request, engineCall(signal));
  }
}

function textHashOf(group: Group): string {
  return contentHash(group.map(({ textHash }) => textHash));
}

function memoised<Key, Value>(known: Map<Key, Value>, key: Key, compute: () => Value): Value {
  const value = known.get(key) ?? compute();
  known.set(key, value);
  return value;
}
