import type {
  ActionItem,
  LeftOutCounts,
  LeftOutReason,
  SummaryContent,
  SummaryLanguage,
  SummaryPoint,
} from '#contracts/model';
import { sentenceSpans } from '#agents';
import { cited } from '../cited.ts';
import type { Counted } from '../counted.ts';
import { countedOverview, topicsSentence } from '../phrases/counted-overview.ts';
import { CheckedPoints } from './checked-points.ts';
import { datesAreSaid } from './claims-in-window.ts';
import type { EvidenceLine } from './evidence-lines.ts';
import { EvidenceText } from './evidence-text.ts';
import { LineFinder } from './line-finder.ts';
import { isPersonSaid } from './person.ts';
import { Statement } from './statement.ts';
import { faultInWhole, supportOf } from './support.ts';

/** Increase it with every change of the check, so that stored results of an earlier one are not used. */
export const EVIDENCE_VERSION = 'evidence-4';

/**
 * Sentences of a point or an overview that are looked at. What follows is left out: who writes more has not
 * summed up, and each is compared with many that were said.
 */
const MOST_SENTENCES = 40;

/** A summary of an engine, and what it summarises. */
export interface SummaryToCheck {
  readonly content: SummaryContent;
  /** What may be cited, in order. */
  readonly lines: readonly EvidenceLine[];
  /** What else is known to be true: the title, and overviews of parts that were checked. */
  readonly about: readonly string[];
  /** Points of parts that were checked: one that says the same word for word is taken. */
  readonly checked?: readonly SummaryPoint[];
  /** Who spoke, and how often; it takes the place of an overview of which nothing is left. */
  readonly counted: Counted;
  /** Language of the conversation; `null` if it is unknown. */
  readonly language: SummaryLanguage | null;
}

/** What holds of a summary. */
export interface CheckedSummary {
  readonly content: SummaryContent;
  readonly leftOut: LeftOutCounts;
}

/**
 * Checks a summary by any engine against what was said (ADR 49). Every name, number and date of a
 * statement must be said where the statement is from, with all that belongs to it; what is denied there may
 * not be affirmed, nor the other way round. Each point cites the lines that bear it out. What cannot be
 * traced is left out and counted, sentence by sentence. It takes time in proportion to the text.
 */
export function checkSummary(toCheck: SummaryToCheck): CheckedSummary {
  return new SummaryCheck(toCheck).run();
}

/** What a point states of its sources. */
type Sourced = Pick<SummaryPoint, 'text' | 'turnIds' | 'segments'>;
type Held<Point extends SummaryPoint> = Omit<Point, keyof Sourced> & Sourced;

class SummaryCheck {
  private readonly evidence: EvidenceText;
  private readonly finder: LineFinder;
  private readonly countedOverview: string;
  private readonly about: readonly string[];
  private readonly checked: CheckedPoints;
  private readonly counts = new Map<LeftOutReason, number>();

  constructor(private readonly toCheck: SummaryToCheck) {
    const { lines, about, checked = [], counted, language } = toCheck;
    this.checked = new CheckedPoints(checked);
    this.countedOverview = countedOverview(counted, language);
    this.about = [...about, this.countedOverview];
    this.evidence = new EvidenceText(lines, [...this.about, ...counted.speakers], language);
    this.finder = new LineFinder(lines);
  }

  run(): CheckedSummary {
    const { attendees, overview, topics, keyPoints, decisions, actionItems } = this.toCheck.content;
    const { speakers } = this.toCheck.counted;
    const held = topics?.filter((topic) => this.isTopic(topic)) ?? [];
    const content = {
      overview: this.overview(overview, held),
      ...(attendees === undefined
        ? {}
        : { attendees: attendees.filter((each) => speakers.includes(each)) }),
      ...(topics === undefined ? {} : { topics: held }),
      keyPoints: keyPoints.flatMap((point) => this.point(point) ?? []),
      decisions: decisions.flatMap((point) => this.point(point) ?? []),
      actionItems: actionItems.flatMap((item) => this.actionItem(item) ?? []),
    };
    return { content, leftOut: Object.fromEntries(this.counts) };
  }

