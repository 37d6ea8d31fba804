import type { SummaryContent, SummaryForm, SummaryPoint } from '#contracts/model';
import type { PartTurn } from '#domain';
import {
  CheckedPoints,
  countedOf,
  evidenceLines,
  pointsOf,
  type CheckedSummary,
  type CombineRequest,
  type Counted,
  type EvidenceLine,
} from '#engines';
import type { SpokenTurn } from '#store';
import { engineCall } from '../shared/engine-call.ts';
import type { CheckingRules } from '../shared/language/language-dependencies.ts';
import { citedLines } from './cited-lines.ts';
import type { SummarisedPart } from './summarised-part.ts';
import { TextNeeded } from './summary-text.ts';

/** A conversation that is summarised, and how. */
export interface Summarised {
  readonly title: string;
  readonly form: SummaryForm;
  /** All turns; `null` when not all of them were read. */
  readonly turns: readonly SpokenTurn[] | null;
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

/** A combination, and what was combined. */
interface Combination {
  readonly content: SummaryContent;
  readonly contents: readonly SummaryContent[];
  readonly counted: Counted;
}

/** Takes of summaries what was said. */
export class SummaryChecks {
  constructor(
    private readonly rules: CheckingRules,
    private readonly summarised: Summarised,
  ) {}

  /** Of the summary of a part, what its turns bear out. */
  part(content: SummaryContent, part: readonly PartTurn<SpokenTurn>[]): Promise<CheckedSummary> {
    const lines = evidenceLines(part);
    return this.checked(content, { lines, about: [], checked: [], counted: countedOf(part) });
  }

  /**
   * What engines take over word for word was checked in its part, so the rest is checked against what it
   * cites first. Only if something is left out then, all lines that the parts cite are read.
   * @throws TextNeeded when a line has to be read and not all of the text was
   */
  async combination(
    content: SummaryContent,
    group: readonly SummarisedPart[],
    { counted }: CombineRequest,
  ): Promise<CheckedSummary> {
    const combination = { content, contents: group.map((part) => part.content), counted };
    const held = await this.checkNew(combination);
    return Object.keys(held.leftOut).length === 0 ? held : this.checkAll(combination);
  }

  private checkNew(combination: Combination): Promise<CheckedSummary> {
    const known = new CheckedPoints(combination.contents.flatMap(pointsOf));
    const points = pointsOf(combination.content).filter((point) => known.held(point) === null);
    return this.checkBy(points, combination);
  }

  private checkAll(combination: Combination): Promise<CheckedSummary> {
    return this.checkBy(combination.contents.flatMap(pointsOf), combination);
  }

  /** @param points whose lines are read */
  private async checkBy(
    points: readonly SummaryPoint[],
    { content, contents, counted }: Combination,
  ): Promise<CheckedSummary> {
    return this.checked(content, {
      lines: this.linesOf(points),
      about: contents.flatMap(({ overview, topics = [] }) => [overview, ...topics]),
      checked: contents.flatMap(pointsOf),
      counted,
    });
  }

  private linesOf(points: readonly SummaryPoint[]): readonly EvidenceLine[] {
    const { turns } = this.summarised;
    if (points.length === 0) return [];
    if (turns === null) throw new TextNeeded('a combined summary has to be checked');
    return citedLines(points, turns);
  }

  private checked(content: SummaryContent, { about, ...rest }: Evidence): Promise<CheckedSummary> {
    const { title, form, signal } = this.summarised;
    const request = { ...rest, content, about: [title, ...about], language: form.language };
    return this.rules.checkSummary(request, engineCall(signal));
  }
}
