import type { SummaryContent } from '#contracts/model';
import { citedPlaces, type PartTurn } from '#domain';
import { EVIDENCE_VERSION, type CombineRequest, type SummaryRequest } from '#engines';
import type { SpokenTurn } from '#store';
import {
  checkedPartSchema,
  checkedSummarySchema,
  summaryContentSchema,
} from '../shared/language/answers.schema.ts';
import { contentHash } from '../shared/language/content-hash.ts';
import type { Ask } from '../shared/language/engine-calls.ts';
import type { KeptAnswers } from '../shared/language/kept-answers.ts';
import type { CheckingRules } from '../shared/language/language-dependencies.ts';
import {
  countedTogether,
  leftOutTogether,
  type PlacedPart,
  type SummarisedPart,
} from './summarised-part.ts';
import { SummaryChecks, type Summarised } from './summary-checks.ts';
import { TextNeeded, type SummaryPart } from './summary-text.ts';

type Part = readonly PartTurn<SpokenTurn>[];
type Group = readonly SummarisedPart[];

/** Asks an engine for summaries of parts and their combination, and takes of each what was said. */
export class PartSummariser {
  /** One request for each part or group, so that what is looked up is hashed once. */
  private readonly requests = new Map<SummaryPart, SummaryRequest>();
  private readonly keys = new Map<SummaryPart, readonly unknown[]>();
  private readonly combinations = new Map<Group, CombineRequest>();

  private readonly checks: SummaryChecks;

  constructor(
    rules: CheckingRules,
    private readonly summarised: Summarised,
  ) {
    this.checks = new SummaryChecks(rules, summarised);
  }

  /** Looks up what is stored of parts in one query, or two, so that {@link summarise} needs none for them. */
  async lookUp(kept: KeptAnswers, parts: readonly SummaryPart[]): Promise<void> {
    const checked = await kept.lookUp(
      'checkedPart',
      parts.map((part) => this.keyOfPart(part)),
    );
    const others = parts.filter((_, n) => checked[n] === undefined);
    await kept.lookUp(
      'summarise',
      others.map((part) => this.requestOf(part)),
    );
  }

  /**
   * The check is stored with the answer: of a long part it costs as much as the rules.
   * @throws TextNeeded when nothing is stored of a part that was not read
   */
  async summarise(kept: KeptAnswers, part: SummaryPart): Promise<PlacedPart> {
    const { signal } = this.summarised;
    const make = async () => {
      const turns = textOf(part);
      const request = this.requestOf(part);
      const ask: Ask<SummaryContent> = (engine, call) => engine.summarise(request, call);
      const { answer, engine } = await kept.ask(
        'summarise',
        request,
        summaryContentSchema,
        ask,
        signal,
      );
      const checked = await this.checks.part(answer, turns);
      return { answer: { ...checked, places: citedPlaces(checked.content, turns) }, engine };
    };
    const key = this.keyOfPart(part);
    const checked = await kept.derive('checkedPart', key, checkedPartSchema, make, signal);
    return { ...checked, counted: part.counted, textHash: contentHash(key) };
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
      return { answer: await this.checks.combination(answer, group, request), engine };
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

  /** Of the hash of its text, so that the key of a part that was not read is known. */
  private keyOfPart(part: SummaryPart): readonly unknown[] {
    const { title, form } = this.summarised;
    return memoised(this.keys, part, () => [EVIDENCE_VERSION, title, form, part.textHash]);
  }

  /** What is taken of a combination depends on the text of its parts as well. */
  private keyOfGroup(group: Group): readonly unknown[] {
    return [EVIDENCE_VERSION, contentHash(this.combinationOf(group)), textHashOf(group)];
  }

  private requestOf(part: SummaryPart): SummaryRequest {
    const { title, form } = this.summarised;
    return memoised(this.requests, part, () => ({ title, turns: textOf(part), form }));
  }

  private combinationOf(group: Group): CombineRequest {
    const { title, form } = this.summarised;
    const parts = group.map(({ content }) => content);
    const counted = () => countedTogether(group);
    return memoised(this.combinations, group, () => ({ title, parts, counted: counted(), form }));
  }
}

function textOf({ turns }: SummaryPart): Part {
  if (turns === null) throw new TextNeeded('nothing is stored of a part that was not read');
  return turns;
}

function textHashOf(group: Group): string {
  return contentHash(group.map(({ textHash }) => textHash));
}

function memoised<Key, Value>(known: Map<Key, Value>, key: Key, compute: () => Value): Value {
  const value = known.get(key) ?? compute();
  known.set(key, value);
  return value;
}