  /** @param topics those that hold: a sentence that lists them holds, too */
  private overview(text: string, topics: readonly string[]): string {
    const listed = topicsSentence(topics, this.toCheck.language);
    const known = new Set([...this.about, ...listed].flatMap(sentencesOf));
    const held = this.statedIn(text).filter(
      (sentence) => known.has(sentence) || this.holdsInWhole(sentence),
    );
    return held.join(' ') || this.countedOverview;
  }

  private isTopic(topic: string): boolean {
    return this.toCheck.about.includes(topic) || this.holdsInWhole(topic);
  }

  private holdsInWhole(sentence: string): boolean {
    const fault = faultInWhole(this.statement(sentence), this.evidence);
    if (fault !== null) this.leaveOut(fault);
    return fault === null;
  }

  /** The point with the sentences of it that hold, citing the lines that bear them out. */
  private point<Point extends SummaryPoint>(point: Point): Held<Point> | null {
    const known = this.checked.held(point);
    if (known !== null) return known;
    const { text: stated, turnIds, segments = [], ...rest } = point;
    const own = this.finder.linesOf({ turnIds, segments });
    const { prefix, text } = this.finder.withoutSpeaker(stated);
    const { held, lines } = this.heldOf(text, own);
    if (held.length === 0) return null;
    const sources = this.finder.sourcesOf(lines);
    // Where somebody is said to have said it, it is one of theirs.
    if (prefix !== '' && !sources.some(({ speaker }) => speaker.trim() === prefix)) {
      this.leaveOut('name');
      return null;
    }
    const shown = prefix === '' ? held.join(' ') : `${prefix}: ${held.join(' ')}`;
    return { ...rest, text: shown, ...cited(sources) };
  }

  /** The sentences of a text that hold, and the lines that bear them out. */
  private heldOf(text: string, own: readonly number[]) {
    const held: string[] = [];
    const lines = new Set<number>();
    for (const sentence of this.statedIn(text)) {
      const support = supportOf(this.statement(sentence), own, this.evidence);
      if (support.kind === 'missing') this.leaveOut(support.reason);
      else {
        held.push(sentence);
        for (const at of support.lines) lines.add(at);
      }
    }
    return { held, lines: [...lines] };
  }

  private actionItem(item: ActionItem): ActionItem | null {
    const known = this.checked.held(item);
    if (known !== null) return known;
    const borneOut = this.point(item);
    if (borneOut === null) return null;
    const window = this.finder.linesOf(borneOut);
    if (item.who !== null && !isPersonSaid(item.who, window, this.evidence)) {
      this.leaveOut('name');
      return null;
    }
    if (item.when === null || this.isTimeSaid(item.when, window)) return borneOut;
    this.leaveOut('date');
    return { ...borneOut, when: null };
  }

  /** Whether the lines have a time, in their words or as the day that these mean. */
  private isTimeSaid(when: string, window: readonly number[]): boolean {
    const statement = this.statement(when);
    const near = this.finder.around(window);
    const hasNumbers = statement.numbers.every((number) =>
      near.some((at) => this.evidence.hasReading(at, number.readings)),
    );
    if (!hasNumbers || !datesAreSaid(statement, near, this.evidence)) return false;
    const isDate = statement.datesOn(this.evidence.dayOf(0)).length > 0;
    const isWordSaid = (stem: string) =>
      near.some((at) => this.evidence.words[at]?.stems.has(stem));
    return isDate || [...statement.stems].every(isWordSaid);
  }

  /** The sentences of a text that an engine has written, as far as they are looked at. */
  private statedIn(text: string): readonly string[] {
    const sentences = sentencesOf(text);
    if (sentences.length > MOST_SENTENCES) this.leaveOut('not_said');
    return sentences.slice(0, MOST_SENTENCES);
  }

  private statement(text: string): Statement {
    return new Statement(text, this.toCheck.language);
  }

  private leaveOut(reason: LeftOutReason): void {
    this.counts.set(reason, (this.counts.get(reason) ?? 0) + 1);
  }
}

/** The sentences of a text that say anything. */
function sentencesOf(text: string): readonly string[] {
  return sentenceSpans(text)
    .map((span) => span.text.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}
