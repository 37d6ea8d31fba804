import type { CorrectionSpan, SpanOutcome } from '#contracts/model';
import { judgeCasing } from './casing.judge.ts';
import type { Link } from './links.ts';
import { judgeMarks } from './marks.judge.ts';
import type { GuardContext } from './proof-rule.ts';

const SENTENCE_END = /[.!?…:。！？]/u;
const NO_LOWER_CASE = /^\P{Ll}*$/u;
/** Where a text starts, or ends: what is before or after it changes with its marks only. */
type Edge = Pick<Link, 'heardFrom' | 'heardTo' | 'nowFrom' | 'nowTo'> & {
  readonly isKept: boolean;
};

/** Makes the spans of a text from its links, from the start to the end. */
export class SpanComposer {
  private readonly spans: CorrectionSpan[] = [];
  private readonly allCapitals: boolean;
  private before: Edge = { heardFrom: 0, heardTo: 0, nowFrom: 0, nowTo: 0, isKept: true };
  private removals: Link[] = [];

  constructor(private readonly context: GuardContext) {
    this.allCapitals = NO_LOWER_CASE.test(context.heard.text);
  }

  /** @returns the spans in order, without overlap */
  compose(links: readonly Link[]): readonly CorrectionSpan[] {
    const { heard, now } = this.context;
    for (const link of links) {
      if (link.verdict.kind === 'taken' && link.nowFrom === link.nowTo) this.removals.push(link);
      else this.add(link);
    }
    const [heardEnd, nowEnd] = [heard.elements.length, now.elements.length];
    const end = { heardFrom: heardEnd, heardTo: heardEnd, nowFrom: nowEnd, nowTo: nowEnd };
    this.addGap({ ...end, isKept: true });
    return this.spans;
  }

  private add(link: Link): void {
    const opens = this.addGap({ ...link, isKept: link.verdict.kind !== 'refused' });
    const { heard } = this.context;
    const start = heard.gapEnd(link.heardFrom);
    const end = link.heardTo > link.heardFrom ? heard.gapStart(link.heardTo) : start;
    const after = this.answerOf(link);
    if (link.verdict.kind === 'same') this.addSame(link, after, opens);
    else if (link.verdict.kind === 'taken') {
      this.push(start, end, after, { outcome: 'taken', rule: link.verdict.rule });
    } else this.push(start, end, after, { outcome: 'refused', reason: link.verdict.reason });
  }

  private answerOf({ nowFrom, nowTo }: Link): string {
    const { now } = this.context;
    return nowTo > nowFrom ? now.text.slice(now.gapEnd(nowFrom), now.gapStart(nowTo)) : '';
  }

  /** A word in both texts may differ in capitals, a number in its form. */
  private addSame({ heardFrom, nowFrom }: Link, after: string, opens: boolean): void {
    const { heard, now } = this.context;
    const element = heard.elements[heardFrom];
    if (element === undefined || element.text === after) return;
    const { start, end, text, key, kind } = element;
    if (kind === 'number' && text.toLowerCase() !== after.toLowerCase()) {
      this.push(start, end, after, { outcome: 'taken', rule: 'number' });
      return;
    }
    const opensInAnswer = nowFrom === 0 || SENTENCE_END.test(now.gap(nowFrom));
    const cased = { key, heard: text, now: after, opensInAnswer, opens };
    const verdict = judgeCasing({ ...cased, allCapitals: this.allCapitals });
    if (verdict === 'taken') this.push(start, end, after, { outcome: 'taken', rule: 'casing' });
    if (verdict === 'refused') {
      this.push(start, end, after, { outcome: 'refused', reason: 'capital_changed' });
    }
  }

  /**
   * Adds what changes between the link before and the next.
   * @returns whether a sentence starts after it
   */
  private addGap(next: Edge): boolean {
    const { heard, now } = this.context;
    const [start, end] = [heard.gapStart(this.before.heardTo), heard.gapEnd(next.heardFrom)];
    const gaps = { heard: heard.text.slice(start, end), now: now.gap(next.nowFrom) };
    const bothKept = this.before.isKept && next.isKept;
    const shown =
      this.removals.length > 0
        ? this.addRemoval(start, end, bothKept ? gaps.now : null)
        : bothKept
          ? this.addMarks(start, end, gaps, next.nowFrom)
          : gaps.heard;
    const opens = this.before.heardTo === 0 || SENTENCE_END.test(shown);
    this.before = next;
    this.removals = [];
    return opens || start === 0;
  }

  private addMarks(
    start: number,
    end: number,
    gaps: { readonly heard: string; readonly now: string },
    at: number,
  ): string {
    if (gaps.heard === gaps.now) return gaps.heard;
    const verdict = judgeMarks({ ...gaps, answer: this.context.now, at });
    const isTaken = verdict.kind === 'taken';
    const outcome: SpanOutcome = isTaken
      ? { outcome: 'taken', rule: verdict.rule }
      : { outcome: 'refused', reason: verdict.reason };
    this.push(start, end, gaps.now, outcome);
    return isTaken ? gaps.now : gaps.heard;
  }

  /** Takes words out. The marks around them are those of the answer, or of one side as heard. */
  private addRemoval(start: number, end: number, answer: string | null): string {
    const { heard } = this.context;
    const [first, last] = [this.removals[0], this.removals.at(-1)];
    if (first?.verdict.kind !== 'taken' || last === undefined) return '';
    const places = Array.from(
      { length: last.heardTo - first.heardFrom + 1 },
      (_, offset) => first.heardFrom + offset,
    );
    const gaps = places.map((at) => heard.gap(at));
    const marks = this.marksAround(gaps, answer, last.nowTo);
    this.push(start, end, marks, { outcome: 'taken', rule: first.verdict.rule });
    return marks;
  }

  /** @param gaps those around the words that are taken out, as heard */
  private marksAround(gaps: readonly string[], answer: string | null, at: number): string {
    const gap = { heard: gaps.join(''), now: answer ?? '', answer: this.context.now, at };
    const isTaken =
      gaps.some((each) => each.trim() === gap.now.trim()) || judgeMarks(gap).kind === 'taken';
    if (answer !== null && isTaken) return answer;
    // The hyphen of a word that was broken off goes with it, and the comma after an opening one.
    const [left = '', right = ''] = [gaps[0], gaps.at(-1)];
    const isSpace = right.trim() === '' || right.startsWith('-') || left === '';
    return SENTENCE_END.test(left) || isSpace ? left : right;
  }

  /** Equal beginnings and endings are no part of a span. */
  private push(start: number, end: number, after: string, outcome: SpanOutcome): void {
    const before = this.context.heard.text.slice(start, end);
    if (before === after) return;
    const spaces = (text: string) => /^\s*/u.exec(text)?.[0].length ?? 0;
    const head = Math.min(spaces(before), spaces(after));
    const sameHead = before.slice(0, head) === after.slice(0, head) ? head : 0;
    const [restBefore, restAfter] = [before.slice(sameHead), after.slice(sameHead)];
    const tails = [restBefore, restAfter].map((text) => text.length - text.trimEnd().length);
    const tail = Math.min(...tails);
    const sameTail = tail > 0 && restBefore.slice(-tail) === restAfter.slice(-tail) ? tail : 0;
    this.spans.push({
      ...outcome,
      start: start + sameHead,
      end: end - sameTail,
      before: restBefore.slice(0, restBefore.length - sameTail),
      after: restAfter.slice(0, restAfter.length - sameTail),
    });
  }
}
